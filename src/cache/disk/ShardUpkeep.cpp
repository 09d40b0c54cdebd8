// SPDX-License-Identifier: GPL-3.0-or-later
//
// The writer thread's half of Shard, its upkeep: opening, mending, trimming, keeping within bounds.
#include "cache/disk/Schema.h"
#include "cache/disk/Shard.h"

#include <algorithm>
#include <cassert>
#include <sys/stat.h>
#include <sys/statvfs.h>

namespace manometer::cache::disk {

namespace {

std::uint64_t sizeOf(const std::string &path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

// A file system with more room than this is not full.
constexpr std::uint64_t muchRoomBytes = 64u << 20;

bool hasMuchRoom(const std::string &path)
{
    struct statvfs status = {};
    return ::statvfs(path.c_str(), &status) == 0 && status.f_bavail > muchRoomBytes / status.f_frsize;
}

std::uint64_t inodeOf(const std::string &path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_ino) : 0;
}

} // namespace

std::optional<Fault> Shard::open()
{
    auto fault = openFile();
    if (fault && fault->kind == Fault::Kind::Damaged) {
        fault = setAside();
        if (!fault)
            fault = openFile();
    }
    settle(fault);
    return fault;
}

std::optional<Fault> Shard::openFile()
{
    assert(!m_writer);
    auto connection = openForWriting(m_options.path, m_options.vfs, m_logLimitBytes);
    if (!connection)
        return std::move(connection.error());
    auto writer =
        std::make_unique<RowWriter>(std::move(*connection), m_logLimitBytes, [this] { m_readers.renew(); });
    if (auto fault = writer->takeFault())
        return fault;
    if (auto fault = writer->pathIndex().open())
        return fault;
    const auto greatestId = writer->greatestId();
    if (!greatestId)
        return greatestId.error();
    if (*greatestId > greatestPlausibleId)
        return Fault{.kind = Fault::Kind::Damaged, .detail = "an id out of range"};
    raiseTo(std::max(*greatestId, writer->pathIndex().greatestId()) / shardCount, m_lastId);
    m_writer = std::move(writer);
    m_inode = inodeOf(m_options.path);
    auto fault = recount();
    if (!fault)
        fault = loadDictionary();
    if (fault) {
        m_writer.reset();
        return fault;
    }
    measure();
    m_pathIndexBytes.store(m_writer->pathIndex().bytes());
    m_readers.open();
    return std::nullopt;
}

void Shard::closeFile()
{
    m_readers.close();
    m_writer.reset();
}

// Damaged: nothing in the file is to be believed.
std::optional<Fault> Shard::setAside()
{
    closeFile();
    if (auto fault = m_quarantine.admit(m_options.path))
        return fault;
    m_rows.store(0);
    const std::lock_guard lock(m_mutex);
    m_reported.reset();
    return std::nullopt;
}

// Brings the shard to where it can be written, or says why it cannot.
std::optional<Fault> Shard::mend()
{
    std::optional<Fault> reported;
    {
        const std::lock_guard lock(m_mutex);
        reported.swap(m_reported);
    }
    if (reported)
        seeThrough(*reported);
    // The file that was open may have been removed or replaced under us: what we write would be lost with it.
    if (m_writer && (reported || !isInPlace()))
        closeFile();
    if (reported && reported->kind == Fault::Kind::Damaged) {
        if (auto fault = setAside())
            return fault;
    }
    if (!m_writer) {
        if (auto fault = openFile())
            return fault;
    }
    if (const std::uint64_t floor = m_floor.load(); floor > m_removedFloor.load()) {
        if (auto fault = m_writer->pathIndex().empty())
            return fault;
        if (auto fault = m_writer->removeBefore(EntryId{floor}))
            return fault;
        if (auto fault = recount())
            return fault;
        m_removedFloor.store(floor);
        m_pathIndexBytes.store(m_writer->pathIndex().bytes());
        measure();
    }
    return std::nullopt;
}

// SQLite says that the disk is full also where a damaged page names one beyond all that a file can have.
void Shard::seeThrough(Fault &fault)
{
    if (fault.kind == Fault::Kind::DiskFull && isGood() && m_writer && hasMuchRoom(m_options.path) &&
        !m_writer->isSound())
        fault.kind = Fault::Kind::Damaged;
}

// Notes how an attempt ended, and sets a damaged file aside: the next attempt finds a new one.
Shard::Outcome Shard::settle(std::optional<Fault> fault)
{
    if (fault)
        seeThrough(*fault);
    if (fault && fault->kind == Fault::Kind::Damaged) {
        if (!(fault = setAside()))
            return Outcome::Mended;
    }
    // A connection that met an I/O error is not to be trusted with the next attempt.
    if (fault && fault->kind != Fault::Kind::DiskFull)
        closeFile();
    const bool isGood = !fault;
    {
        const std::lock_guard lock(m_mutex);
        m_condition = std::move(fault);
    }
    m_isGood.store(isGood, std::memory_order_release);
    return isGood ? Outcome::Good : Outcome::OutOfOrder;
}

// Keeps the file within the cap, including what is about to be written and the log that it goes through.
std::optional<Fault> Shard::makeRoom(std::uint64_t incomingBytes)
{
    const std::uint64_t logAllowance = std::max(m_logLimitBytes, 2 * incomingBytes);
    if (auto fault = boundLog(logAllowance))
        return fault;
    // The log's index is 32 KiB for each 4096 pages of log.
    const std::uint64_t reserved = logAllowance + logAllowance / 512 + (64u << 10) + incomingBytes;
    const std::uint64_t allowed = m_options.capBytes - std::min(m_options.capBytes, reserved);
    const auto live = m_writer->liveBytes();
    if (!live)
        return live.error();
    const auto database = m_writer->databaseBytes();
    if (!database)
        return database.error();
    if (*live <= allowed && *database <= allowed + incomingBytes)
        return std::nullopt;
    if (auto emptied = m_writer->pathIndex().emptyIfStale(m_rows.load()); !emptied)
        return std::move(emptied.error());
    // A tenth below, so that the next groups need not trim again.
    const auto removal = m_writer->trim(allowed - allowed / 10, m_options.now(), m_options.timeToLive);
    if (!removal)
        return removal.error();
    if (auto fault = recount())
        return fault;
    const auto left = m_writer->liveBytes();
    if (!left)
        return left.error();
    // All else is gone.
    if (*left > allowed && m_rows.load() > 0)
        return Fault{.kind = Fault::Kind::DiskFull, .detail = "kept entries fill " + m_options.path};
    return std::nullopt;
}

// While another program reads, the log is not emptied, for as long as it likes: then we write no more than
// there is room for.
std::optional<Fault> Shard::boundLog(std::uint64_t allowance)
{
    const std::uint64_t bytes = sizeOf(m_options.path + "-wal");
    if (bytes <= 2 * allowance || sizeOf(m_options.path) + bytes <= m_options.capBytes)
        return std::nullopt;
    if (auto fault = m_writer->checkpoint())
        return fault;
    if (m_writer->logPages() > 0) { // it may be one of our own, who is soon done
        if (auto fault = m_writer->checkpoint(RowWriter::Readers::WaitedFor))
            return fault;
    }
    if (m_writer->logPages() == 0)
        return std::nullopt; // the next write begins it anew
    return Fault{.kind = Fault::Kind::Locked, .detail = "a reader keeps the log of " + m_options.path};
}

Removal Shard::trim(double keepRatio)
{
    // Whoever has the store cleaned up is short of something.
    m_readers.releaseMemory();
    if (!flush())
        return {};
    const auto kept = static_cast<std::uint64_t>(static_cast<double>(m_options.capBytes) * keepRatio);
    // The log will be empty.
    const std::uint64_t target = kept - std::min(kept, sizeOf(m_options.path + "-shm"));
    // Before, so that entries need not make room for the paths of those that are gone; and after.
    Removal sum;
    for (bool isFirst = true;; isFirst = false) {
        auto emptied = m_writer->pathIndex().emptyIfStale(m_rows.load());
        if (!emptied && settle(std::move(emptied.error())) != Outcome::Good)
            return sum;
        if (!isFirst && !(emptied && *emptied))
            break;
        const auto removal = m_writer->trim(target, m_options.now(), m_options.timeToLive);
        if (settle(removal ? recount() : removal.error()) != Outcome::Good || !removal)
            return sum;
        sum.expired += removal->expired;
        sum.leastRecentlyUsed += removal->leastRecentlyUsed;
    }
    m_pathIndexBytes.store(m_writer->pathIndex().bytes());
    measure();
    return sum;
}

void Shard::close()
{
    m_isGood.store(false, std::memory_order_release);
    m_readers.close();
    // If it fails, the log stays and the next opening reads it.
    if (m_writer && !m_writer->checkpoint())
        m_writer->truncateLog();
    m_writer.reset();
}

void Shard::leave()
{
    m_isGood.store(false, std::memory_order_release);
    closeFile();
    // What was wrong with it matters no longer.
    const std::lock_guard lock(m_mutex);
    m_condition.reset();
    m_reported.reset();
}

std::optional<Fault> Shard::recount()
{
    const auto rows = m_writer->countRows();
    if (!rows)
        return rows.error();
    m_rows.store(*rows);
    return std::nullopt;
}

void Shard::measure()
{
    m_fileBytes.store(sizeOf(m_options.path) + sideFilesBytes());
}

std::uint64_t Shard::sideFilesBytes() const
{
    return sizeOf(m_options.path + "-wal") + sizeOf(m_options.path + "-shm");
}

bool Shard::isInPlace() const
{
    return inodeOf(m_options.path) == m_inode;
}

} // namespace manometer::cache::disk
