// SPDX-License-Identifier: GPL-3.0-or-later
//
// One tier of the history on disk; the format is in FORMAT.md. Blocks on disk. What is damaged is left out.
#pragma once

#include "journal/Disk.h"
#include "pressure/Clock.h"
#include "service/recording/History.h"

#include <string>

namespace manometer::service {

// The file's first bytes: what it is, its version, the width of a bucket.
std::string historyHeader(qint64 bucketMs);
// One block: what one boot of the machine has recorded.
std::string historyBlock(qint64 bucketMs, const journal::BootId &boot, const Buckets &buckets);

struct HistoryContents
{
    struct Block
    {
        journal::BootId boot{};
        Buckets buckets;
    };
    std::vector<Block> blocks; // as they lie in the file
    std::size_t damagedBytes = 0;
    bool readable = true; // false: another kind of file, or a later version's
};
HistoryContents readHistory(std::string_view bytes, qint64 bucketMs);

// The blocks' buckets on this boot's clock, ascending: those of this boot as they are, those of earlier ones
// as long before `now` as the wall clocks say, but never overlapping what was recorded later; none older than
// `span`.
Buckets onThisClock(const HistoryContents &contents, const journal::BootId &boot,
                    const pressure::ClockReading &now, std::chrono::milliseconds span);

class HistoryFile
{
public:
    HistoryFile(const std::string &folder, std::size_t tier);

    // Everything that is usable; empty where there is no file. An error is one of the disk.
    journal::DiskResult<HistoryContents> read() const;
    // A block more. What another version has written is set aside first.
    journal::DiskResult<void> append(const journal::BootId &boot, const Buckets &buckets);
    // The file has grown to twice what its tier can hold.
    bool isLong() const;
    // All of the tier anew, whole or not at all.
    journal::DiskResult<void> replace(const journal::BootId &boot, const Buckets &all);
    journal::DiskResult<void> sync();
    void close() { m_file.close(); }

private:
    journal::DiskResult<void> openForAppend();

    std::size_t m_tier;
    std::string m_path;
    journal::File m_file;
};

} // namespace manometer::service
