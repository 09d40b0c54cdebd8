// SPDX-License-Identifier: GPL-3.0-or-later
//
// The time range in a request's query: from_unix_ms and to_unix_ms. Pure; one thread.
#pragma once

#include "api/endpoints/Parameters.h"
#include "views/SampleRecord.h"

#include <limits>

namespace manometer::api {

inline views::TimeRange rangeOf(Parameters &parameters)
{
    using Limits = std::numeric_limits<qint64>;
    views::TimeRange range;
    range.fromWallMs =
        parameters.integer<qint64>("from_unix_ms", Limits::min(), Limits::max()).value_or(range.fromWallMs);
    range.toWallMs =
        parameters.integer<qint64>("to_unix_ms", Limits::min(), Limits::max()).value_or(range.toWallMs);
    return range;
}

} // namespace manometer::api
