// SPDX-License-Identifier: GPL-3.0-or-later
//
// Undo buffer for deletions: holds all entries of a deletion, or none, in bounded memory. A deletion that
// needs room frees the oldest others. Any thread; nothing blocks; no errors.
#pragma once

#include "cache/EntryInfo.h"

#include <QtGlobal>

#include <functional>
#include <map>
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
    static constexpr quint64 capacityBytes = 64u << 20; // of all deletions together
    // The memory that an entry occupies in the buffer.
    static quint64 bytesOf(const cache::EntryInfo &info);

    // `reportFreed` is called with each undoId that was freed to make room or by free(), in that thread.
    explicit UndoBuffer(std::function<void(quint64)> reportFreed);

    // Holds nothing of this deletion yet. Later deletions have larger ids.
    void begin(quint64 undoId);
    // False if this deletion alone does not fit, which frees it without a report, or was freed before.
    bool add(quint64 undoId, DeletedEntry entry);
    // All entries of this deletion; empty if it was freed, taken or discarded.
    std::vector<DeletedEntry> take(quint64 undoId);
    void discard(quint64 undoId) { take(undoId); }
    // Frees all deletions.
    void free();

private:
    struct Deletion
    {
        quint64 bytes = 0;
        std::vector<DeletedEntry> entries;
    };
    using Deletions = std::map<quint64, Deletion>;

    Deletions::node_type extract(Deletions::iterator deletion); // locked

    const std::function<void(quint64)> m_reportFreed;
    std::mutex m_mutex;
    quint64 m_bytes = 0;
    Deletions m_deletions; // oldest first
};

} // namespace manometer::service
