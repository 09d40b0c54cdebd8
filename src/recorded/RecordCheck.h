// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether a record of a journal of unknown origin can be given to the step functions: their sums of
// times and amounts must not overflow, and settings must follow the rules. Checksums do not say so: they are
// no signature. Pure; any thread.
#pragma once

#include "journal/Journal.h"

#include <optional>

namespace manometer::recorded {

class RecordCheck
{
public:
    // Call it for each record, in order.
    bool isPossible(const journal::Record &record);

private:
    std::optional<pressure::MonotonicTime> m_latest; // of this run's steps
};

} // namespace manometer::recorded
