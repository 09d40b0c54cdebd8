// SPDX-License-Identifier: GPL-3.0-or-later
//
// DiskStore's writing side: the thread that commits in groups, and what keeps the files within their cap.
#include "cache/KeyBytes.h"
#include "cache/disk/DiskStore.h"

#include <algorithm>

namespace manometer::cache {

namespace {

// A group forms while this passes: enough entries for a commit to be cheap, too little to be noticed.
constexpr std::chrono::milliseconds gatherTime{50};
// After a failure: often enough to recover soon once the operator made room, seldom enough to cost nothing.
constexpr std::chrono::seconds retryInterval{2};

} // namespace

bool DiskStore::flush()
{
    std::unique_lock lock(m_wakeMutex);
    const std::uint64_t target = m_queue.lastSequence();
    // An attempt that is under way may have begun before what is waited for was queued.
    const std::uint64_t attempts = m_attempts;
    ++m_flushing;
    m_hasWork = true;
    m_wake.notify_one();
    m_written.wait(lock,
                   [&] { return m_writtenSequence >= target || m_attempts >= attempts + 2 || m_stopping; });
    --m_flushing;
    return m_writtenSequence >= target;
}

void DiskStore::run()
{
    for (;;) {
        bool stopping = false;
        {
            std::unique_lock lock(m_wakeMutex);
            if (!m_hasWork && !m_stopping)
                m_wake.wait(lock, [this] { return m_hasWork || m_stopping; });
            if (!m_stopping && m_flushing == 0)
                m_wake.wait_for(lock, gatherTime, [this] { return m_stopping || m_flushing > 0; });
            stopping = m_stopping;
            m_hasWork = false;
        }
        const bool written = writeBatch();
        {
            std::unique_lock lock(m_wakeMutex);
            if (written)
                m_hasWork = m_hasWork || !m_queue.isEmpty();
            else
                ++m_attempts;
            m_written.notify_all();
            if (stopping && (!written || m_queue.isEmpty()))
                return;
            if (!written && !m_stopping) {
                m_wake.wait_for(lock, retryInterval, [this] { return m_stopping || m_flushing > 0; });
                m_hasWork = true;
            }
        }
    }
}

bool DiskStore::writeBatch()
{
    const std::lock_guard lock(m_writeMutex);
    if (m_open && !std::all_of(m_shards.begin(), m_shards.end(),
                               [](const auto &shard) { return shard->isInPlace(); })) {
        // What is written to removed files is lost: begin anew, or say that it is not possible.
        for (const auto &shard : m_shards)
            shard->close();
        m_open = false;
    }
    if (!m_open) {
        openShards();
        if (!m_open)
            return false;
    }
    WriteQueue::Batch batch = m_queue.take();
    const int result = commit(batch);
    if (result != SQLITE_OK) {
        m_queue.putBack(std::move(batch));
        return false;
    }
    m_queue.done(batch);
    note(SQLITE_OK, 0, {});
    {
        const std::lock_guard wakeLock(m_wakeMutex);
        m_writtenSequence = std::max(m_writtenSequence, batch.lastSequence);
    }
    measure();
    if (m_fileBytes > m_options.diskCapBytes)
        enforceCap();
    return true;
}

int DiskStore::commit(const WriteQueue::Batch &batch)
{
    std::array<std::vector<Change>, shardCount> changes;
    for (const auto &[hash, sequence] : batch.invalidations) {
        Change change;
        change.kind = Change::Kind::EraseHash;
        change.hash = hash;
        changes[hash % shardCount].push_back(std::move(change));
    }
    for (const auto &write : batch.writes) {
        Change change;
        change.kind = write.write.bytes ? Change::Kind::Put : Change::Kind::EraseKey;
        change.key = write.key;
        change.hash = keyHash(write.key);
        change.version = write.write.version;
        change.note = write.write.note;
        if (write.write.bytes)
            change.value = *write.write.bytes;
        change.storedMs = change.usedMs = write.write.storedMs;
        changes[change.hash % shardCount].push_back(std::move(change));
    }
    for (const auto &[shard, row] : batch.rows) {
        Change change;
        change.kind = Change::Kind::EraseRow;
        change.row = row;
        changes[shard].push_back(std::move(change));
    }
    for (const Touch &touch : batch.touches) {
        Change change;
        change.kind = Change::Kind::Touch;
        change.hash = touch.hash;
        change.hits = touch.hits;
        change.usedMs = touch.usedMs;
        changes[touch.hash % shardCount].push_back(std::move(change));
    }
    for (std::size_t i = 0; i < shardCount; ++i) {
        // Once more after a quarantine: the new file takes what the damaged one could not.
        for (int round = 0; round < 2; ++round) {
            const std::uint64_t generation = m_generations[i];
            int result = batch.clearSequence != 0 ? m_shards[i]->eraseAll() : SQLITE_OK;
            if (result == SQLITE_OK && !changes[i].empty())
                result = m_shards[i]->commit(changes[i]);
            if (result == SQLITE_OK)
                break;
            if (round == 0 && isDamage(result)) {
                quarantine(i, generation);
                continue;
            }
            note(result, m_shards[i]->lastSystemError(), m_shards[i]->path());
            return result;
        }
    }
    return SQLITE_OK;
}

void DiskStore::measure()
{
    std::uint64_t bytes = 0;
    for (const auto &shard : m_shards)
        bytes += shard->fileBytes();
    m_fileBytes = bytes;
}

std::uint64_t DiskStore::eraseExpired()
{
    if (!m_options.timeToLive)
        return 0;
    const std::int64_t before =
        nowMs() - std::chrono::duration_cast<std::chrono::milliseconds>(*m_options.timeToLive).count();
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < shardCount; ++i) {
        std::int64_t erased = 0;
        const std::uint64_t generation = m_generations[i];
        noteRead(i, m_shards[i]->eraseExpired(before, erased), generation);
        total += static_cast<std::uint64_t>(erased);
    }
    return total;
}

std::uint64_t DiskStore::shrinkTo(std::uint64_t bytes)
{
    std::uint64_t total = 0;
    // An estimate a round; the files' sizes are what counts.
    for (int round = 0; round < 8; ++round) {
        for (const auto &shard : m_shards)
            shard->shrink();
        measure();
        if (m_fileBytes <= bytes)
            break;
        const std::uint64_t excess = (m_fileBytes - bytes) / shardCount + 4096;
        std::uint64_t erasedNow = 0;
        for (std::size_t i = 0; i < shardCount; ++i) {
            std::int64_t erased = 0;
            const std::uint64_t generation = m_generations[i];
            noteRead(i, m_shards[i]->eraseOldest(excess, erased), generation);
            erasedNow += static_cast<std::uint64_t>(erased);
        }
        if (erasedNow == 0)
            break;
        total += erasedNow;
    }
    for (const auto &shard : m_shards)
        shard->shrink();
    measure();
    return total;
}

void DiskStore::enforceCap()
{
    eraseExpired();
    // A tenth of room, so that the next commits do not each pay for this.
    shrinkTo(m_options.diskCapBytes / 10 * 9);
}

CleanUpOutcome DiskStore::cleanUp(double keepRatio)
{
    const auto began = std::chrono::steady_clock::now();
    CleanUpOutcome outcome;
    const std::lock_guard lock(m_writeMutex);
    measure();
    outcome.fileBytesBefore = m_fileBytes;
    outcome.expiredEntries = eraseExpired();
    outcome.removedEntries =
        shrinkTo(static_cast<std::uint64_t>(keepRatio * static_cast<double>(m_options.diskCapBytes)));
    outcome.fileBytesAfter = m_fileBytes;
    outcome.duration = std::chrono::steady_clock::now() - began;
    return outcome;
}

} // namespace manometer::cache
