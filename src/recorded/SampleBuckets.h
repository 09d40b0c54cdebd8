// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fewer samples for a long recording: buckets with the mean, the least and the highest of each. Pure; any
// thread.
#pragma once

#include "views/SampleRecord.h"

namespace manometer::recorded {

// The samples themselves if there are no more than `most`. Gaps, and what happened to the clocks, stay at
// their places.
views::SampleRecords inBuckets(const views::SampleRecords &samples, qsizetype most);

} // namespace manometer::recorded
