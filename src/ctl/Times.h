// SPDX-License-Identifier: GPL-3.0-or-later
//
// Times on the wall clock: milliseconds since 1970, UTC. Local times are those of the system's time zone
// ($TZ). Any thread; the first use reads the time zone's file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace manometer::ctl {

std::int64_t nowUnixMs();

// "2026-12-01T13:00:05", "2026-12-01 13:00", "2026-12-01" (its first moment), with a fraction of the seconds,
// Z or +01:00 (local without a zone); "-90s", "-5m", "-2h", "-1d", "-1w" before `now`; "now"; "@1700000000".
std::optional<std::int64_t> parseTime(std::string_view text, std::int64_t nowMs);

std::string localTime(std::int64_t unixMs);       // "2026-12-01 13:00:05"
std::string utcTime(std::int64_t unixMs);         // "2026-12-01T12:00:05.000", always UTC
std::string localTimeOfIso(std::string_view iso); // of "2026-12-01T12:00:05.000Z"; as it is if it is none

} // namespace manometer::ctl
