// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/WriteQueue.h"

#include "cache/KeyBytes.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace manometer::cache {

namespace {

std::uint64_t bytesOf(std::string_view key, const QueuedWrite &write)
{
    return key.size() + (write.bytes ? write.bytes->size() : 0);
}

} // namespace

std::size_t WriteQueue::KeyHash::operator()(std::string_view key) const
{
    return keyHash(key);
}

WriteQueue::Answer WriteQueue::find(std::string_view key, std::uint64_t hash) const
{
    const std::lock_guard lock(m_mutex);
    const auto slot = m_slots.find(key);
    if (slot != m_slots.end()) {
        const QueuedWrite &write = slot->second.write;
        return {.kind = write.bytes ? Answer::Kind::Queued : Answer::Kind::Gone, .write = write};
    }
    const bool gone = m_clearSequence != 0 || m_invalid.contains(hash);
    return {.kind = gone ? Answer::Kind::Gone : Answer::Kind::AskDisk, .write = {}};
}

void WriteQueue::invalidate(std::uint64_t hash)
{
    if (m_invalid.size() >= maximumInvalidations) {
        m_invalid.clear();
        m_clearSequence = ++m_sequence;
        return;
    }
    m_invalid[hash] = ++m_sequence;
}

bool WriteQueue::store(const std::string &key, std::uint64_t hash, QueuedWrite &&write)
{
    const auto found = m_slots.find(key);
    const std::uint64_t replaced = found == m_slots.end() ? 0 : bytesOf(key, found->second.write);
    const std::uint64_t bytes = bytesOf(key, write);
    const bool hasRoom = (found != m_slots.end() || m_slots.size() < maximumEntries) &&
                         m_bytes - replaced + bytes <= maximumBytes;
    if (!hasRoom) {
        if (found != m_slots.end()) {
            // It may be in a batch that is being written: it turns into an erasure in place.
            m_bytes -= replaced - key.size();
            found->second = {.write = {}, .sequence = ++m_sequence};
            m_order.emplace_back(key, m_sequence);
        } else {
            invalidate(hash);
        }
        return false;
    }
    m_bytes += bytes - replaced;
    m_slots[key] = {.write = std::move(write), .sequence = ++m_sequence};
    m_order.emplace_back(key, m_sequence);
    return true;
}

bool WriteQueue::put(const std::string &key, std::uint64_t hash, QueuedWrite write)
{
    const std::lock_guard lock(m_mutex);
    return store(key, hash, std::move(write));
}

void WriteQueue::erase(const std::string &key, std::uint64_t hash)
{
    const std::lock_guard lock(m_mutex);
    store(key, hash, {});
}

void WriteQueue::eraseRow(std::size_t shard, std::int64_t row)
{
    const std::lock_guard lock(m_mutex);
    m_rows.emplace_back(shard, row);
    ++m_sequence;
}

bool WriteQueue::touch(const Touch &touch)
{
    const std::lock_guard lock(m_mutex);
    if (m_touches.size() >= maximumTouches)
        return false;
    m_touches.push_back(touch);
    ++m_sequence;
    return true;
}

void WriteQueue::clear()
{
    const std::lock_guard lock(m_mutex);
    m_slots.clear();
    m_order.clear();
    m_invalid.clear();
    m_rows.clear();
    m_touches.clear();
    m_bytes = 0;
    m_clearSequence = ++m_sequence;
}

WriteQueue::Batch WriteQueue::take()
{
    const std::lock_guard lock(m_mutex);
    Batch batch;
    batch.clearSequence = m_clearSequence;
    batch.invalidations.assign(m_invalid.begin(), m_invalid.end());
    while (!m_order.empty() && batch.writes.size() < batchEntries) {
        auto [key, sequence] = std::move(m_order.front());
        m_order.pop_front();
        const auto slot = m_slots.find(key);
        if (slot != m_slots.end() && slot->second.sequence == sequence) // else a later one took its place
            batch.writes.push_back({std::move(key), sequence, slot->second.write});
    }
    batch.rows = std::exchange(m_rows, {});
    batch.touches = std::exchange(m_touches, {});
    batch.lastSequence = m_order.empty() ? m_sequence : m_order.front().second - 1;
    return batch;
}

void WriteQueue::done(const Batch &batch)
{
    const std::lock_guard lock(m_mutex);
    if (batch.clearSequence != 0 && m_clearSequence == batch.clearSequence)
        m_clearSequence = 0;
    for (const auto &[hash, sequence] : batch.invalidations) {
        const auto found = m_invalid.find(hash);
        if (found != m_invalid.end() && found->second == sequence)
            m_invalid.erase(found);
    }
    for (const Batch::Write &write : batch.writes) {
        const auto slot = m_slots.find(write.key);
        if (slot == m_slots.end() || slot->second.sequence != write.sequence)
            continue;
        m_bytes -= bytesOf(write.key, slot->second.write);
        m_slots.erase(slot);
    }
}

void WriteQueue::putBack(Batch &&batch)
{
    const std::lock_guard lock(m_mutex);
    for (auto write = batch.writes.rbegin(); write != batch.writes.rend(); ++write)
        m_order.emplace_front(std::move(write->key), write->sequence);
    m_rows.insert(m_rows.end(), batch.rows.begin(), batch.rows.end());
    if (m_touches.size() + batch.touches.size() <= maximumTouches)
        m_touches.insert(m_touches.end(), batch.touches.begin(), batch.touches.end());
}

std::uint64_t WriteQueue::lastSequence() const
{
    const std::lock_guard lock(m_mutex);
    return m_sequence;
}

bool WriteQueue::isEmpty() const
{
    const std::lock_guard lock(m_mutex);
    return m_order.empty() && m_invalid.empty() && m_rows.empty() && m_touches.empty() &&
           m_clearSequence == 0;
}

std::size_t WriteQueue::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_slots.size();
}

} // namespace manometer::cache
