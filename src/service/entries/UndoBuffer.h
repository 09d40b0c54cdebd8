// SPDX-License-Identifier: GPL-3.0-or-later
//
// Undo buffer for deletions: holds all entries of the last deletion, or none, in bounded memory. Any thread;
// nothing blocks; no errors.
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
    // The memory that an entry occupies in the buffer.
    static quint64 bytesOf(const cache::EntryInfo &info);

    // Starts the buffer of a new deletion and frees the previous one.
    quint64 begin();
    // False if the buffer of this undoId is full, which frees it, or was freed before.
    bool add(quint64 undoId, DeletedEntry entry);
    std::vector<DeletedEntry> take(quint64 undoId);
    void discard(quint64 undoId);
    // Frees the buffer. The undoId it held, or 0.
    quint64 free();

private:
    std::mutex m_mutex;
    quint64 m_last = 0;
    quint64 m_held = 0;
    quint64 m_bytes = 0;
    std::vector<DeletedEntry> m_entries;
};

} // namespace manometer::service
