// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of ShardWriter that keeps the file within its bounds and its path index up to date.
#include "cache/disk/ShardWriter.h"

#include <algorithm>

namespace manometer::cache::disk {

namespace {

// What a byte of path may put into the log, in the index's lists and where they are merged.
constexpr std::uint64_t logBytesPerPathByte = 32;
constexpr std::uint64_t fileBytesPerPathByte = 8;

// After a full disk, or a reader that blocks the log: the index is not urgent.
constexpr std::chrono::seconds indexRetryInterval{60};

} // namespace

// Keeps the file within the cap, including what is about to be written and the log that it goes through.
std::optional<Fault> ShardWriter::makeRoom(std::uint64_t incomingBytes)
{
    const std::uint64_t logAllowance = std::max(m_file.logLimitBytes(), 2 * incomingBytes);
    if (auto fault = boundLog(logAllowance))
        return fault;
    // The log's index is 32 KiB for each 4096 pages of log.
    const std::uint64_t reserved =
        logAllowance + logAllowance / 512 + (64u << 10) + m_file.invalidationLogBytes() + incomingBytes;
    const std::uint64_t allowed = m_options.capBytes - std::min(m_options.capBytes, reserved);
    RowWriter &rowWriter = m_file.rowWriter();
    const auto live = rowWriter.liveBytes();
    if (!live)
        return live.error();
    const auto database = rowWriter.databaseBytes();
    if (!database)
        return database.error();
    if (*live <= allowed && *database <= allowed + incomingBytes)
        return std::nullopt;
    if (auto emptied = rowWriter.pathIndex().emptyIfStale(m_file.rows()); !emptied)
        return std::move(emptied.error());
    // A tenth below, so that the next groups need not trim again.
    const auto removal = rowWriter.trim(allowed - allowed / 10, m_options.now(), m_options.timeToLive);
    if (!removal)
        return removal.error();
    if (auto fault = m_file.countRows())
        return fault;
    const auto left = rowWriter.liveBytes();
    if (!left)
        return left.error();
    // Only kept entries are left.
    if (*left > allowed && m_file.rows() > 0)
        return Fault{.kind = Fault::Kind::DiskFull, .detail = "kept entries fill " + m_file.path()};
    return std::nullopt;
}

// As long as another program reads, the log cannot be emptied: no more is written than there is room for.
std::optional<Fault> ShardWriter::boundLog(std::uint64_t allowance)
{
    const std::uint64_t bytes = m_file.logFileBytes();
    if (bytes <= 2 * allowance || m_file.databaseFileBytes() + bytes <= m_options.capBytes)
        return std::nullopt;
    RowWriter &rowWriter = m_file.rowWriter();
    if (auto fault = rowWriter.checkpoint())
        return fault;
    if (rowWriter.logPages() > 0) { // perhaps one of our own readers, which ends soon
        if (auto fault = rowWriter.checkpoint(RowWriter::Readers::WaitedFor))
            return fault;
    }
    if (rowWriter.logPages() == 0)
        return std::nullopt; // the next write restarts it
    return Fault{.kind = Fault::Kind::Locked, .detail = "a reader keeps the log of " + m_file.path()};
}

Removal ShardWriter::trim(double keepRatio)
{
    // A clean-up means that memory or disk is short.
    m_file.releaseReaderMemory();
    if (!flush())
        return {};
    const auto kept = static_cast<std::uint64_t>(static_cast<double>(m_options.capBytes) * keepRatio);
    // The log will be empty.
    const std::uint64_t target =
        kept - std::min(kept, m_file.logIndexFileBytes() + m_file.invalidationLogBytes());
    // The stale index is emptied before, so that no entry is removed to make room for paths of entries that
    // are gone; and after.
    Removal sum;
    for (bool isFirst = true;; isFirst = false) {
        auto emptied = m_file.rowWriter().pathIndex().emptyIfStale(m_file.rows());
        if (!emptied && m_file.recordOutcome(std::move(emptied.error())) != ShardFile::Outcome::Good)
            return sum;
        if (!isFirst && !(emptied && *emptied))
            break;
        const auto removal = m_file.rowWriter().trim(target, m_options.now(), m_options.timeToLive);
        if (m_file.recordOutcome(removal ? m_file.countRows() : removal.error()) !=
                ShardFile::Outcome::Good ||
            !removal)
            return sum;
        sum.expired += removal->expired;
        sum.leastRecentlyUsed += removal->leastRecentlyUsed;
    }
    m_file.measurePathIndex();
    m_file.measure();
    return sum;
}

bool ShardWriter::indexPaths()
{
    if (!m_file.isOpen() || !m_file.isGood())
        return false;
    const bool isDamaged = m_isPathIndexDamaged.exchange(false);
    if (!isDamaged && std::chrono::steady_clock::now() < m_indexAgainAt)
        return false;
    auto fault = indexSome(isDamaged);
    if (m_file.isOpen())
        m_file.measurePathIndex();
    if (!fault)
        return m_file.rowWriter().pathIndex().hasWork();
    // No row is in danger: the next put finds out whether the disk is full or locked.
    if (fault->kind == Fault::Kind::DiskFull || fault->kind == Fault::Kind::Locked)
        m_indexAgainAt = std::chrono::steady_clock::now() + indexRetryInterval;
    else
        m_file.recordOutcome(std::move(fault));
    return false;
}

std::optional<Fault> ShardWriter::indexSome(bool isDamaged)
{
    PathIndex &index = m_file.rowWriter().pathIndex();
    if (isDamaged) {
        if (auto fault = index.repair())
            return fault;
    }
    auto emptied = index.emptyIfStale(m_file.rows());
    if (!emptied)
        return std::move(emptied.error());
    if (*emptied)
        m_file.measure();
    if (!index.hasWork())
        return std::nullopt;
    const std::uint64_t pathBytes = m_file.logLimitBytes() / 2 / logBytesPerPathByte;
    if (auto fault = makeRoom(pathBytes * fileBytesPerPathByte))
        return fault;
    if (auto fault = index.step(pathBytes))
        return fault;
    auto fault = m_file.rowWriter().checkpointIfLong();
    m_file.measure();
    return fault;
}

} // namespace manometer::cache::disk
