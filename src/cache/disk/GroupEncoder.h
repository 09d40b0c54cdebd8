// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes changes ready to be written, outside the transaction. Compressing takes about as long as writing, so
// while one group is written the next one is compressed beside it. The writer thread's; never blocks on disk.
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
    // Begins with what is probably asked for next. What of it is not is forgotten by the next call.
    void encodeAhead(std::vector<ChangePtr> group, const DictionaryPtr &dictionary);

private:
    using Encoded = std::unordered_map<const Change *, EncodedChange>;

    PayloadCodec m_codec;
    PayloadCodec m_aheadCodec;
    std::future<Encoded> m_ahead;
};

} // namespace manometer::cache::disk
