// SPDX-License-Identifier: GPL-3.0-or-later
//
// One of the store's files with its write queue. Reading and queueing: any thread, and only the functions
// that say so block on disk. Opening, writing, trimming and mending: the writer thread alone (or whoever
// opens the store, before there is one). A fault never reaches a caller: reads miss, writes stay queued or
// leave their key's invalidation, and condition() tells what is wrong until work() has succeeded again.
#pragma once

#include "cache/disk/Quarantine.h"
#include "cache/disk/ReaderPool.h"
#include "cache/disk/RowWriter.h"
#include "cache/disk/WriteQueue.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <span>

namespace manometer::cache::disk {

struct ShardOptions
{
    std::string path;
    std::string vfs;
    std::uint64_t capBytes = 0; // for the database, its log and the log's index
    TimeToLive timeToLive;
    std::function<WallTime()> now;
    std::function<void()> wakeWriter; // called when there is something for work() to do
};

// An EntryId says which shard its row is in, so that an id alone finds it.
inline constexpr std::uint64_t shardCount = 4;

// Any thread; no id is given twice by it.
inline void raiseTo(std::uint64_t least, std::atomic<std::uint64_t> &lastId)
{
    std::uint64_t present = lastId.load();
    while (present < least && !lastId.compare_exchange_weak(present, least)) {
    }
}

enum class PutAnswer : std::uint8_t { Queued, Refused };

class Shard
{
public:
    Shard(ShardOptions options, Quarantine &quarantine, std::atomic<std::uint64_t> &lastId);

    // Never block on disk.
    PutAnswer put(const RecordPtr &record);
    void erase(const EntryKey &key, EntryId upTo);
    // The same, but a row that is kept stays.
    void drop(const EntryKey &key, EntryId upTo);
    void touch(std::span<const Touch> touches);
    // From now on nothing that is queued or in the file counts; work() deletes it.
    void abandon();
    std::optional<Fault> condition() const;
    bool isGood() const { return m_isGood.load(std::memory_order_acquire); }
    std::uint64_t entries() const;
    std::uint64_t fileBytes() const { return m_fileBytes.load(std::memory_order_relaxed); }
    // Part of them, as of when it was last measured.
    std::uint64_t pathIndexBytes() const { return m_pathIndexBytes.load(std::memory_order_relaxed); }
    const WriteQueue &queue() const { return m_queue; }

    // Block on disk.
    RecordPtr find(const EntryKey &key);
    RecordPtr read(EntryId id);
    bool has(const EntryKey &key);
    std::optional<EntryInfo> describe(EntryId id);
    // The rows that count, but for file rows of keys that are queued. Those whose paths do not contain the
    // needle and those outside of the bounds may be left out, and a row may be visited twice.
    void scan(const RowScan &wanted, std::string_view needle,
              const std::function<void(const RowSummary &)> &visit);

    // The writer's. All block on disk.
    enum class Progress : std::uint8_t { Idle, Wrote, OutOfOrder };
    enum class Touches : std::uint8_t { IfMany, All };
    // Sets damaged files aside. NewerFormat leaves the shard closed.
    std::optional<Fault> open();
    // Mends what it can, then writes one group.
    Progress work(Touches touches);
    bool hasWork() const;
    // All that is queued now; then makes it durable.
    bool flush();
    Removal trim(double keepRatio);
    // How many of them have rows.
    std::size_t keep(const std::vector<EntryId> &ids, bool isKept);
    // A step for the path index, if one is due: some milliseconds. True if there is another to take.
    bool indexPaths();
    void close();
    // Closes what may be another's by now, as its directory was moved or removed: nothing is written.
    void leave();

private:
    bool isAlive(EntryId id) const;
    bool areTouchesDue() const;
    bool isTouchTime() const;
    // Notes what a reader met, for the writer to see to.
    void report(Fault fault);
    // What `read` finds with a reader on loan, or nothing where it cannot.
    template<typename Read>
    auto ask(Read &&read);
    RecordPtr believe(RowLookup lookup);
    // What `read` finds in the file, unless a change of its key is queued: `keyOf` tells the key.
    template<typename Read, typename KeyOf>
    auto unlessQueued(Read &&read, KeyOf &&keyOf);

    std::optional<Fault> openFile();
    std::optional<Fault> setAside();
    void closeFile();
    std::optional<Fault> mend();
    void seeThrough(Fault &fault);
    enum class Outcome : std::uint8_t { Good, Mended, OutOfOrder };
    Outcome settle(std::optional<Fault> fault);
    std::pair<Progress, Outcome> attemptWork(Touches touches);
    std::optional<Fault> loadDictionary();
    std::optional<Fault> trainDictionary();
    std::optional<Fault> write(const std::vector<ChangePtr> &batch, const std::vector<Touch> &touches);
    std::optional<Fault> makeRoom(std::uint64_t incomingBytes);
    std::optional<Fault> boundLog(std::uint64_t allowance);
    std::optional<Fault> indexSome(bool isDamaged);
    std::optional<Fault> recount();
    void measure();
    std::uint64_t sideFilesBytes() const;
    bool isInPlace() const;

    const ShardOptions m_options;
    const std::uint64_t m_logLimitBytes;
    std::uint64_t m_inode = 0; // of the file that is open
    Quarantine &m_quarantine;
    std::atomic<std::uint64_t> &m_lastId;
    WriteQueue m_queue;
    ReaderPool m_readers;
    std::unique_ptr<RowWriter> m_writer;
    GroupEncoder m_encoder;
    DictionaryPtr m_dictionary; // that what is written now is compressed with
    DictionaryTrainer m_trainer{false};

    std::atomic<std::uint64_t> m_floor{0};        // rows with lesser ids do not count
    std::atomic<std::uint64_t> m_removedFloor{0}; // those of them that are deleted
    std::atomic<std::uint64_t> m_rows{0};
    std::atomic<std::uint64_t> m_fileBytes{0};
    std::atomic<bool> m_isGood{false};
    std::atomic<std::chrono::steady_clock::duration> m_touchesWrittenAt{};
    std::atomic<std::uint64_t> m_groups{0}; // that went into the file; told before they leave the queue

    std::atomic<std::uint64_t> m_pathIndexBytes{0};
    std::atomic<bool> m_isPathIndexDamaged{false}; // a search says so
    std::chrono::steady_clock::time_point m_indexAgainAt{};

    // Held while a group goes from the queue into the file, so that a scan sees each change in one of them
    // and in one only.
    std::mutex m_groupMutex;
    mutable std::mutex m_mutex; // of what follows
    std::optional<Fault> m_condition;
    std::optional<Fault> m_reported;
};

} // namespace manometer::cache::disk
