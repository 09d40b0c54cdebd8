// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/AccessTap.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace manometer::cache {

void AccessTap::setShare(double share)
{
    constexpr std::uint64_t all = std::numeric_limits<std::uint64_t>::max();
    const std::lock_guard lock(m_mutex);
    m_bound = 0; // until the ring is allocated
    m_ring.resize(share > 0 ? places : 0);
    m_ring.shrink_to_fit();
    m_written = m_taken = 0;
    m_missed = 0;
    m_bound = share >= 1 ? all : share > 0 ? static_cast<std::uint64_t>(std::ldexp(share, 64)) : 0;
}

void AccessTap::write(const Access &access)
{
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    if (!lock) {
        m_missed.fetch_add(1, std::memory_order_relaxed);
        return;
    }
    if (!m_ring.empty()) // it may have been switched off meanwhile
        m_ring[m_written++ % places] = access;
}

std::size_t AccessTap::waiting()
{
    const std::lock_guard lock(m_mutex);
    return std::min<std::size_t>(m_written - m_taken, m_ring.size());
}

AccessTap::Taken AccessTap::take()
{
    Taken taken;
    // Before the lock, because accesses that arrive while it is held are lost. A few more may be written
    // until it is taken.
    taken.accesses.reserve(waiting() + 64);
    const std::lock_guard lock(m_mutex);
    const std::uint64_t oldest = m_written - std::min<std::uint64_t>(m_written - m_taken, m_ring.size());
    taken.lost = oldest - m_taken + m_missed.exchange(0);
    for (std::uint64_t at = oldest; at < m_written; ++at)
        taken.accesses.push_back(m_ring[at % places]);
    m_taken = m_written;
    return taken;
}

} // namespace manometer::cache
