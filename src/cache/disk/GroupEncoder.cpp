// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/GroupEncoder.h"

#include <system_error>

namespace manometer::cache::disk {

namespace {

// For fewer changes, starting the thread would be most of the work.
constexpr std::size_t leastAhead = 32;

EncodedChange encoded(const ChangePtr &change, const Dictionary *dictionary, PayloadCodec &codec)
{
    if (!change->record)
        return {.change = change, .payload = {}};
    return {.change = change,
            .payload = codec.compress(change->record->bytes, dictionary),
            .dictionary = dictionary ? dictionary->id() : noDictionary,
            .checksum = checksum(*change->record)};
}

} // namespace

std::vector<EncodedChange> GroupEncoder::encode(const std::vector<ChangePtr> &group,
                                                const DictionaryPtr &dictionary)
{
    Encoded ahead;
    if (m_ahead.valid())
        ahead = m_ahead.get();
    std::vector<EncodedChange> changes;
    changes.reserve(group.size());
    for (const ChangePtr &change : group) {
        // Both hold the change, so its address is unique.
        if (auto known = ahead.extract(change.get()))
            changes.push_back(std::move(known.mapped()));
        else
            changes.push_back(encoded(change, dictionary.get(), m_codec));
    }
    return changes;
}

void GroupEncoder::encodeAhead(std::vector<ChangePtr> group, const DictionaryPtr &dictionary)
{
    if (m_ahead.valid())
        m_ahead.get();
    if (group.size() < leastAhead)
        return;
    const auto work = [this, group = std::move(group), dictionary] {
        Encoded changes;
        changes.reserve(group.size());
        for (const ChangePtr &change : group)
            changes.emplace(change.get(), encoded(change, dictionary.get(), m_aheadCodec));
        return changes;
    };
    try {
        m_ahead = std::async(std::launch::async, work);
    } catch (const std::system_error &) {
        // Thread creation failed: the group is compressed when it is written.
    }
}

} // namespace manometer::cache::disk
