// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads a curve from a CSV file: an export of samples (its columns elapsed_s or unix_time_s, and
// system_used_percent; of either profile), or two columns, seconds and percent, with or without a header row.
// Time counts from the first row. An empty percent is a gap, which a straight line bridges. The file may be
// hostile: lines, rows and the length of time are bounded, and memory is used for the points alone. Any
// thread; readCurveFile() blocks on disk.
#pragma once

#include "expected/Expected.h"
#include "pressure/rehearsal/Curve.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>

namespace manometer::pressure {

struct CurveProblem
{
    enum class Kind : std::uint8_t {
        Unreadable,   // systemError is the reason
        NotAFile,     // a folder, a device, a pipe
        LineTooLong,  // over 64 KiB
        NoColumns,    // the header has no columns of time and percent
        NotANumber,   // the time or the percent is none
        OutOfRange,   // the percent is not within 0..100
        TimeGoesBack, // earlier than in the row before
        TooFewRows,   // fewer than two with a percent
        TooManyRows,  // over 2 000 000: a day with 23 samples a second
        TooLong,      // over 31 days
    };
    Kind kind = Kind::Unreadable;
    std::size_t line = 0; // from 1 on; 0: of the whole file
    int systemError = 0;  // errno, if Unreadable

    friend bool operator==(const CurveProblem &, const CurveProblem &) = default;
};

struct CurveBounds
{
    static constexpr std::size_t lineBytes = 64u << 10;
    static constexpr std::size_t rows = 2'000'000;
    static constexpr std::chrono::hours length{31 * 24};
};

Expected<Curve, CurveProblem> readCurve(std::istream &csv);
Expected<Curve, CurveProblem> readCurveFile(const std::string &path);

// The curve with this name, or the one of this file.
Expected<Curve, CurveProblem> findCurve(const std::string &nameOrPath);

// What is wrong, in English, without a full stop: "line 7: the percent is not within 0 to 100".
std::string describe(const CurveProblem &problem);

} // namespace manometer::pressure
