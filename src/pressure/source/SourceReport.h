// SPDX-License-Identifier: GPL-3.0-or-later
//
// The doctor: which signals of memory pressure this machine gives, which it does not and why, and how late
// each may be. Examines afresh; blocks for as long as reading some files of /proc and /sys takes, some
// milliseconds. Any thread. Words are made in gui/.
#pragma once

#include "pressure/MemorySample.h"
#include "pressure/source/CgroupPlace.h"
#include "pressure/source/PressureTrigger.h"
#include "pressure/source/ProcessFootprint.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace manometer::pressure {

enum class Signal : std::uint8_t {
    HostMemory,    // /proc/meminfo: without it nothing is judged
    CgroupLimit,   // of our group or one above it
    HostStall,     // PSI, polled
    CgroupStall,   // the same, of our own group
    HostTrigger,   // PSI, as a wake-up
    CgroupTrigger, // the same, of our own group
    OutOfMemory,   // kills, of the host and of our groups
    Reclaim,       // pages scanned and swapped in
    Notice,        // $MEMORY_PRESSURE_WATCH
    OwnMemory,     // this process's resident set
    OwnFootprint,  // its PSS and private dirty pages
};

enum class SignalState : std::uint8_t {
    Works,
    Estimated,     // works, with a figure of ours in the place of one that this kernel does not give
    NotThere,      // the kernel, or this kind of control groups, has none
    NotLimited,    // it could be read, but no limit is set
    NotConfigured, // nobody has asked for it
    Refused,       // it is there, and we may not: systemError says why
    Malformed,     // it was read, and holds no usable figures
};

struct SignalRow
{
    Signal signal = Signal::HostMemory;
    SignalState state = SignalState::NotThere;
    std::string path{};
    int systemError = 0;
    // What it shows now may be this old, or take this long to show; absent where it shows nothing.
    std::optional<std::chrono::milliseconds> delay{};
};

struct SourceReport
{
    std::vector<SignalRow> rows; // in the order of Signal
    CgroupPlace place;
    std::optional<CgroupMemory> tightest;
    std::optional<ProcessFootprint> footprint;
};

SourceReport examineSources(const std::string &procRoot, const std::string &sysRoot,
                            const PressureWatchSetting &setting);

} // namespace manometer::pressure
