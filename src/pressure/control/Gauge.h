// SPDX-License-Identifier: GPL-3.0-or-later
//
// Computes a pressure p (percent of memory in use) and a raw level from one sample alone. Pure functions; any
// thread; nothing blocks or fails.
#pragma once

#include "pressure/Level.h"
#include "pressure/MemorySample.h"
#include "pressure/control/Thresholds.h"

#include <optional>

namespace manometer::pressure {

// What p refers to: the machine's memory, or the limit of our control group.
enum class Basis : std::uint8_t { Host, Cgroup };

// Which basis is used. Auto: the fuller one. Without a group limit the host is used, whatever was chosen, so
// that there always is a level.
enum class BasisChoice : std::uint8_t { Auto, Host, Cgroup };

// `groupPercent` is NaN if there is no group limit.
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

// The 100 % of p: the machine's memory or the group's limit.
std::uint64_t capacityBytes(const MemorySample &sample, Basis basis);

// Percentage points from `percent` up to the start of the next level above `level`; absent for CRITICAL.
// Negative if p is past it already (raw above applied).
std::optional<double> marginToNext(double percent, Level level, const Thresholds &thresholds);

// Bytes to free to bring p to the level's target: zero at NORMAL, and if p is below the target already.
std::uint64_t evictionTargetBytes(const MemorySample &sample, Level level, const Thresholds &thresholds,
                                  BasisChoice choice = BasisChoice::Auto);

} // namespace manometer::pressure
