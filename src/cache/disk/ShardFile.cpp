// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/ShardFile.h"

#include "cache/disk/Schema.h"

#include <algorithm>
#include <cassert>
#include <sys/stat.h>
#include <sys/statvfs.h>

namespace manometer::cache::disk {

namespace {

// The log grows until half of this is in it, then is moved into the database: long enough that a page which
// many rows touch is written once, short enough to be a small part of the cap and quick to read after a
// crash.
std::uint64_t logLimit(std::uint64_t capBytes)
{
    return std::clamp<std::uint64_t>(capBytes / 8, 64u << 10, 32u << 20);
}

// 24 bytes a key; the largest is enough for 2,700 keys.
std::uint64_t invalidationLogSize(std::uint64_t capBytes)
{
    return std::clamp<std::uint64_t>(capBytes / 64 / pageBytes * pageBytes, pageBytes, 64u << 10);
}

std::uint64_t sizeOf(const std::string &path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

// A file system with more free space than this is not full.
constexpr std::uint64_t ampleFreeBytes = 64u << 20;

bool hasAmpleSpace(const std::string &path)
{
    struct statvfs status = {};
    return ::statvfs(path.c_str(), &status) == 0 && status.f_bavail > ampleFreeBytes / status.f_frsize;
}

// The sticky bit: it has no meaning for a regular file, and is unlikely to be set by mistake.
constexpr mode_t invalidMark = S_ISVTX;

// The permissions of a regular file.
std::optional<mode_t> modeOf(const std::string &path)
{
    struct stat status = {};
    const bool isRegular = ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
    return isRegular ? std::optional(status.st_mode & 07777) : std::nullopt;
}

std::uint64_t inodeOf(const std::string &path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_ino) : 0;
}

} // namespace

ShardFile::ShardFile(const ShardOptions &options, Quarantine &quarantine, std::atomic<std::uint64_t> &lastId,
                     PrepareWriter prepareWriter)
    : m_options(options)
    , m_logLimitBytes(logLimit(m_options.capBytes))
    , m_invalidationLogBytes(invalidationLogSize(m_options.capBytes))
    , m_quarantine(quarantine)
    , m_lastId(lastId)
    , m_prepareWriter(std::move(prepareWriter))
    , m_readers(m_options.path, m_options.vfs, m_hints)
{}

std::optional<Fault> ShardFile::condition() const
{
    const std::lock_guard lock(m_mutex);
    return m_condition;
}

std::uint64_t ShardFile::entries() const
{
    return m_floor.load() > m_deletedFloor.load() ? 0 : m_rows.load();
}

bool ShardFile::needsAttention() const
{
    const std::lock_guard lock(m_mutex);
    return m_reported || m_condition || m_floor.load() > m_deletedFloor.load();
}

void ShardFile::report(Fault fault)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_reported)
            m_reported = std::move(fault);
    }
    m_options.wakeWriter();
}

void ShardFile::invalidateRows()
{
    // All ids that were assigned so far are less.
    raiseTo((m_lastId.load() + 1) * shardCount, m_floor);
}

void ShardFile::invalidateRowsUpTo(EntryId id)
{
    raiseTo(static_cast<std::uint64_t>(id) + 1, m_floor);
}

std::optional<EntryId> ShardFile::undeletedUpTo() const
{
    const std::uint64_t floor = m_floor.load();
    return floor > m_deletedFloor.load() ? std::optional(EntryId{floor - 1}) : std::nullopt;
}

void ShardFile::noteAssigned(EntryId id)
{
    raiseTo(static_cast<std::uint64_t>(id) / shardCount, m_lastId);
}

EntryId ShardFile::greatestAssigned() const
{
    return EntryId{m_lastId.load() * shardCount + shardCount - 1};
}

std::optional<Fault> ShardFile::open()
{
    auto fault = openFile();
    if (fault && fault->kind == Fault::Kind::Damaged) {
        fault = quarantine();
        if (!fault)
            fault = openFile();
    }
    recordOutcome(fault);
    return fault;
}

std::optional<Fault> ShardFile::openFile()
{
    assert(!m_rowWriter);
    auto connection = openForWriting(m_options.path, m_options.vfs, m_logLimitBytes);
    if (!connection)
        return std::move(connection.error());
    m_hints.reset(); // no reader is open
    auto writer = std::make_unique<RowWriter>(std::move(*connection), m_logLimitBytes, m_hints,
                                              [this] { m_readers.renew(); });
    if (auto fault = writer->takeFault())
        return fault;
    if (auto fault = writer->pathIndex().open())
        return fault;
    const auto greatestId = writer->greatestId();
    if (!greatestId)
        return greatestId.error();
    if (*greatestId > greatestPlausibleId)
        return Fault{.kind = Fault::Kind::Damaged, .detail = "an id out of range"};
    noteAssigned(EntryId{std::max(*greatestId, writer->pathIndex().greatestId())});
    m_rowWriter = std::move(writer);
    m_inode = inodeOf(m_options.path);
    heedMark(EntryId{*greatestId});
    auto fault = countRows();
    if (!fault)
        fault = m_prepareWriter(*m_rowWriter);
    if (fault) {
        m_rowWriter.reset();
        return fault;
    }
    measure();
    measurePathIndex();
    m_readers.open();
    return std::nullopt;
}

void ShardFile::closeFile()
{
    m_readers.close();
    m_rowWriter.reset();
}

// A damaged file is not trusted in any part: no row is rescued.
std::optional<Fault> ShardFile::quarantine()
{
    closeFile();
    if (auto fault = m_quarantine.admit(m_options.path))
        return fault;
    m_rows.store(0);
    const std::lock_guard lock(m_mutex);
    m_reported.reset();
    return std::nullopt;
}

std::optional<Fault> ShardFile::repair()
{
    std::optional<Fault> reported;
    {
        const std::lock_guard lock(m_mutex);
        reported.swap(m_reported);
    }
    if (reported)
        reclassifyFalseDiskFull(*reported);
    // An open file that was removed or replaced is closed: what is written to it would be lost with it.
    if (m_rowWriter && (reported || !isInPlace()))
        closeFile();
    if (reported && reported->kind == Fault::Kind::Damaged) {
        if (auto fault = quarantine())
            return fault;
    }
    if (!m_rowWriter) {
        if (auto fault = openFile())
            return fault;
    }
    const std::uint64_t floor = m_floor.load();
    return floor > m_deletedFloor.load() ? deleteInvalidRows(floor) : std::nullopt;
}

std::optional<Fault> ShardFile::deleteInvalidRows(std::uint64_t floor)
{
    if (auto fault = m_rowWriter->pathIndex().empty())
        return fault;
    if (auto fault = m_rowWriter->removeBefore(EntryId{floor}))
        return fault;
    if (auto fault = countRows())
        return fault;
    m_deletedFloor.store(floor);
    measurePathIndex();
    measure();
    return std::nullopt;
}

// SQLite also reports a full disk where a damaged page refers to a page beyond the largest file size.
void ShardFile::reclassifyFalseDiskFull(Fault &fault)
{
    if (fault.kind == Fault::Kind::DiskFull && isGood() && m_rowWriter && hasAmpleSpace(m_options.path) &&
        !m_rowWriter->isSound())
        fault.kind = Fault::Kind::Damaged;
}

void ShardFile::markInvalid()
{
    const auto mode = modeOf(m_options.path);
    if (!mode || m_isMarked.load())
        return;
    m_hasEarlierMark = (*mode & invalidMark) != 0;
    m_isMarkedByThisCache = ::chmod(m_options.path.c_str(), *mode | invalidMark) == 0;
    m_isMarked.store(m_isMarkedByThisCache);
}

void ShardFile::removeMark()
{
    if (const auto mode = modeOf(m_options.path); mode && m_isMarked.load())
        ::chmod(m_options.path.c_str(), *mode & ~invalidMark);
    m_isMarked.store(false);
    m_isMarkedByThisCache = false;
}

// An earlier program's. It stays until the rows are deleted.
void ShardFile::heedMark(EntryId greatestId)
{
    const auto mode = modeOf(m_options.path);
    if (!mode || (*mode & invalidMark) == 0 || (m_isMarkedByThisCache && !m_hasEarlierMark))
        return;
    invalidateRowsUpTo(greatestId);
    m_hasEarlierMark = false;
    m_isMarkedByThisCache = true;
    m_isMarked.store(true);
    m_options.wakeWriter();
}

ShardFile::Outcome ShardFile::recordOutcome(std::optional<Fault> fault)
{
    if (fault)
        reclassifyFalseDiskFull(*fault);
    if (fault && fault->kind == Fault::Kind::Damaged) {
        if (!(fault = quarantine()))
            return Outcome::Repaired;
    }
    // A connection that met an I/O error is not used for the next attempt. On a full disk, and while another
    // program has the lock, reading goes on.
    if (fault && fault->kind != Fault::Kind::DiskFull && fault->kind != Fault::Kind::Locked)
        closeFile();
    const bool isGood = !fault;
    {
        const std::lock_guard lock(m_mutex);
        m_condition = std::move(fault);
    }
    m_isGood.store(isGood, std::memory_order_release);
    return isGood ? Outcome::Good : Outcome::OutOfOrder;
}

void ShardFile::releaseMemory()
{
    m_readers.releaseMemory();
    if (isOpen())
        m_rowWriter->releaseMemory();
}

void ShardFile::close()
{
    m_isGood.store(false, std::memory_order_release);
    m_readers.close();
    // If it fails, the log stays and the next opening reads it.
    if (m_rowWriter && !m_rowWriter->checkpoint())
        m_rowWriter->truncateLog();
    m_rowWriter.reset();
}

void ShardFile::closeWithoutWriting()
{
    m_isGood.store(false, std::memory_order_release);
    closeFile();
    // The faults of a file that is no longer this store's are irrelevant.
    const std::lock_guard lock(m_mutex);
    m_condition.reset();
    m_reported.reset();
}

void ShardFile::noteRowsAdded(std::int64_t rows)
{
    m_rows.fetch_add(static_cast<std::uint64_t>(rows));
    reserveHints();
}

// A damaged number of rows must not become a huge allocation: few rows are smaller than this.
void ShardFile::reserveHints()
{
    m_hints.reserve(std::min(m_rows.load(), m_options.capBytes / 256));
}

std::optional<Fault> ShardFile::countRows()
{
    const auto rows = m_rowWriter->countRows();
    if (!rows)
        return rows.error();
    m_rows.store(*rows);
    reserveHints();
    return std::nullopt;
}

void ShardFile::measure()
{
    m_fileBytes.store(databaseFileBytes() + logFileBytes() + logIndexFileBytes() +
                      sizeOf(invalidationLogPath()));
}

void ShardFile::measurePathIndex()
{
    m_pathIndexBytes.store(m_rowWriter->pathIndex().bytes());
}

std::uint64_t ShardFile::databaseFileBytes() const
{
    return sizeOf(m_options.path);
}

std::uint64_t ShardFile::logFileBytes() const
{
    return sizeOf(m_options.path + "-wal");
}

std::uint64_t ShardFile::logIndexFileBytes() const
{
    return sizeOf(m_options.path + "-shm");
}

bool ShardFile::isInPlace() const
{
    return inodeOf(m_options.path) == m_inode;
}

} // namespace manometer::cache::disk
