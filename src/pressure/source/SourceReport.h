// SPDX-License-Identifier: GPL-3.0-or-later
//
// Diagnoses the signals of memory pressure: which ones this machine provides, why others are missing, and the
// delay of each. Every call examines the machine again; it blocks for some milliseconds on files of /proc and
// /sys. Any thread. Values only; gui/ has the texts.
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
    HostMemory,    // /proc/meminfo: without it there is no level
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
    Estimated,     // works, with our estimate in place of a figure that this kernel does not provide
    Missing,       // the kernel, or this version of control groups, does not provide it
    NotLimited,    // readable, but no limit is set
    NotConfigured, // not set up by the service manager
    Refused,       // exists, but access is denied: systemError is the reason
    Malformed,     // readable, but has no usable figures
};

struct SignalRow
{
    Signal signal = Signal::HostMemory;
    SignalState state = SignalState::Missing;
    std::string path{};
    int systemError = 0;
    // The longest time until the signal shows a change; absent if it shows nothing.
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
