// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of RowWriter that keeps the file and its log within bounds.
#include "cache/disk/RowWriter.h"
#include "cache/disk/Schema.h"

#include <algorithm>
#include <sqlite3.h>
#include <thread>

namespace manometer::cache::disk {

namespace {

// What a removed row is taken to write to the log, until one transaction has shown it: two pages of its own
// and its share of those of the indexes.
constexpr double logPagesPerRemoval = 4;
// Rows that a clean-up removes in one transaction.
constexpr std::uint64_t leastRemovalRows = 32;
constexpr std::uint64_t greatestRemovalRows = 4096;
// How often, a millisecond apart, the log is tried to be emptied.
constexpr int truncations = 10;
// What a row takes beside its payload and its path: its other columns and its places in four b-trees.
constexpr std::uint64_t rowOverheadBytes = 200;

} // namespace

Expected<Removal, Fault> RowWriter::trim(std::uint64_t targetBytes, WallTime now, TimeToLive timeToLive)
{
    Removal removal;
    std::vector<std::uint64_t> ids;
    std::uint64_t rowsAtOnce = removalRows(logPagesPerRemoval);
    // On a full disk fewer at a time may still go, and make room for the others.
    const auto remove = [&]() -> std::optional<Fault> {
        const std::uint64_t pagesBefore = m_logPages;
        auto fault = removeAll(ids);
        if (fault && fault->kind == Fault::Kind::DiskFull && rowsAtOnce > leastRemovalRows) {
            rowsAtOnce = leastRemovalRows;
            ids.resize(std::min<std::size_t>(ids.size(), leastRemovalRows));
            return removeAll(ids);
        }
        // How many pages a row takes depends on whether those that go lie together.
        if (!ids.empty() && m_logPages > pagesBefore && rowsAtOnce > leastRemovalRows)
            rowsAtOnce = removalRows(double(m_logPages - pagesBefore) / double(ids.size()));
        return fault ? fault : checkpointIfLong();
    };
    while (timeToLive) {
        ids.clear();
        {
            const StatementScope scope(m_expired);
            m_expired.bind(1, nanoseconds(now - *timeToLive)).bind(2, nanoseconds(now + *timeToLive));
            m_expired.bind(3, rowsAtOnce);
            while (m_expired.step())
                ids.push_back(m_expired.unsignedInteger(0));
        }
        if (auto fault = remove())
            return Unexpected(std::move(*fault));
        removal.expired += ids.size();
        if (ids.empty())
            break;
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
    if (auto fault = giveBackPages())
        return Unexpected(std::move(*fault));
    truncateLog();
    return removal;
}

// In the order of ids, in which neighbours lie on the same pages.
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

// As many as half of the log has room for.
std::uint64_t RowWriter::removalRows(double pagesEach) const
{
    return static_cast<std::uint64_t>(std::clamp(double(m_logLimitBytes) / 2 / pageBytes / pagesEach,
                                                 double(leastRemovalRows), double(greatestRemovalRows)));
}

std::optional<Fault> RowWriter::checkpointIfLong()
{
    return m_logPages * pageBytes > m_logLimitBytes / 2 ? checkpoint() : std::nullopt;
}

// Moves pages from the file's end to where there are free ones, and cuts the end off.
std::optional<Fault> RowWriter::giveBackPages()
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

// So many are in the log now; those that were moved are among them until the log is begun anew.
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
    // Who looks anew finds all of it in the database, and the log may be begun anew.
    if (m_logPages == 0)
        m_renewReaders();
    // Busy: a reader still needs the log; the next checkpoint goes on from there.
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY)
        m_connection.fail(code);
    return m_connection.takeFault();
}

void RowWriter::truncateLog()
{
    // All of it is in the database by now. Readers who began before that still look into the log, for some
    // microseconds; only somebody else's, or one who lists all entries, takes longer, and is not waited for.
    sqlite3_busy_timeout(m_connection.handle(), 0);
    for (int attempt = 0; attempt < truncations; ++attempt) {
        m_renewReaders();
        if (sqlite3_wal_checkpoint_v2(m_connection.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                                      nullptr) != SQLITE_BUSY)
            break;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    sqlite3_busy_timeout(m_connection.handle(), Connection::writerPatienceMilliseconds);
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
