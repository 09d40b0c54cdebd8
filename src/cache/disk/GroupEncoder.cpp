// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/GroupEncoder.h"

namespace manometer::cache::disk {

std::vector<EncodedChange> GroupEncoder::encode(const std::vector<ChangePtr> &group,
                                                const Dictionary *dictionary)
{
    std::vector<EncodedChange> changes;
    changes.reserve(group.size());
    for (const ChangePtr &change : group) {
        EncodedChange &encoded = changes.emplace_back(EncodedChange{.change = change, .payload = {}});
        if (!change->record)
            continue;
        encoded.payload = m_codec.compress(change->record->bytes, dictionary);
        encoded.dictionary = dictionary ? dictionary->id() : noDictionary;
        encoded.checksum = checksum(*change->record);
    }
    return changes;
}

} // namespace manometer::cache::disk
