// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the writer thread does for the path index when it has nothing to write.
#include "cache/disk/Shard.h"

namespace manometer::cache::disk {

namespace {

// What a byte of path may put into the log, in the index's lists and where they are merged.
constexpr std::uint64_t logBytesPerPathByte = 32;
constexpr std::uint64_t fileBytesPerPathByte = 8;

// A full disk, or a reader who keeps the log: the index is in no hurry.
constexpr std::chrono::seconds patience{60};

} // namespace

bool Shard::indexPaths()
{
    if (!m_writer || !isGood())
        return false;
    const bool isDamaged = m_isPathIndexDamaged.exchange(false);
    if (!isDamaged && std::chrono::steady_clock::now() < m_indexAgainAt)
        return false;
    auto fault = indexSome(isDamaged);
    if (m_writer)
        m_pathIndexBytes.store(m_writer->pathIndex().bytes());
    if (!fault)
        return m_writer->pathIndex().hasWork();
    // No row is in danger: what is full or locked is for the next put to find out.
    if (fault->kind == Fault::Kind::DiskFull || fault->kind == Fault::Kind::Locked)
        m_indexAgainAt = std::chrono::steady_clock::now() + patience;
    else
        settle(std::move(fault));
    return false;
}

std::optional<Fault> Shard::indexSome(bool isDamaged)
{
    PathIndex &index = m_writer->pathIndex();
    if (isDamaged) {
        if (auto fault = index.mend())
            return fault;
    }
    auto emptied = index.emptyIfStale(m_rows.load());
    if (!emptied)
        return std::move(emptied.error());
    if (*emptied)
        measure();
    if (!index.hasWork())
        return std::nullopt;
    const std::uint64_t pathBytes = m_logLimitBytes / 2 / logBytesPerPathByte;
    if (auto fault = makeRoom(pathBytes * fileBytesPerPathByte))
        return fault;
    if (auto fault = index.step(pathBytes))
        return fault;
    auto fault = m_writer->checkpointIfLong();
    measure();
    return fault;
}

} // namespace manometer::cache::disk
