// SPDX-License-Identifier: GPL-3.0-or-later
//
// Moves what is queued for a shard into its file, in group commits, and does the file's upkeep: keeps it
// within its cap, trims it, trains its compression dictionary, and indexes its paths when there is nothing
// to write. The writer thread's, or that of a thread that the writer waits for, except for the functions that
// say so; every other call blocks on disk. Locks: m_groupMutex is held while a group moves from the queue
// into the file, disk accesses included; it is taken before the queue's mutex. Faults are recorded in the
// ShardFile; what could not be written stays queued.
#pragma once

#include "cache/disk/InvalidationLog.h"
#include "cache/disk/ShardFile.h"
#include "cache/disk/WriteQueue.h"

#include <span>

namespace manometer::cache::disk {

class ShardWriter
{
public:
    // All outlive this object.
    ShardWriter(const ShardOptions &options, ShardFile &file, WriteQueue &queue, FirstDictionary &first);

    enum class Progress : std::uint8_t { Idle, Wrote, OutOfOrder };
    enum class Touches : std::uint8_t { IfMany, All };
    // Another program's locks, for up to Connection::writerTimeoutMs.
    enum class Locks : std::uint8_t { WaitedFor, NotWaitedFor };
    // Repairs the file if necessary, then writes one group.
    Progress work(Touches touches, Locks locks = Locks::WaitedFor);
    // Writes everything that is queued at the time of the call, then makes it durable.
    bool flush();
    Removal trim(double keepRatio);
    // Returns how many of them have rows.
    std::size_t keep(const std::vector<EntryId> &ids, bool isKept);
    // A step for the path index, if one is due: some milliseconds. True if there is another to take.
    bool indexPaths();
    // Of a file that was just opened: loads the newest dictionary, and queues the removal of the rows that
    // the invalidation log names.
    std::optional<Fault> prepare(RowWriter &rowWriter);
    // While the file is out of order: records what is queued in the invalidation log, for a program that ends
    // before it can be written.
    void recordInvalidations();

    // Any thread; never block on disk.
    bool hasWork() const;
    std::size_t queued() const { return m_queue.size(); } // changes
    bool areTouchesDue() const;
    // A search met damage: indexPaths() repairs the index.
    void notePathIndexDamage() { m_isPathIndexDamaged.store(true); }
    // Groups that went into the file. Counted before a group leaves the queue.
    std::uint64_t groupsWritten() const { return m_groups.load(); }
    // No group moves from the queue into the file while the lock is held: what is read of both sees each
    // change in exactly one of them. May wait for the group that is being written, which blocks on disk.
    std::unique_lock<std::mutex> blockGroups() { return std::unique_lock(m_groupMutex); }

private:
    Progress tryWork(Touches touches);
    std::pair<Progress, ShardFile::Outcome> attemptWork(Touches touches);
    std::optional<Fault> loadDictionary(RowWriter &rowWriter);
    std::optional<Fault> applyInvalidations(RowWriter &rowWriter);
    bool isInvalidationLogDone() const;
    std::optional<Fault> clearInvalidationLog();
    bool isTouchTime() const;
    std::optional<Fault> trainDictionary();
    std::optional<Fault> useDictionary(const std::string &bytes);
    std::size_t groupRows() const;
    void noteGroup(std::size_t rows, std::uint64_t logPages);
    std::optional<Fault> write(const std::vector<ChangePtr> &batch, const std::vector<Touch> &touches,
                               bool &isCommitted);
    std::optional<Fault> makeRoom(std::uint64_t incomingBytes);
    std::optional<Fault> boundLog(std::uint64_t allowance);
    std::optional<Fault> indexSome(bool isDamaged);

    const ShardOptions &m_options;
    ShardFile &m_file;
    WriteQueue &m_queue;
    FirstDictionary &m_first;

    GroupEncoder m_encoder;
    DictionaryPtr m_dictionary; // what is written now is compressed with it; null for none
    DictionaryTrainer m_trainer{false};
    double m_logPagesPerRow;
    std::chrono::steady_clock::time_point m_indexAgainAt{};

    InvalidationLog m_invalidations;
    std::uint64_t m_recordedMark = 0; // of the queue: changes up to here are in the invalidation log …
    EntryId m_recordedUpTo{};         // … and the invalidity of all rows up to this
    std::uint64_t m_neededMark =
        0; // of the queue: the log is needed until the changes up to here are written
    bool m_wasPrepared = false;

    std::atomic<std::chrono::steady_clock::duration> m_touchesWrittenAt{};
    std::atomic<bool> m_isPathIndexDamaged{false};
    std::mutex m_groupMutex;
    std::atomic<std::uint64_t> m_groups{0};
};

} // namespace manometer::cache::disk
