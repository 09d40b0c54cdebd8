// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pieces of text for people: sizes, shares, durations, and strings of others made safe to show. English;
// decimal points. Pure; any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace manometer::ctl {

// Any bytes as one line that a terminal shows as they are: control characters (C0, DEL, C1), the marks that
// change the direction of text, line separators and bytes that are not UTF-8 become \xHH, byte by byte.
std::string shown(std::string_view bytes);
// A path or another text of the API in JSON, whose bytes are escaped (client/Bytes.h), for people.
std::string shownEscaped(std::string_view text);
// The text with control characters other than line feed and tab as \u00XX. Invalid UTF-8 stays.
std::string withoutControls(std::string_view text);

// "1.5 GiB"; "17 bytes"; "1.0 MiB" instead of "1000.0 KiB".
std::string bytesText(double bytes);
// Of a setting: "1000 MiB", if that is exact.
std::string exactBytesText(double bytes);
// "81.2 %"; "-" if unknown.
std::string percentText(std::optional<double> percent);
// "8.0 %": in a column, where the places of all values are the same.
std::string columnPercentText(std::optional<double> percent);
// Without trailing zeros, at most `decimals`.
std::string numberText(double value, int decimals = 1);
// "1,234,567"
std::string countText(std::uint64_t count);
// "350 ms", "12 s", "3 min", "2 h 5 min", "3 d 4 h"
std::string durationText(std::chrono::milliseconds duration);
// "1 file", "2 files"
std::string plural(std::uint64_t count, std::string_view one, std::string_view many);

// Columns that a terminal needs for valid UTF-8, if each character has one.
std::size_t columnsOf(std::string_view text);

} // namespace manometer::ctl
