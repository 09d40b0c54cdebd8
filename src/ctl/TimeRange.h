// SPDX-License-Identifier: GPL-3.0-or-later
//
// The time that a command is about: --from and --to, or --last. Asks the clock; one thread.
#pragma once

#include "expected/Expected.h"

#include <cstdint>
#include <optional>
#include <string>

namespace manometer::ctl {

class Context;

// In milliseconds since 1970; without a bound where there is none.
struct TimeRange
{
    std::optional<std::int64_t> from;
    std::optional<std::int64_t> to;
};

// The error is for Context::refuse().
Expected<TimeRange, std::string> timeRangeOf(const Context &context);

} // namespace manometer::ctl
