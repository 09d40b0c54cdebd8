// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of RowWriter that keeps the file and its log within bounds.
#include "cache/disk/RowWriter.h"
#include "cache/disk/Schema.h"

#include <algorithm>
#include <sqlite3.h>
#include <thread>

namespace manometer::cache::disk {

namespace {

// Estimate of the log pages per removed row, until the first transaction is measured: two pages of its own
// and its share of the indexes' pages.
constexpr double logPagesPerRemoval = 4;
// Rows that a clean-up removes in one transaction.
constexpr std::uint64_t leastRemovalRows = 32;
constexpr std::uint64_t greatestRemovalRows = 4096;
// Attempts to truncate the log, a millisecond apart.
constexpr int truncations = 10;
// What a row takes in addition to its payload and its path: its other columns and its cells in four b-trees.
constexpr std::uint64_t rowOverheadBytes = 200;

} // namespace

Expected<Removal, Fault> RowWriter::trim(std::uint64_t targetBytes, WallTime now, TimeToLive timeToLive)
{
    Removal removal;
    std::vector<std::uint64_t> ids;
    std::uint64_t rowsAtOnce = removalRows(logPagesPerRemoval);
    // Removes the rows `ids`. On a full disk a smaller transaction may still succeed and free space for the
    // others: then `ids` has those that were removed.
    const auto remove = [&]() -> std::optional<Fault> {
        const std::uint64_t pagesBefore = m_logPages;
        auto fault = removeAll(ids);
        if (fault && fault->kind == Fault::Kind::DiskFull && rowsAtOnce > leastRemovalRows) {
            rowsAtOnce = leastRemovalRows;
            ids.resize(std::min<std::size_t>(ids.size(), leastRemovalRows));
            return removeAll(ids);
        }
        // How many log pages a row takes depends on whether the removed rows share pages.
        if (!ids.empty() && m_logPages > pagesBefore && rowsAtOnce > leastRemovalRows)
            rowsAtOnce = removalRows(double(m_logPages - pagesBefore) / double(ids.size()));
        return fault ? fault : checkpointIfLong();
    };
    if (timeToLive) {
        auto expired = expiredRows(now, *timeToLive);
        if (!expired)
            return Unexpected(std::move(expired.error()));
        // In the order of ids, so that what remove() takes is the beginning of what it is given.
        for (auto next = expired->begin(); next != expired->end();) {
            const auto left = static_cast<std::uint64_t>(expired->end() - next);
            ids.assign(next, next + static_cast<std::ptrdiff_t>(std::min(left, rowsAtOnce)));
            if (auto fault = remove())
                return Unexpected(std::move(*fault));
            next += static_cast<std::ptrdiff_t>(ids.size());
            removal.expired += ids.size();
        }
    }
    for (;;) {
        const auto live = liveBytes();
        if (!live)
            return Unexpected(live.error());
        if (*live <= targetBytes)
            break;
        std::uint64_t found = 0;
        ids.clear();
        {
            const StatementScope scope(m_leastRecentlyUsed);
            m_leastRecentlyUsed.bind(1, rowsAtOnce);
            while (found < *live - targetBytes && m_leastRecentlyUsed.step()) {
                ids.push_back(m_leastRecentlyUsed.unsignedInteger(0));
                found += m_leastRecentlyUsed.unsignedInteger(1) + rowOverheadBytes;
            }
        }
        if (auto fault = remove())
            return Unexpected(std::move(*fault));
        removal.leastRecentlyUsed += ids.size();
        if (ids.empty())
            break;
    }
    if (auto fault = vacuum())
        return Unexpected(std::move(*fault));
    truncateLog();
    return removal;
}

// Reads all rows: an index by time would cost more at each put.
Expected<std::vector<std::uint64_t>, Fault> RowWriter::expiredRows(WallTime now,
                                                                   std::chrono::seconds timeToLive)
{
    std::vector<std::uint64_t> ids;
    {
        const StatementScope scope(m_expired);
        m_expired.bind(1, nanoseconds(now - timeToLive)).bind(2, nanoseconds(now + timeToLive));
        while (m_expired.step())
            ids.push_back(m_expired.unsignedInteger(0));
    }
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    return ids;
}

// In the order of ids, since neighbours are on the same pages.
std::optional<Fault> RowWriter::removeAll(std::vector<std::uint64_t> &ids)
{
    if (ids.empty())
        return m_connection.takeFault();
    std::sort(ids.begin(), ids.end());
    begin();
    for (const std::uint64_t id : ids)
        removeRow(id);
    return finish();
}

// As many as half of the log's limit allows.
std::uint64_t RowWriter::removalRows(double pagesEach) const
{
    return static_cast<std::uint64_t>(std::clamp(double(m_logLimitBytes) / 2 / pageBytes / pagesEach,
                                                 double(leastRemovalRows), double(greatestRemovalRows)));
}

std::optional<Fault> RowWriter::checkpointIfLong()
{
    return m_logPages * pageBytes > m_logLimitBytes / 2 ? checkpoint() : std::nullopt;
}

// Moves pages from the file's end to free pages and truncates the file.
std::optional<Fault> RowWriter::vacuum()
{
    const std::string step =
        "PRAGMA incremental_vacuum(" +
        std::to_string(std::clamp<std::uint64_t>(m_logLimitBytes / 4 / pageBytes, 64, 2048)) + ")";
    std::int64_t freePages = m_connection.queryInteger("PRAGMA freelist_count");
    for (std::int64_t before = freePages + 1;
         freePages > 0 && freePages < before && !m_connection.hasFailed();) {
        m_connection.execute(step.c_str());
        if (auto fault = checkpointIfLong())
            return fault;
        before = freePages;
        freePages = m_connection.queryInteger("PRAGMA freelist_count");
    }
    return checkpoint();
}

// `pages` are in the log now, which includes checkpointed ones until the log is restarted.
void RowWriter::noteLogPages(std::uint64_t pages)
{
    if (pages < m_movedPages)
        m_movedPages = 0;
    m_logPages = pages - m_movedPages;
}

std::optional<Fault> RowWriter::checkpoint(Readers readers)
{
    if (m_connection.hasFailed())
        return m_connection.takeFault();
    m_renewReaders();
    int inLog = 0;
    int moved = 0;
    const int mode = readers == Readers::WaitedFor ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE;
    const int code = sqlite3_wal_checkpoint_v2(m_connection.handle(), nullptr, mode, &inLog, &moved);
    if (code == SQLITE_OK) {
        m_movedPages = static_cast<std::uint64_t>(std::max(moved, 0));
        noteLogPages(static_cast<std::uint64_t>(std::max(inLog, 0)));
    }
    // New snapshots then need only the database, and the log can be restarted.
    if (m_logPages == 0)
        m_renewReaders();
    // Busy: a reader still needs the log; the next checkpoint continues from there.
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY)
        m_connection.fail(code);
    return m_connection.takeFault();
}

void RowWriter::setLockTimeout(int milliseconds)
{
    sqlite3_busy_timeout(m_connection.handle(), milliseconds);
}

void RowWriter::truncateLog()
{
    // The log is completely checkpointed. Readers that began before still use it for some microseconds; those
    // of other programs, and listings, take longer and are not waited for.
    setLockTimeout(0);
    for (int attempt = 0; attempt < truncations; ++attempt) {
        m_renewReaders();
        if (sqlite3_wal_checkpoint_v2(m_connection.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                                      nullptr) != SQLITE_BUSY)
            break;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    setLockTimeout(Connection::writerTimeoutMs);
}

Expected<std::uint64_t, Fault> RowWriter::countRows()
{
    const std::int64_t rows = m_connection.queryInteger("SELECT rows FROM tally");
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    return static_cast<std::uint64_t>(rows);
}

Expected<std::uint64_t, Fault> RowWriter::greatestId()
{
    const std::int64_t id = m_connection.queryInteger("SELECT max(id) FROM entry");
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    return static_cast<std::uint64_t>(id);
}

Expected<std::uint64_t, Fault> RowWriter::databaseBytes()
{
    const std::int64_t pages = m_connection.queryInteger("PRAGMA page_count");
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    return static_cast<std::uint64_t>(pages) * pageBytes;
}

Expected<std::uint64_t, Fault> RowWriter::liveBytes()
{
    const std::int64_t pages = m_connection.queryInteger("PRAGMA page_count");
    const std::int64_t freePages = m_connection.queryInteger("PRAGMA freelist_count");
    if (auto fault = m_connection.takeFault())
        return Unexpected(std::move(*fault));
    return static_cast<std::uint64_t>(std::max<std::int64_t>(pages - freePages, 0)) * pageBytes;
}

} // namespace manometer::cache::disk
