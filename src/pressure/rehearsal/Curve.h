// SPDX-License-Identifier: GPL-3.0-or-later
//
// The memory use that a rehearsal plays: percent in use as a function of time, straight lines between points.
// Built-in curves have names; CurveFile.h reads others. Pure; any thread; nothing blocks or fails.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace manometer::pressure {

struct CurvePoint
{
    double seconds = 0;
    double percent = 0;

    friend bool operator==(const CurvePoint &, const CurvePoint &) = default;
};

class Curve
{
public:
    using Seconds = std::chrono::duration<double>;

    enum class End : std::uint8_t {
        Holds,   // the last value stays
        Repeats, // the curve begins again
    };

    // Points in ascending order of time, at least one, from 0 s on; two at the same time are a step.
    Curve(std::vector<CurvePoint> points, End end);

    double percentAt(Seconds elapsed) const;
    Seconds duration() const { return Seconds(m_points.back().seconds); }
    End end() const { return m_end; }
    const std::vector<CurvePoint> &points() const { return m_points; }

private:
    std::vector<CurvePoint> m_points;
    End m_end;
};

// Two minutes each, `noise` five. They cross all thresholds of the defaults.
//  ramp      40 % for 10 s, up to 97 % within 50 s, held for 5 s, back to 40 % within 10 s, and 40 % while
//  the
//            levels fall and the limit grows; then the last value stays
//  burst     40 %, and every 30 s three seconds of 70, 84, 95 and 95 %
//  sawtooth  from 50 up to 94 % within 40 s, and down at once
//  noise     a random walk around 70 % that is pulled back to it, always the same one
inline constexpr std::array<std::string_view, 4> curveNames{"ramp", "burst", "sawtooth", "noise"};

// Empty for another name.
std::optional<Curve> namedCurve(std::string_view name);

} // namespace manometer::pressure
