// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/memory/MemoryTier.h"

#include "cache/KeyBytes.h"

#include <utility>

namespace manometer::cache {

namespace {

// A get() may have to wait for one slice: 64 evictions take some 20 us.
constexpr std::size_t sliceEntries = 64;
// Of the index' node, its bucket, the shared bytes' control block and allocator headers, measured with glibc.
constexpr std::uint64_t bookkeepingBytes = 112;

} // namespace

std::size_t MemoryTier::Hash::operator()(std::string_view key) const
{
    return keyHash(key);
}

MemoryTier::MemoryTier(const Limits &limits, Evicted evicted)
    : m_evicted(std::move(evicted))
    , m_limits(limits)
{}

std::uint64_t MemoryTier::charge(std::string_view key, const MemoryEntry &entry)
{
    return sizeof(Node) + bookkeepingBytes + key.size() + entry.bytes->size();
}

bool MemoryTier::isOver() const
{
    return m_policy.size() > m_limits.entries || m_bytes > m_limits.bytes;
}

MemoryTier::Index::node_type MemoryTier::take(Index::iterator found)
{
    m_bytes -= found->second.charge;
    return m_index.extract(found);
}

void MemoryTier::evictSlice(Victims &victims, std::size_t most, LimitCause cause)
{
    for (std::size_t count = 0; count < most && isOver(); ++count) {
        auto *node = static_cast<Node *>(m_policy.evict());
        if (!node)
            return;
        ++m_evictions;
        if (cause == LimitCause::Pressure)
            ++m_pressureEvictions;
        victims.push_back(take(m_index.find(node->key)));
    }
}

void MemoryTier::tell(const Victims &victims) const
{
    for (const auto &victim : victims)
        m_evicted(victim.key(), victim.mapped().entry);
}

std::optional<MemoryEntry> MemoryTier::get(std::string_view key, Time now)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_index.find(key);
    if (found == m_index.end())
        return std::nullopt;
    S3Fifo::touch(found->second);
    ++found->second.entry.hits;
    found->second.entry.lastUsed = now;
    return found->second.entry;
}

std::optional<MemoryEntry> MemoryTier::peek(std::string_view key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_index.find(key);
    return found == m_index.end() ? std::nullopt : std::optional(found->second.entry);
}

bool MemoryTier::insert(std::string_view key, MemoryEntry &&entry, std::optional<std::uint64_t> stamp)
{
    Victims victims;
    bool inserted = false;
    {
        const std::lock_guard lock(m_mutex);
        std::uint64_t &current = m_stamps[keyHash(key) % m_stamps.size()];
        if (stamp && *stamp != current)
            return false;
        if (!stamp)
            ++current;
        const auto found = m_index.find(key);
        if (found != m_index.end()) {
            // A new value under the same key is the same key to the policy: it keeps its place.
            Node &node = found->second;
            m_bytes -= node.charge;
            node.charge = charge(key, entry);
            node.entry = std::move(entry);
            m_bytes += node.charge;
            if (node.charge > m_limits.bytes) {
                m_policy.erase(node);
                take(found);
                return false;
            }
            inserted = true;
        } else {
            const std::uint64_t cost = charge(key, entry);
            if (cost > m_limits.bytes || m_limits.entries == 0)
                return false;
            // Room first: the limits hold at every moment.
            while (m_policy.size() + 1 > m_limits.entries || m_bytes + cost > m_limits.bytes) {
                auto *node = static_cast<Node *>(m_policy.evict());
                ++m_evictions;
                victims.push_back(take(m_index.find(node->key)));
            }
            const auto [place, isNew] = m_index.try_emplace(std::string(key));
            Node &node = place->second;
            node.key = place->first;
            node.entry = std::move(entry);
            node.charge = cost;
            m_bytes += cost;
            m_policy.insert(node, keyHash(key));
            inserted = true;
        }
        evictSlice(victims, m_policy.size(), LimitCause::Configuration);
    }
    tell(victims);
    return inserted;
}

bool MemoryTier::put(std::string_view key, MemoryEntry entry)
{
    return insert(key, std::move(entry), std::nullopt);
}

void MemoryTier::promote(std::string_view key, MemoryEntry entry, std::uint64_t stamp)
{
    insert(key, std::move(entry), stamp);
}

std::uint64_t MemoryTier::stamp(std::string_view key) const
{
    const std::lock_guard lock(m_mutex);
    return m_stamps[keyHash(key) % m_stamps.size()];
}

bool MemoryTier::erase(std::string_view key)
{
    Index::node_type gone;
    const std::lock_guard lock(m_mutex);
    ++m_stamps[keyHash(key) % m_stamps.size()];
    const auto found = m_index.find(key);
    if (found == m_index.end())
        return false;
    m_policy.erase(found->second);
    gone = take(found);
    return true;
}

bool MemoryTier::erase(std::string_view key, const SourceVersion &version)
{
    Index::node_type gone;
    const std::lock_guard lock(m_mutex);
    const auto found = m_index.find(key);
    if (found == m_index.end() || found->second.entry.version != version)
        return false;
    m_policy.erase(found->second);
    gone = take(found);
    return true;
}

void MemoryTier::clear()
{
    Index gone;
    const std::lock_guard lock(m_mutex);
    for (std::uint64_t &stamp : m_stamps)
        ++stamp;
    gone.swap(m_index);
    m_policy = {};
    m_bytes = 0;
}

LimitOutcome MemoryTier::setLimits(const Limits &limits, LimitCause cause)
{
    const auto began = std::chrono::steady_clock::now();
    LimitOutcome outcome;
    bool over = true;
    for (bool first = true; over; first = false) {
        Victims victims; // freed outside the lock
        {
            const std::lock_guard lock(m_mutex);
            if (first) {
                outcome.before = m_limits;
                outcome.after = limits;
                m_limits = limits;
            }
            const std::uint64_t bytesBefore = m_bytes;
            evictSlice(victims, sliceEntries, cause);
            outcome.evictedEntries += victims.size();
            outcome.evictedBytes += bytesBefore - m_bytes;
            outcome.residentEntries = m_policy.size();
            outcome.residentBytes = m_bytes;
            over = isOver() && m_policy.size() > 0;
        }
        tell(victims);
    }
    outcome.duration = std::chrono::steady_clock::now() - began;
    return outcome;
}

MemoryTier::Figures MemoryTier::figures() const
{
    const std::lock_guard lock(m_mutex);
    return {.entries = m_policy.size(),
            .bytes = m_bytes,
            .evictions = m_evictions,
            .pressureEvictions = m_pressureEvictions,
            .limits = m_limits};
}

void MemoryTier::drainHits(const TakeHits &take)
{
    const std::lock_guard lock(m_mutex);
    for (auto &[key, node] : m_index)
        if (node.entry.hits > 0 && take(key, node.entry))
            node.entry.hits = 0;
}

void MemoryTier::visit(const std::function<void(std::string_view, const MemoryEntry &)> &visitor) const
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[key, node] : m_index)
        visitor(key, node.entry);
}

} // namespace manometer::cache
