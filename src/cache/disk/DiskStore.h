// SPDX-License-Identifier: GPL-3.0-or-later
//
// The entries on disk: shards, the queue before them and the thread that writes it out in groups. Any thread.
// Writing functions return at once; reading ones block on disk. What goes wrong is told by health(): the
// queue is kept and tried again, a damaged shard is set aside and made anew.
#pragma once

#include "cache/Cache.h"
#include "cache/disk/Shard.h"
#include "cache/disk/WriteQueue.h"

#include <array>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace manometer::cache {

class DiskStore
{
public:
    static constexpr std::size_t shardCount = 4;

    // Opens the shards; NewerFormat is the one error that is the caller's. directoryError: errno if the
    // directory cannot be written, in which case nothing is opened until a later try succeeds.
    static Expected<std::unique_ptr<DiskStore>, OpenError> open(const Options &options, int directoryError);
    // Writes what is queued, if it can be.
    ~DiskStore();
    DiskStore(const DiskStore &) = delete;
    DiskStore &operator=(const DiskStore &) = delete;

    struct Hit
    {
        std::shared_ptr<const std::string> bytes;
        SourceVersion version;
        EntryNote note;
        std::int64_t storedMs = 0;
        std::optional<std::uint64_t> row; // its id, if it came from a file and not from the queue
    };
    std::optional<Hit> find(std::string_view key, std::uint64_t hash);

    bool put(const std::string &key, std::uint64_t hash, QueuedWrite write);
    void erase(const std::string &key, std::uint64_t hash);
    // This very row, whatever its key holds by then.
    void eraseRow(std::uint64_t id);
    bool touch(const Touch &touch); // false where too many wait already
    void clear();

    // Its newest write is not on disk yet.
    bool isQueued(std::string_view key) const;
    bool flush();
    CleanUpOutcome cleanUp(double keepRatio);

    std::uint64_t entries() const;
    std::uint64_t fileBytes() const { return m_fileBytes; }
    Health health() const;

    // Ids are the store's own: shard and row in one number, under 2^63.
    static std::uint64_t idOf(std::size_t shard, std::int64_t row);
    std::optional<Row> describe(std::uint64_t id);
    std::optional<Found> read(std::uint64_t id);
    // Calls the visitor in order; ties by id.
    struct Listed
    {
        std::uint64_t id;
        std::int64_t number;
        std::string_view path;
    };
    void list(const EntryQuery &query, const std::function<void(const Listed &)> &visitor);

private:
    explicit DiskStore(const Options &options);
    std::optional<OpenError> openShards();
    void run();
    bool writeBatch();
    int commit(const WriteQueue::Batch &batch);
    void enforceCap();
    std::uint64_t eraseExpired();
    std::uint64_t shrinkTo(std::uint64_t bytes);
    void measure();
    void wakeWriter();
    void note(int result, int systemError, const std::string &detail);
    void noteRead(std::size_t shard, int result, std::uint64_t generation);
    void quarantine(std::size_t shard, std::uint64_t generation);
    std::int64_t nowMs() const;

    const Options m_options;
    std::array<std::unique_ptr<Shard>, shardCount> m_shards;
    std::array<std::atomic<std::uint64_t>, shardCount> m_generations{}; // grows when a shard is made anew
    std::mutex m_quarantineMutex;
    WriteQueue m_queue;
    std::atomic<std::uint64_t> m_fileBytes = 0;
    std::atomic<bool> m_open = false;

    mutable std::mutex m_healthMutex;
    Health m_health;

    std::mutex m_wakeMutex;
    std::condition_variable m_wake;    // of the writer
    std::condition_variable m_written; // of those who flush
    std::mutex m_writeMutex;           // a batch, a clean-up: one at a time
    std::uint64_t m_writtenSequence = 0;
    std::uint64_t m_attempts = 0;
    std::size_t m_flushing = 0;
    bool m_hasWork = false;
    bool m_stopping = false;
    std::thread m_writer;
};

} // namespace manometer::cache
