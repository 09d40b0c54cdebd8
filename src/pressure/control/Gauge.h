// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads the dial: a sample becomes a pressure p and a raw level, from that sample alone. Pure functions.
#pragma once

#include "pressure/Level.h"
#include "pressure/MemorySample.h"
#include "pressure/control/Thresholds.h"

#include <optional>

namespace manometer::pressure {

// Whose memory is nearest to its end: the machine's, or what our control group may use.
enum class Basis : std::uint8_t { Host, Cgroup };

// Which of them is judged. Auto: whichever is fuller. Where no limit of a group counts, the machine is judged
// whatever was chosen: nobody is left without a level.
enum class BasisChoice : std::uint8_t { Auto, Host, Cgroup };

// `groupPercent` is not a number where no limit of a group counts.
Basis judgedBasis(double hostPercent, double groupPercent, BasisChoice choice);

struct Reading
{
    double percent = 0; // p, unrounded: the host's or the group's
    Basis basis = Basis::Host;
    Level raw = Level::Normal;

    friend bool operator==(const Reading &, const Reading &) = default;
};

// NORMAL < elevated.enter <= ELEVATED < high.enter <= HIGH <= critical.enter < CRITICAL
Level classify(double percent, const Thresholds &thresholds);
Reading gauge(const MemorySample &sample, const Thresholds &thresholds,
              BasisChoice choice = BasisChoice::Auto);

// What p is a share of: the machine's memory or the group's limit.
std::uint64_t capacityBytes(const MemorySample &sample, Basis basis);

// Percentage points from `percent` up to where the level after `level` begins; nothing above CRITICAL.
// Negative where p is past it already (raw above applied).
std::optional<double> marginToNext(double percent, Level level, const Thresholds &thresholds);

// Bytes to free to bring p to the level's target: zero at NORMAL, and where p is below the target already.
std::uint64_t evictionTargetBytes(const MemorySample &sample, Level level, const Thresholds &thresholds,
                                  BasisChoice choice = BasisChoice::Auto);

} // namespace manometer::pressure
