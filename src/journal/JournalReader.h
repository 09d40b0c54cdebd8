// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads the journal back, also while it is being written. Any thread; blocks on disk. What is damaged is told
// as Missing, what a later version has written is left out and counted.
#pragma once

#include "journal/Journal.h"
#include "journal/Segment.h"

#include <functional>
#include <string>
#include <vector>

namespace manometer::journal {

inline constexpr const char *segmentSuffix = ".journal";

struct SegmentName
{
    std::string name;
    std::uint64_t number = 0;
    pressure::WallTime began{}; // by its name, to the second
    std::uint64_t sizeBytes = 0;
};
std::vector<SegmentName> segmentNames(const std::string &folder); // by their number

// On the wall clock, both ends included.
struct WallRange
{
    pressure::WallTime from = pressure::WallTime::min();
    pressure::WallTime to = pressure::WallTime::max();
};

struct ReadSummary
{
    std::size_t records = 0;
    std::size_t damagedBytes = 0;
    std::size_t newerSegments = 0;      // of a later version
    std::size_t unreadableSegments = 0; // no segments, or the disk refused them
};

// From the last snapshot at or before the range, so that a replay can begin, or the first one in it, up to
// its end; in the order in which it was recorded, whatever the wall clock did meanwhile.
ReadSummary readJournal(const std::string &folder, const WallRange &range,
                        const std::function<Visit(const Record &)> &visit);

} // namespace manometer::journal
