// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/entries/UndoBuffer.h"

#include <utility>

namespace manometer::service {

quint64 UndoBuffer::bytesOf(const cache::EntryInfo &info)
{
    return sizeof(DeletedEntry) + info.path.size() + info.depth.size() + info.valueBytes;
}

quint64 UndoBuffer::begin()
{
    std::vector<DeletedEntry> before;
    const std::lock_guard lock(m_mutex);
    before.swap(m_entries);
    m_bytes = 0;
    m_held = ++m_last;
    return m_held;
}

bool UndoBuffer::add(quint64 undoId, DeletedEntry entry)
{
    std::vector<DeletedEntry> freed;
    const std::lock_guard lock(m_mutex);
    if (undoId == 0 || undoId != m_held)
        return false;
    m_bytes += bytesOf(entry.info);
    if (m_bytes > capacityBytes) {
        m_held = 0;
        freed.swap(m_entries);
        return false;
    }
    m_entries.push_back(std::move(entry));
    return true;
}

std::vector<DeletedEntry> UndoBuffer::take(quint64 undoId)
{
    const std::lock_guard lock(m_mutex);
    if (undoId == 0 || undoId != m_held)
        return {};
    m_held = 0;
    return std::exchange(m_entries, {});
}

void UndoBuffer::discard(quint64 undoId)
{
    take(undoId);
}

quint64 UndoBuffer::free()
{
    std::vector<DeletedEntry> freed; // destroyed after the lock is released: freeing takes a while
    const std::lock_guard lock(m_mutex);
    freed.swap(m_entries);
    return std::exchange(m_held, 0);
}

} // namespace manometer::service
