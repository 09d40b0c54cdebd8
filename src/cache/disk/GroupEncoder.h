// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prepares changes for writing, outside the transaction: compressing takes about as long as writing. One
// thread at a time; never blocks on disk.
#pragma once

#include "cache/disk/PayloadCodec.h"
#include "cache/disk/WriteQueue.h"

#include <vector>

namespace manometer::cache::disk {

struct EncodedChange
{
    ChangePtr change;
    std::string payload; // empty for an erase
    std::int64_t dictionary = noDictionary;
    std::uint64_t checksum = 0;
};

class GroupEncoder
{
public:
    // In the order of the group.
    std::vector<EncodedChange> encode(const std::vector<ChangePtr> &group, const Dictionary *dictionary);

private:
    PayloadCodec m_codec;
};

} // namespace manometer::cache::disk
