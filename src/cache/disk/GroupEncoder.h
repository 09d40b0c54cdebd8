// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prepares changes for writing, outside the transaction. Compressing takes about as long as writing, so the
// next group is compressed while one is written. The writer thread's; never blocks on disk.
#pragma once

#include "cache/disk/PayloadCodec.h"
#include "cache/disk/WriteQueue.h"

#include <future>
#include <unordered_map>
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
    std::vector<EncodedChange> encode(const std::vector<ChangePtr> &group, const DictionaryPtr &dictionary);
    // Starts to encode the group that is probably next. Changes that are not in the next group are discarded.
    void encodeAhead(std::vector<ChangePtr> group, const DictionaryPtr &dictionary);

private:
    using Encoded = std::unordered_map<const Change *, EncodedChange>;

    PayloadCodec m_codec;
    PayloadCodec m_aheadCodec;
    std::future<Encoded> m_ahead;
};

} // namespace manometer::cache::disk
