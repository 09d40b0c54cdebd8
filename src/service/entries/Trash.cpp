// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/entries/Trash.h"

#include <utility>

namespace manometer::service {

quint64 Trash::bytesOf(const cache::EntryInfo &info)
{
    return sizeof(TrashedEntry) + info.path.size() + info.depth.size() + info.valueBytes;
}

quint64 Trash::begin()
{
    std::vector<TrashedEntry> before;
    const std::lock_guard lock(m_mutex);
    before.swap(m_entries);
    m_bytes = 0;
    m_held = ++m_last;
    return m_held;
}

bool Trash::add(quint64 trash, TrashedEntry entry)
{
    std::vector<TrashedEntry> freed;
    const std::lock_guard lock(m_mutex);
    if (trash == 0 || trash != m_held)
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

std::vector<TrashedEntry> Trash::take(quint64 trash)
{
    const std::lock_guard lock(m_mutex);
    if (trash == 0 || trash != m_held)
        return {};
    m_held = 0;
    return std::exchange(m_entries, {});
}

void Trash::discard(quint64 trash)
{
    take(trash);
}

quint64 Trash::free()
{
    std::vector<TrashedEntry> freed; // outside of the lock: it takes a while, and somebody waits to add
    const std::lock_guard lock(m_mutex);
    freed.swap(m_entries);
    return std::exchange(m_held, 0);
}

} // namespace manometer::service
