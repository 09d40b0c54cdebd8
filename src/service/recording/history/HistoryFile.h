// SPDX-License-Identifier: GPL-3.0-or-later
//
// One tier of the history on disk (FORMAT.md). One thread; blocks on disk. Damaged blocks are skipped; errors
// are errno values with a path.
#pragma once

#include "journal/Disk.h"
#include "pressure/Clock.h"
#include "service/recording/History.h"

#include <string>

namespace manometer::service {

// The file's header: magic, version, bucket width.
std::string historyHeader(qint64 bucketMs);
// One block of buckets, all recorded in one boot of the machine.
std::string historyBlock(qint64 bucketMs, const journal::BootId &boot, const Buckets &buckets);

struct HistoryContents
{
    struct Block
    {
        journal::BootId boot{};
        Buckets buckets;
    };
    std::vector<Block> blocks; // in file order
    std::size_t damagedBytes = 0;
    std::uint32_t version = 0; // of the file's format
    bool readable = true;      // false: another kind of file, or a later version
};
HistoryContents readHistory(std::string_view bytes, qint64 bucketMs);

// The buckets converted to this boot's clock, ascending, none older than `span`. Buckets of this boot are
// unchanged; those of earlier boots are shifted according to the wall clock, and never overlap later ones.
Buckets onThisClock(const HistoryContents &contents, const journal::BootId &boot,
                    const pressure::ClockReading &now, std::chrono::milliseconds span);

class HistoryFile
{
public:
    HistoryFile(const std::string &folder, std::size_t tier);

    // All undamaged blocks; empty if the file does not exist.
    journal::DiskResult<HistoryContents> read() const;
    // Appends a block. A file of an earlier version is converted first, one of another kind
    // or of a later version is renamed.
    journal::DiskResult<void> append(const journal::BootId &boot, const Buckets &buckets);
    // Whether the file has grown to twice its tier's capacity.
    bool isLong() const;
    // Replaces the file atomically by one block.
    journal::DiskResult<void> replace(const journal::BootId &boot, const Buckets &all);
    journal::DiskResult<void> sync();
    void close() { m_file.close(); }

private:
    journal::DiskResult<void> openForAppend();
    journal::DiskResult<void> convert(const HistoryContents &contents);

    std::size_t m_tier;
    std::string m_path;
    journal::File m_file;
};

} // namespace manometer::service
