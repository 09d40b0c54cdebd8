// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes the journal: segments of an hour in a folder, the oldest deleted once all that they hold is older
// than the span, or the folder larger than its cap. One thread; blocks on disk. After an error the segment is
// given up and the next one begins, with another attempt, at the next snapshot.
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

    // Nothing can be written before a snapshot comes.
    bool needsSnapshot() const { return !m_file.isOpen(); }
    // Whether the record was taken: nothing is before the first snapshot.
    enum class Taken { Yes, No };
    DiskResult<Taken> add(const Record &record);
    // What was taken since the last call, as one block.
    DiskResult<void> flush();
    DiskResult<void> sync();
    void close() { m_file.close(); }

private:
    DiskResult<void> beginSegment(const Snapshot &snapshot);
    void deleteOldest(pressure::WallTime now) const;
    void giveUp();

    std::string m_folder;
    JournalLimits m_limits;
    BootId m_boot;
    SegmentEncoder m_encoder;
    File m_file;
    std::uint64_t m_headerBytes = 0;
    pressure::ClockReading m_began;
};

} // namespace manometer::journal
