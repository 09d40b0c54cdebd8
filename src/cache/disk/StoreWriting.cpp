// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of Store that runs on its writer thread: the loop, ownership of the directory, and retries.
#include "cache/disk/Store.h"

#include <algorithm>
#include <future>
#include <malloc.h>

namespace manometer::cache::disk {

namespace {

// Retry interval of a store that is out of order: short enough that an operator who frees space sees it
// recover, long enough that a dead disk costs little.
constexpr std::chrono::seconds retryInterval{2};

// Changes; for fewer, starting a thread would be much of the work.
constexpr std::size_t leastForTwoThreads = 256;

} // namespace

void Store::wake()
{
    const std::lock_guard lock(m_mutex);
    if (std::exchange(m_isAwake, true))
        return;
    m_wakeUp.notify_one();
}

void Store::onWriter(std::function<void()> task)
{
    std::promise<void> done;
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back([&] {
            task();
            done.set_value();
        });
    }
    m_wakeUp.notify_one();
    done.get_future().wait();
}

void Store::run()
{
    std::unique_lock lock(m_mutex);
    bool mayIndex = true;
    bool holdsPages = true;
    while (!m_isStopping) {
        const auto isWanted = [this] { return m_isStopping || m_isAwake || !m_tasks.empty(); };
        if (mayIndex && !isWanted()) { // nothing to write, no task
            lock.unlock();
            mayIndex = indexPaths();
            lock.lock();
            continue;
        }
        mayIndex = true;
        if (const auto retryAt = nextRetry()) {
            m_wakeUp.wait_until(lock, *retryAt, isWanted);
        } else if (!holdsPages) {
            m_wakeUp.wait(lock, isWanted);
        } else if (!m_wakeUp.wait_for(lock, m_idleRelease, isWanted)) {
            lock.unlock();
            releaseMemory();
            lock.lock();
            holdsPages = false;
            continue;
        }
        holdsPages = true;
        m_isAwake = false;
        std::deque<std::function<void()>> tasks;
        tasks.swap(m_tasks);
        lock.unlock();
        for (const auto &task : tasks)
            task();
        work();
        lock.lock();
    }
    lock.unlock();
    const bool isOurs = ensureOwnership();
    for (const auto &shard : m_shards) {
        if (isOurs)
            shard->writer().flush();
        shard->file().close();
    }
}

// Takes a step in one shard; true if there may be another.
bool Store::indexPaths()
{
    return m_lock.isHeld() && std::any_of(m_shards.begin(), m_shards.end(),
                                          [](const auto &shard) { return shard->writer().indexPaths(); });
}

// Gives back what writing and indexing have cached: for a scan, and the index after it, some 10 MiB.
void Store::releaseMemory()
{
    for (const auto &shard : m_shards)
        shard->file().releaseMemory();
    ::malloc_trim(0); // the arena of this thread
}

// Writes everything that is queued, except for shards that are out of order.
void Store::work()
{
    const auto now = std::chrono::steady_clock::now();
    if (!m_lock.isHeld() && now < m_acquireAt)
        return;
    if (!ensureOwnership()) {
        m_acquireAt = now + retryInterval;
        return;
    }
    for (const auto &shard : m_shards) {
        if (!shard->file().isGood())
            shard->writer().recordInvalidations();
    }
    // One wait for a lock is enough: the changes of the other shards are to be recorded soon.
    std::atomic<bool> hasWaited = false;
    forEachShard([&](std::size_t shard) {
        if (!work(shard, hasWaited ? ShardWriter::Locks::NotWaitedFor : ShardWriter::Locks::WaitedFor))
            hasWaited = true;
    });
}

bool Store::work(std::size_t shard, ShardWriter::Locks locks)
{
    const auto now = std::chrono::steady_clock::now();
    ShardWriter &writer = m_shards[shard]->writer();
    if (!m_shards[shard]->file().isGood() && now < m_retryAt[shard])
        return true;
    auto progress = ShardWriter::Progress::Wrote;
    while (progress == ShardWriter::Progress::Wrote && writer.hasWork())
        progress = writer.work(ShardWriter::Touches::IfMany, locks);
    if (progress != ShardWriter::Progress::OutOfOrder)
        return true;
    m_retryAt[shard] = now + retryInterval;
    return false;
}

// Shards share no file and no lock. More threads would compete with the one that puts.
void Store::forEachShard(const std::function<void(std::size_t)> &each)
{
    std::atomic<std::size_t> next{0};
    const auto some = [&] {
        for (std::size_t shard = next++; shard < shardCount; shard = next++)
            each(shard);
    };
    std::size_t queued = 0;
    for (const auto &shard : m_shards)
        queued += shard->writer().queued();
    std::future<void> second;
    // Deferred if the thread cannot be created: there is nothing left to do when it is waited for.
    if (queued >= leastForTwoThreads)
        second = std::async(std::launch::async | std::launch::deferred, some);
    some();
    if (second.valid())
        second.get();
}

std::optional<std::chrono::steady_clock::time_point> Store::nextRetry() const
{
    if (!m_lock.isHeld())
        return m_acquireAt;
    std::optional<std::chrono::steady_clock::time_point> next;
    for (std::size_t index = 0; index < shardCount; ++index) {
        if (!m_shards[index]->file().isGood())
            next = next ? std::min(*next, m_retryAt[index]) : m_retryAt[index];
    }
    return next;
}

// Locks the directory if it is not locked: it could not be written before, or it was removed since. Changes
// that are still queued then go into the new directory. True if it is owned.
bool Store::ensureOwnership()
{
    if (m_lock.isHeld() && m_lock.isInPlace())
        return true;
    if (m_lock.isHeld()) {
        for (const auto &shard : m_shards)
            shard->file().closeWithoutWriting();
        m_lock = {};
    }
    auto fault = acquireDirectory();
    const std::lock_guard lock(m_mutex);
    m_condition = std::move(fault);
    return m_lock.isHeld();
}

} // namespace manometer::cache::disk
