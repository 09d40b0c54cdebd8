// SPDX-License-Identifier: GPL-3.0-or-later
//
// The disk store: a directory with one owner, its shards, and the thread that writes them. Any thread may
// call; functions that block on disk say so. Once it is open, no call fails: health() reports what is wrong,
// and the writer thread retries by itself.
#pragma once

#include "cache/Cache.h"
#include "cache/disk/DirectoryLock.h"
#include "cache/disk/Shard.h"

#include <array>
#include <condition_variable>
#include <deque>
#include <thread>

namespace manometer::cache::disk {

class Store
{
public:
    // Blocks on disk.
    static Expected<std::unique_ptr<Store>, OpenError> open(const Options &options);
    // Writes what is queued. Blocks on disk.
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    // Never block on disk. Of two changes of a key the one with the greater id is newer: the caller must
    // serialise the changes of a key, from newId() to the change.
    EntryId newId(const EntryKey &key);
    PutAnswer put(const RecordPtr &record) { return shardOf(record->key).put(record); }
    void erase(const EntryKey &key, EntryId upTo) { shardOf(key).erase(key, upTo); }
    void drop(const EntryKey &key, EntryId upTo) { shardOf(key).drop(key, upTo); }
    void touch(const std::vector<Touch> &touches);
    void touch(const Touch &touch) { shardOf(touch.id).touch({&touch, 1}); }
    // Invalidates everything that was put so far; flush() deletes it.
    void invalidateAll();
    bool isGood(const EntryKey &key) const { return shardOf(key).file().isGood(); }
    // The cap that was asked for, but at most half of the file system.
    std::uint64_t capBytes() const { return m_capBytes; }
    std::uint64_t entries() const;
    std::uint64_t fileBytes() const;
    std::uint64_t pathIndexBytes() const;
    Health health() const;

    // Block on disk.
    RecordPtr find(const EntryKey &key) { return shardOf(key).find(key); }
    bool has(const EntryKey &key) { return shardOf(key).has(key); }
    RecordPtr read(EntryId id) { return shardOf(id).read(id); }
    std::optional<EntryInfo> describe(EntryId id) { return shardOf(id).describe(id); }
    // See Shard::scan(). The shard of an entry is its id modulo shardCount.
    void scan(std::size_t shard, const RowScan &wanted, std::string_view needle,
              const std::function<void(const RowSummary &)> &visit);
    // False if a shard is out of order; the others are flushed all the same.
    bool flush();
    Removal trim(double keepRatio);
    std::size_t keep(std::span<const EntryId> ids, bool isKept);

private:
    explicit Store(const Options &options);
    std::optional<OpenError> start();
    std::optional<Fault> acquireDirectory();
    void raiseIdsToClock();

    Shard &shardOf(const EntryKey &key) const;
    Shard &shardOf(EntryId id) const;

    void wake();
    // Runs the task on the writer thread and waits for it.
    void onWriter(std::function<void()> task);
    void run();
    void work();
    // False if the shard is out of order.
    bool work(std::size_t shard, ShardWriter::Locks locks);
    // Calls `each` for every shard, from a second thread too if much is queued.
    void forEachShard(const std::function<void(std::size_t shard)> &each);
    bool indexPaths();
    void releaseMemory();
    std::optional<std::chrono::steady_clock::time_point> nextRetry() const;
    bool ensureOwnership();

    const std::string m_directory;
    const std::uint64_t m_capBytes;
    const std::function<WallTime()> m_now;
    const std::chrono::milliseconds m_idleRelease;
    DirectoryLock m_lock;    // used by the writer thread alone, once it runs
    bool m_wasOwned = false; // whether this store has owned the directory; accessed like m_lock
    Quarantine m_quarantine;
    FirstDictionary m_firstDictionary;
    std::atomic<std::uint64_t> m_lastId{0};
    std::array<std::unique_ptr<Shard>, shardCount> m_shards;
    // When to retry a shard that is out of order.
    std::array<std::chrono::steady_clock::time_point, shardCount> m_retryAt{};
    std::chrono::steady_clock::time_point m_acquireAt{};

    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_wakeUp;
    std::deque<std::function<void()>> m_tasks;
    bool m_isAwake = false;
    bool m_isStopping = false;
    std::optional<Fault> m_condition; // of the directory; while it is set, no shard is open
    std::thread m_writer;
};

} // namespace manometer::cache::disk
