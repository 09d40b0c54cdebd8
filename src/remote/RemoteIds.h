// SPDX-License-Identifier: GPL-3.0-or-later
//
// The server's listings and undo buffers under numbers of our own, which stay unique and ascending when the
// server is started again and begins at 1. Any thread; nothing blocks.
#pragma once

#include <QtGlobal>

#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace manometer::remote {

// Generations of listings, ours to the server's.
class ListingIds
{
public:
    quint64 next()
    {
        const std::lock_guard lock(m_mutex);
        return ++m_last;
    }
    void add(quint64 own, quint64 servers)
    {
        const std::lock_guard lock(m_mutex);
        m_servers[own] = servers;
        if (m_servers.size() > mostHeld)
            m_servers.erase(m_servers.begin());
    }
    std::optional<quint64> serversOf(quint64 own) const
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_servers.find(own);
        return found == m_servers.end() ? std::nullopt : std::optional(found->second);
    }
    // Whether the ids of entries that a front-end has may be of the present run of the server.
    bool isEmpty() const
    {
        const std::lock_guard lock(m_mutex);
        return m_servers.empty();
    }
    void clear()
    {
        const std::lock_guard lock(m_mutex);
        m_servers.clear();
    }

private:
    static constexpr std::size_t mostHeld = 64; // more than a server holds

    mutable std::mutex m_mutex;
    std::map<quint64, quint64> m_servers;
    quint64 m_last = 0;
};

// Undo ids of this front-end's deletions.
class UndoIds
{
public:
    quint64 add(quint64 servers)
    {
        const std::lock_guard lock(m_mutex);
        m_servers[++m_last] = servers;
        return m_last;
    }
    // Empty: unknown, restored, discarded or freed. A deletion is restored or discarded once.
    std::optional<quint64> take(quint64 own)
    {
        const std::lock_guard lock(m_mutex);
        const auto node = m_servers.extract(own);
        return node.empty() ? std::nullopt : std::optional(node.mapped());
    }
    // What take() gave was not used.
    void putBack(quint64 own, quint64 servers)
    {
        const std::lock_guard lock(m_mutex);
        m_servers.emplace(own, servers);
    }
    // Our number of a deletion that the server freed; empty: another client's.
    std::optional<quint64> takeFreed(quint64 servers)
    {
        const std::lock_guard lock(m_mutex);
        for (auto each = m_servers.begin(); each != m_servers.end(); ++each) {
            if (each->second != servers)
                continue;
            const quint64 own = each->first;
            m_servers.erase(each);
            return own;
        }
        return std::nullopt;
    }
    std::map<quint64, quint64> takeAll()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_servers, {});
    }

private:
    std::mutex m_mutex;
    std::map<quint64, quint64> m_servers;
    quint64 m_last = 0;
};

} // namespace manometer::remote
