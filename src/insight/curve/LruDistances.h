// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stack distances of LRU: how many other keys were used since a key was last used. A cache under LRU hits if
// it has room for more entries than that. Not thread-safe; never blocks; logarithmic in the number of keys.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace manometer::insight {

class LruDistances
{
public:
    explicit LruDistances(std::size_t mostKeys);

    // Uses the key. Its distance; empty for one that was not known.
    std::optional<std::uint32_t> use(std::uint64_t key);
    void remove(std::uint64_t key);
    std::size_t size() const { return m_placeOf.size(); }
    std::size_t bytes() const; // of memory, estimated

private:
    void mark(std::uint32_t place, std::int32_t change);
    std::uint32_t markedUpTo(std::uint32_t place) const;
    void renumber();

    // Places in order of use; marked is where a key was last used. Sums in a tree: Fenwick, "A new data
    // structure for cumulative frequency tables", 1994.
    std::vector<std::int32_t> m_tree;
    std::uint32_t m_next = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> m_placeOf;
};

} // namespace manometer::insight
