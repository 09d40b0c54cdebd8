// SPDX-License-Identifier: GPL-3.0-or-later
//
// The SQLite file of a shard: opens it, closes it, quarantines a damaged one and reopens, and holds its
// connections: one to write with, a pool to read with. It knows the file's health, its size, and which rows
// are valid. The writer thread alone opens, repairs and writes (or the caller that opens the store, before
// that thread runs); any thread may read through withReader(), report a fault and ask for figures.
// Locks: m_mutex guards the two faults and is held for a copy only; no lock is held during a disk access.
// A fault is never thrown: it becomes the condition() until a later attempt has succeeded.
#pragma once

#include "cache/disk/Quarantine.h"
#include "cache/disk/ReaderPool.h"
#include "cache/disk/RowWriter.h"

#include <atomic>
#include <functional>
#include <mutex>

namespace manometer::cache::disk {

struct ShardOptions
{
    std::string path;
    std::string vfs;
    std::uint64_t capBytes = 0; // for the database, its log and the log's index
    TimeToLive timeToLive;
    std::function<WallTime()> now;
    std::function<void()> wakeWriter; // called when the writer has something to do
};

// An EntryId states which shard its row is in, so that an id alone finds it.
inline constexpr std::uint64_t shardCount = 4;

// Any thread. Ids that are assigned afterwards are greater than `least`.
inline void raiseTo(std::uint64_t least, std::atomic<std::uint64_t> &lastId)
{
    std::uint64_t present = lastId.load();
    while (present < least && !lastId.compare_exchange_weak(present, least)) {
    }
}

class ShardFile
{
public:
    // `prepareWriter` is called on the writer thread each time that the file has been opened, before readers
    // are admitted; its fault is treated as one of the opening. The options outlive this object.
    using PrepareWriter = std::function<std::optional<Fault>(RowWriter &)>;
    ShardFile(const ShardOptions &options, Quarantine &quarantine, std::atomic<std::uint64_t> &lastId,
              PrepareWriter prepareWriter);

    // Any thread; never block on disk.
    const std::string &path() const { return m_options.path; }
    std::uint64_t logLimitBytes() const { return m_logLimitBytes; }
    bool isGood() const { return m_isGood.load(std::memory_order_acquire); }
    std::optional<Fault> condition() const;
    // Valid rows, as far as they are written.
    std::uint64_t entries() const;
    std::uint64_t fileBytes() const { return m_fileBytes.load(std::memory_order_relaxed); }
    // Part of fileBytes(), as of when it was last measured.
    std::uint64_t pathIndexBytes() const { return m_pathIndexBytes.load(std::memory_order_relaxed); }
    bool isMarkedInvalid() const { return m_isMarked.load(std::memory_order_relaxed); }
    // Whether repair() has something to do, or recordOutcome() has recorded a fault.
    bool needsAttention() const;
    // Leaves a fault that a reader met to the writer thread, and wakes it.
    void report(Fault fault);
    // Invalidates every row of the file, also those with ids that were assigned but not written yet. repair()
    // deletes them.
    void invalidateRows();
    // The same, of rows with ids up to this one.
    void invalidateRowsUpTo(EntryId id);
    bool isValid(EntryId id) const { return static_cast<std::uint64_t>(id) >= m_floor.load(); }
    // The greatest id of the rows that are invalid but not deleted yet.
    std::optional<EntryId> undeletedUpTo() const;
    // Ids that are assigned afterwards are greater.
    void noteAssigned(EntryId id);
    EntryId greatestAssigned() const;

    // Any thread; blocks on disk. The answer of `read`, called with a reader; a default value if there is no
    // reader or it failed, which is reported.
    template<typename Read>
    auto withReader(Read &&read);

    // The writer thread's from here on. All block on disk except where stated.
    // Quarantines a damaged file and begins a new one. NewerFormat leaves the file closed.
    std::optional<Fault> open();
    // Makes the file writable: reopens it if it was replaced or a reader reported a fault, quarantines it if
    // that was damage, deletes invalid rows. The fault that prevents it, if any.
    std::optional<Fault> repair();
    // Where there is no invalidation log: marks the file, so that the next program takes all of its rows for
    // invalid. The mark is a permission bit, which needs no room.
    void markInvalid();
    void removeMark();
    // Records how an attempt to write ended. A damaged file is quarantined: the next attempt finds a new one.
    enum class Outcome : std::uint8_t { Good, Repaired, OutOfOrder };
    Outcome recordOutcome(std::optional<Fault> fault);
    // Moves the log into the database and closes both.
    void close();
    // Closes a file that another process may own by now, as its directory was moved or removed: nothing is
    // written.
    void closeWithoutWriting();

    bool isOpen() const { return m_rowWriter != nullptr; } // does not block
    RowWriter &rowWriter() { return *m_rowWriter; }        // only while it is open; does not block
    void releaseReaderMemory() { m_readers.releaseMemory(); }
    void releaseMemory(); // cached pages, the writer's, too

    std::uint64_t rows() const { return m_rows.load(); } // does not block
    void noteRowsAdded(std::int64_t rows);               // does not block
    std::optional<Fault> countRows();                    // again, from the file
    void measure();                                      // sets fileBytes()
    void measurePathIndex();                             // sets pathIndexBytes(); does not block
    std::uint64_t databaseFileBytes() const;             // these three by stat(2)
    std::uint64_t logFileBytes() const;
    std::uint64_t logIndexFileBytes() const;
    std::string invalidationLogPath() const { return m_options.path + "-invalid"; } // does not block
    // A small part of the cap; does not block.
    std::uint64_t invalidationLogBytes() const { return m_invalidationLogBytes; }

private:
    std::optional<Fault> openFile();
    void reserveHints();
    void heedMark(EntryId greatestId);
    std::optional<Fault> quarantine();
    void closeFile();
    std::optional<Fault> deleteInvalidRows(std::uint64_t floor);
    void reclassifyFalseDiskFull(Fault &fault);
    bool isInPlace() const;

    const ShardOptions &m_options;
    const std::uint64_t m_logLimitBytes;
    const std::uint64_t m_invalidationLogBytes;
    Quarantine &m_quarantine;
    std::atomic<std::uint64_t> &m_lastId;
    const PrepareWriter m_prepareWriter;

    // The writer thread's.
    std::unique_ptr<RowWriter> m_rowWriter;
    std::uint64_t m_inode = 0;          // of the file that is open
    bool m_isMarkedByThisCache = false; // or the mark was acted on
    bool m_hasEarlierMark = false;      // found when it was marked

    IdHints m_hints;
    ReaderPool m_readers;
    std::atomic<std::uint64_t> m_floor{0};        // rows with lesser ids are invalid
    std::atomic<std::uint64_t> m_deletedFloor{0}; // rows with lesser ids are deleted
    std::atomic<std::uint64_t> m_rows{0};
    std::atomic<std::uint64_t> m_fileBytes{0};
    std::atomic<std::uint64_t> m_pathIndexBytes{0};
    std::atomic<bool> m_isGood{false};
    std::atomic<bool> m_isMarked{false};

    mutable std::mutex m_mutex; // guards what follows
    std::optional<Fault> m_condition;
    std::optional<Fault> m_reported;
};

template<typename Read>
auto ShardFile::withReader(Read &&read)
{
    typename decltype(read(std::declval<ReaderPool::Loan &>()))::value_type nothing{};
    auto loan = m_readers.borrow();
    if (!loan) {
        report(std::move(loan.error()));
        return nothing;
    }
    if (!*loan)
        return nothing;
    auto answer = read(**loan);
    if (answer)
        return std::move(*answer);
    report(std::move(answer.error()));
    return nothing;
}

} // namespace manometer::cache::disk
