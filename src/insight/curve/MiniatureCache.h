// SPDX-License-Identifier: GPL-3.0-or-later
//
// The memory tier's own policy over a sample of the keys, at the sampled scale: its misses are those of the
// full size (Waldspurger et al., "Cache modeling and optimization using miniature simulations", ATC '17).
// Not thread-safe; never blocks.
#pragma once

#include "cache/EvictionPolicy.h"

#include <cstdint>
#include <unordered_map>

namespace manometer::insight {

class MiniatureCache
{
public:
    explicit MiniatureCache(const cache::Limits &limits)
        : m_policy(limits)
    {}

    bool find(std::uint64_t key); // and records a hit
    void put(std::uint64_t key, std::uint64_t charge);
    void remove(std::uint64_t key);
    void setLimits(const cache::Limits &limits);
    const cache::Limits &limits() const { return m_policy.limits(); }
    std::size_t size() const { return m_elements.size(); }
    std::size_t bytes() const; // of memory, estimated

private:
    struct Element : cache::policy::S3FifoNode<Element>
    {};

    cache::policy::S3Fifo<Element> m_policy;
    std::unordered_map<std::uint64_t, Element> m_elements;
};

} // namespace manometer::insight
