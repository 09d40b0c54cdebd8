// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/entries/UndoBuffer.h"

#include <utility>

namespace manometer::service {

quint64 UndoBuffer::bytesOf(const cache::EntryInfo &info)
{
    return sizeof(DeletedEntry) + info.path.size() + info.depth.size() + info.valueBytes;
}

UndoBuffer::UndoBuffer(std::function<void(quint64)> reportFreed)
    : m_reportFreed(std::move(reportFreed))
{}

UndoBuffer::Deletions::node_type UndoBuffer::extract(Deletions::iterator deletion)
{
    m_bytes -= deletion->second.bytes;
    return m_deletions.extract(deletion);
}

void UndoBuffer::begin(quint64 undoId)
{
    const std::lock_guard lock(m_mutex);
    m_deletions.try_emplace(undoId);
}

bool UndoBuffer::add(quint64 undoId, DeletedEntry entry)
{
    // Destroyed after the lock is released: freeing takes a while.
    std::vector<Deletions::node_type> freed;
    bool isHeld = false;
    {
        const std::lock_guard lock(m_mutex);
        const auto own = m_deletions.find(undoId);
        if (own == m_deletions.end())
            return false;
        const quint64 bytes = bytesOf(entry.info);
        isHeld = own->second.bytes + bytes <= capacityBytes;
        if (isHeld) {
            for (auto oldest = m_deletions.begin(); m_bytes + bytes > capacityBytes;) {
                if (oldest == own)
                    ++oldest;
                else
                    freed.push_back(extract(oldest++));
            }
            own->second.entries.push_back(std::move(entry));
            own->second.bytes += bytes;
            m_bytes += bytes;
        } else {
            freed.push_back(extract(own));
        }
    }
    for (const auto &each : freed)
        if (each.key() != undoId)
            m_reportFreed(each.key());
    return isHeld;
}

std::vector<DeletedEntry> UndoBuffer::take(quint64 undoId)
{
    const std::lock_guard lock(m_mutex);
    const auto deletion = m_deletions.find(undoId);
    return deletion == m_deletions.end() ? std::vector<DeletedEntry>()
                                         : std::move(extract(deletion).mapped().entries);
}

void UndoBuffer::free()
{
    Deletions freed;
    {
        const std::lock_guard lock(m_mutex);
        freed.swap(m_deletions);
        m_bytes = 0;
    }
    for (const auto &[undoId, deletion] : freed)
        m_reportFreed(undoId);
}

} // namespace manometer::service
