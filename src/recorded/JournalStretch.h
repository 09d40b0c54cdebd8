// SPDX-License-Identifier: GPL-3.0-or-later
//
// A stretch of this machine's journal as one segment (journal/FORMAT.md), for a recording: it begins at the
// last snapshot at or before the range, so that a replay can start, and has no boot id. Any thread; blocks on
// disk.
#pragma once

#include "expected/Expected.h"
#include "views/SampleRecord.h"

#include <cstddef>
#include <string>

namespace manometer::recorded {

struct JournalStretch
{
    std::string segment{};
    views::TimeRange range{}; // from the first step in the range to the last one
    std::size_t steps = 0;    // in the range
};

enum class StretchProblem : quint8 { NothingRecorded, TooLong };

Expected<JournalStretch, StretchProblem>
readJournalStretch(const std::string &folder, const views::TimeRange &range, std::size_t mostBytes);

} // namespace manometer::recorded
