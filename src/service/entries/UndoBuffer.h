// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a deletion took, for as long as it can be taken back: one deletion's entries at a time, in bounded
// memory, all of them or none. Any thread; nothing blocks; no errors.
#pragma once

#include "cache/EntryInfo.h"

#include <QtGlobal>

#include <mutex>
#include <string>
#include <vector>

namespace manometer::service {

struct DeletedEntry
{
    cache::EntryInfo info;
    std::string bytes;
};

class UndoBuffer
{
public:
    static constexpr quint64 capacityBytes = 64u << 20;
    // What an entry takes here.
    static quint64 bytesOf(const cache::EntryInfo &info);

    // A new one, empty; what was held before is freed.
    quint64 begin();
    // False, and nothing of this undoId is held any more, if there is no room; false once it was freed.
    bool add(quint64 undoId, DeletedEntry entry);
    std::vector<DeletedEntry> take(quint64 undoId);
    void discard(quint64 undoId);
    // Which one was held, 0 if nothing was.
    quint64 free();

private:
    std::mutex m_mutex;
    quint64 m_last = 0;
    quint64 m_held = 0;
    quint64 m_bytes = 0;
    std::vector<DeletedEntry> m_entries;
};

} // namespace manometer::service
