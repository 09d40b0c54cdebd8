// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/curve/MiniatureCache.h"

namespace manometer::insight {

bool MiniatureCache::find(std::uint64_t key)
{
    const auto found = m_elements.find(key);
    if (found == m_elements.end())
        return false;
    m_policy.recordHit(found->second);
    return true;
}

void MiniatureCache::put(std::uint64_t key, std::uint64_t charge)
{
    if (!m_policy.canHold(charge) || m_elements.contains(key))
        return;
    // The key is the hash that the policy remembers of what it evicted.
    while (!m_policy.hasRoomFor(charge))
        m_elements.erase(m_policy.evict()->ghostHash);
    m_policy.insert(m_elements[key], key, charge);
}

void MiniatureCache::remove(std::uint64_t key)
{
    const auto found = m_elements.find(key);
    if (found == m_elements.end())
        return;
    m_policy.remove(found->second);
    m_elements.erase(found);
}

void MiniatureCache::setLimits(const cache::Limits &limits)
{
    if (limits == m_policy.limits())
        return;
    m_policy.setLimits(limits, [this](const Element &evicted) { m_elements.erase(evicted.ghostHash); });
}

std::size_t MiniatureCache::bytes() const
{
    return m_elements.size() * (sizeof(Element) + 40) + m_policy.ghostEntries() * 32;
}

} // namespace manometer::insight
