// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/WriteQueue.h"

#include <algorithm>

namespace manometer::cache::disk {

namespace {

// A shard's share of 16 MiB and 16 k writes: a few tenths of a second of the writer's work, and small enough
// to keep while the disk is full and memory short.
constexpr std::uint64_t maximumWrites = 4096;
constexpr std::uint64_t maximumWriteBytes = 4u << 20;
// Keys alone are small, and losing one costs a whole shard's rows.
constexpr std::uint64_t maximumErases = 16384;
constexpr std::uint64_t maximumEraseBytes = 4u << 20;

// Accesses are written together with changes; without changes, once there are this many …
constexpr std::size_t manyTouches = 512;
// … and if they cannot be written, no more are kept: they only order evictions.
constexpr std::size_t maximumTouches = 8192;

std::uint64_t sizeOf(const Change &change)
{
    return change.key.sizeBytes() + (change.record ? change.record->bytes.size() : 0);
}

void merge(Touch &into, const Touch &touch)
{
    into.id = touch.id;
    into.hits += touch.hits;
    into.lastUsed = std::max(into.lastUsed, touch.lastUsed);
}

} // namespace

QueueAnswer WriteQueue::put(const RecordPtr &record)
{
    auto write = std::make_shared<const Change>(Change{record->key, record->id, record});
    const std::lock_guard lock(m_mutex);
    std::uint64_t writes = m_writes;
    std::uint64_t writeBytes = m_writeBytes;
    if (const auto found = m_byKey.find(&record->key); found != m_byKey.end()) {
        const Change &present = *found->second->change;
        if (present.record) {
            --writes;
            writeBytes -= sizeOf(present);
        }
    }
    // One oversized value at a time is accepted: otherwise the largest values would never reach the disk.
    const bool fits =
        writes < maximumWrites && (writes == 0 || writeBytes + sizeOf(*write) <= maximumWriteBytes);
    if (fits)
        return replace(std::move(write));
    const auto answer = replace(std::make_shared<const Change>(Change{record->key, record->id, nullptr}));
    return answer == QueueAnswer::Queued ? QueueAnswer::Invalidated : answer;
}

QueueAnswer WriteQueue::erase(const EntryKey &key, EntryId upTo, bool sparesKept)
{
    auto change = std::make_shared<const Change>(Change{key, upTo, nullptr, sparesKept});
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_byKey.find(&key); found != m_byKey.end() && found->second->change->id > upTo)
        return QueueAnswer::Queued;
    return replace(std::move(change));
}

// Replaces the key's queued change and keeps its position, so that a flush() that waits for the older change
// waits for the newer one instead.
QueueAnswer WriteQueue::replace(ChangePtr change)
{
    const auto found = m_byKey.find(&change->key);
    const bool grows = found == m_byKey.end() || found->second->change->record;
    if (!change->record && grows &&
        (m_erases >= maximumErases || m_eraseBytes + change->key.sizeBytes() > maximumEraseBytes))
        return QueueAnswer::Overflowed;
    count(*change);
    if (found == m_byKey.end()) {
        m_items.push_back({change, ++m_lastPlace});
        m_byKey.emplace(&change->key, std::prev(m_items.end()));
        m_changes.store(m_items.size(), std::memory_order_release);
        return QueueAnswer::Queued;
    }
    const auto item = found->second;
    discount(*item->change);
    m_byKey.erase(found);
    item->change = std::move(change);
    m_byKey.emplace(&item->change->key, item);
    return QueueAnswer::Queued;
}

void WriteQueue::count(const Change &change)
{
    (change.record ? m_writes : m_erases) += 1;
    (change.record ? m_writeBytes : m_eraseBytes) += sizeOf(change);
}

void WriteQueue::discount(const Change &change)
{
    (change.record ? m_writes : m_erases) -= 1;
    (change.record ? m_writeBytes : m_eraseBytes) -= sizeOf(change);
}

ChangePtr WriteQueue::find(const EntryKey &key) const
{
    if (isEmpty())
        return nullptr;
    const std::lock_guard lock(m_mutex);
    const auto found = m_byKey.find(&key);
    return found == m_byKey.end() ? nullptr : found->second->change;
}

RecordPtr WriteQueue::find(EntryId id) const
{
    if (isEmpty())
        return nullptr;
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_items.begin(), m_items.end(), [id](const Item &item) {
        return item.change->record && item.change->id == id;
    });
    return found == m_items.end() ? nullptr : found->change->record;
}

std::vector<ChangePtr> WriteQueue::changes() const
{
    std::vector<ChangePtr> all;
    const std::lock_guard lock(m_mutex);
    for (const Item &item : m_items)
        all.push_back(item.change);
    return all;
}

std::vector<ChangePtr> WriteQueue::changesAfter(std::uint64_t mark) const
{
    std::vector<ChangePtr> newest;
    const std::lock_guard lock(m_mutex);
    for (auto item = m_items.rbegin(); item != m_items.rend() && item->place > mark; ++item)
        newest.push_back(item->change);
    return newest;
}

void WriteQueue::touch(std::span<const Touch> touches)
{
    const std::lock_guard lock(m_mutex);
    for (const Touch &touch : touches) {
        const auto id = static_cast<std::uint64_t>(touch.id);
        if (m_touches.size() < maximumTouches || m_touches.contains(id))
            merge(m_touches[id], touch);
    }
}

Touch WriteQueue::touchOf(EntryId id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_touches.find(static_cast<std::uint64_t>(id));
    return found == m_touches.end() ? Touch{.id = id, .hits = 0, .lastUsed = {}} : found->second;
}

std::vector<Touch> WriteQueue::touches() const
{
    std::vector<Touch> all;
    const std::lock_guard lock(m_mutex);
    for (const auto &[id, touch] : m_touches)
        all.push_back(touch);
    return all;
}

bool WriteQueue::hasManyTouches() const
{
    const std::lock_guard lock(m_mutex);
    return m_touches.size() >= manyTouches;
}

std::vector<ChangePtr> WriteQueue::oldest(std::size_t maximumChanges, std::uint64_t maximumBytes) const
{
    std::vector<ChangePtr> batch;
    std::uint64_t bytes = 0;
    const std::lock_guard lock(m_mutex);
    for (const Item &item : m_items) {
        bytes += sizeOf(*item.change);
        if (!batch.empty() && (batch.size() >= maximumChanges || bytes > maximumBytes))
            break;
        batch.push_back(item.change);
    }
    return batch;
}

void WriteQueue::done(const std::vector<ChangePtr> &changes)
{
    const std::lock_guard lock(m_mutex);
    for (const ChangePtr &change : changes) {
        const auto found = m_byKey.find(&change->key);
        if (found == m_byKey.end())
            continue;
        const auto item = found->second;
        if (item->change == change) {
            discount(*change);
            m_byKey.erase(found);
            m_items.erase(item);
            m_changes.store(m_items.size(), std::memory_order_release);
        } else {
            // Replaced meanwhile. The replaced change is in the file now, so the newer one gets a new
            // position.
            item->place = ++m_lastPlace;
            m_items.splice(m_items.end(), m_items, item);
        }
    }
}

std::vector<Touch> WriteQueue::takeTouches()
{
    std::vector<Touch> all;
    const std::lock_guard lock(m_mutex);
    for (const auto &[id, touch] : m_touches)
        all.push_back(touch);
    m_touches.clear();
    return all;
}

std::uint64_t WriteQueue::mark() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastPlace;
}

bool WriteQueue::holdsUpTo(std::uint64_t mark) const
{
    const std::lock_guard lock(m_mutex);
    return !m_items.empty() && m_items.front().place <= mark;
}

void WriteQueue::clear()
{
    Items departed;
    const std::lock_guard lock(m_mutex);
    m_byKey.clear();
    departed.swap(m_items);
    m_changes.store(0, std::memory_order_release);
    m_touches.clear();
    m_writes = m_writeBytes = m_erases = m_eraseBytes = 0;
}

} // namespace manometer::cache::disk
