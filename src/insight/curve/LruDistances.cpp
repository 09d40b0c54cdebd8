// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/curve/LruDistances.h"

#include <algorithm>
#include <utility>

namespace manometer::insight {

namespace {

// More places mean fewer renumberings, each of which sorts all keys.
constexpr std::size_t placesPerKey = 4;

} // namespace

LruDistances::LruDistances(std::size_t mostKeys)
    : m_tree(std::max<std::size_t>(mostKeys, 1) * placesPerKey + 1)
{
    m_placeOf.reserve(mostKeys + 1);
}

std::optional<std::uint32_t> LruDistances::use(std::uint64_t key)
{
    if (m_next + 1 == m_tree.size())
        renumber();
    std::optional<std::uint32_t> distance;
    const auto [entry, isNew] = m_placeOf.try_emplace(key, m_next);
    if (!isNew) {
        const std::uint32_t place = std::exchange(entry->second, m_next);
        distance = static_cast<std::uint32_t>(m_placeOf.size()) - markedUpTo(place);
        mark(place, -1);
    }
    mark(m_next++, 1);
    return distance;
}

void LruDistances::remove(std::uint64_t key)
{
    const auto entry = m_placeOf.find(key);
    if (entry == m_placeOf.end())
        return;
    mark(entry->second, -1);
    m_placeOf.erase(entry);
}

std::size_t LruDistances::bytes() const
{
    // A node of the map: key, place, link and hash, and its bucket.
    return m_tree.size() * sizeof(m_tree[0]) + m_placeOf.size() * 48;
}

void LruDistances::mark(std::uint32_t place, std::int32_t change)
{
    for (std::size_t at = place + 1; at < m_tree.size(); at += at & (~at + 1))
        m_tree[at] += change;
}

std::uint32_t LruDistances::markedUpTo(std::uint32_t place) const
{
    std::int32_t sum = 0;
    for (std::size_t at = place + 1; at > 0; at -= at & (~at + 1))
        sum += m_tree[at];
    return static_cast<std::uint32_t>(sum);
}

void LruDistances::renumber()
{
    std::vector<std::pair<std::uint32_t, std::uint32_t *>> places;
    places.reserve(m_placeOf.size());
    for (auto &[key, place] : m_placeOf)
        places.emplace_back(place, &place);
    std::sort(places.begin(), places.end());
    std::fill(m_tree.begin(), m_tree.end(), 0);
    m_next = 0;
    for (const auto &[before, place] : places) {
        *place = m_next;
        mark(m_next++, 1);
    }
}

} // namespace manometer::insight
