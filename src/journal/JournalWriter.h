// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes the journal as segments of about an hour in a folder. Deletes the oldest segments once all of their
// records are older than the span, or the folder exceeds its cap. One thread; blocks on disk. After an error
// the segment is closed, and the next snapshot starts a new one.
#pragma once

#include "journal/Disk.h"
#include "journal/Journal.h"
#include "journal/Segment.h"

#include <chrono>
#include <string>

namespace manometer::journal {

struct JournalLimits
{
    std::chrono::milliseconds segmentSpan;
    std::chrono::milliseconds span;
    std::uint64_t capBytes;
};

class JournalWriter
{
public:
    JournalWriter(std::string folder, const JournalLimits &limits, const BootId &boot);

    // Whether other records are ignored until a snapshot is added.
    bool needsSnapshot() const { return !m_file.isOpen(); }
    // Whether the record was accepted: before the first snapshot, none is.
    enum class Taken { Yes, No };
    DiskResult<Taken> add(const Record &record);
    // Writes the records accepted since the last call, as one block.
    DiskResult<void> flush();
    DiskResult<void> sync();
    void close() { m_file.close(); }

private:
    DiskResult<void> beginSegment(const Snapshot &snapshot);
    void deleteOldest(pressure::WallTime now) const;
    void abandonSegment();

    std::string m_folder;
    JournalLimits m_limits;
    BootId m_boot;
    SegmentEncoder m_encoder;
    File m_file;
    std::uint64_t m_headerBytes = 0;
    pressure::ClockReading m_began;
};

} // namespace manometer::journal
