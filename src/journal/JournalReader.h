// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads the journal, also while it is being written. Any thread; blocks on disk. Damaged parts are reported
// as Missing; segments of a later format version are skipped and counted.
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
    pressure::WallTime began{}; // from its name, in whole seconds
    std::uint64_t sizeBytes = 0;
};
std::vector<SegmentName> segmentNames(const std::string &folder); // sorted by number

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
    std::size_t newerSegments = 0;      // of a later format version
    std::size_t unreadableSegments = 0; // not segments, or reading them failed
};

// Visits the records from the last snapshot at or before the range, so that a replay can start, or else from
// the first one in it, up to the end of the range; in the order of recording, even if the wall clock was set.
ReadSummary readJournal(const std::string &folder, const WallRange &range,
                        const std::function<Visit(const Record &)> &visit);

} // namespace manometer::journal
