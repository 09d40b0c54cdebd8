// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/SourceReport.h"

#include "pressure/control/SampleSchedule.h"
#include "pressure/source/KernelFile.h"
#include "pressure/source/KernelMemorySource.h"
#include "pressure/source/PressureStallText.h"
#include "pressure/source/ProcessStatm.h"
#include "pressure/source/Text.h"

namespace manometer::pressure {

namespace {

using std::chrono::milliseconds;

// Within this time a threshold crossing is applied (SampleSchedule.h).
constexpr milliseconds crossingDelay{100};
constexpr milliseconds triggerWindow{2'000};
// /proc/vmstat is read when a stall counter moves, which is noticed at the next sample.
constexpr milliseconds counterDelay = slowestInterval;

SignalRow works(SignalRow row, milliseconds delay)
{
    row.state = SignalState::Works;
    row.delay = delay;
    return row;
}

SignalRow failed(SignalRow row, int error)
{
    row.state = meansMissing(error) ? SignalState::Missing : SignalState::Refused;
    row.systemError = error;
    return row;
}

// Reads the file and checks its text with `isUsable`.
template<typename IsUsable>
SignalRow examined(SignalRow row, milliseconds delay, IsUsable isUsable)
{
    const auto text = readWhole(row.path, 64u << 10);
    if (!text)
        return failed(std::move(row), text.error());
    if (isUsable(*text))
        return works(std::move(row), delay);
    row.state = SignalState::Malformed;
    return row;
}

SignalRow hostMemory(const std::string &procRoot, const std::string &sysRoot)
{
    SignalRow row{.signal = Signal::HostMemory, .path = procRoot + "/meminfo"};
    const auto sample = KernelMemorySource(procRoot, sysRoot).read();
    if (sample) {
        row = works(std::move(row), crossingDelay);
        if (sample->availableIsEstimated)
            row.state = SignalState::Estimated;
        return row;
    }
    if (sample.error().kind == SourceError::Kind::Unreadable)
        return failed(std::move(row), sample.error().systemError);
    row.state = SignalState::Malformed;
    return row;
}

SignalRow cgroupLimit(const SourceReport &report)
{
    SignalRow row{.signal = Signal::CgroupLimit};
    if (report.place.levels.empty())
        return row;
    row.path = report.place.levels.front();
    if (report.tightest)
        return works(std::move(row), crossingDelay);
    row.state = SignalState::NotLimited;
    return row;
}

SignalRow trigger(Signal signal, const PressureTrigger::Watch &watch)
{
    SignalRow row{.signal = signal, .path = watch.path, .systemError = watch.systemError};
    switch (watch.outcome) {
    case PressureTrigger::Outcome::Armed:
        // A notice has no delay of ours: it arrives when its sender has decided.
        return works(std::move(row), signal == Signal::Notice ? milliseconds(0) : triggerWindow);
    case PressureTrigger::Outcome::Missing:
        break;
    case PressureTrigger::Outcome::Refused:
        row.state = SignalState::Refused;
        break;
    case PressureTrigger::Outcome::NotConfigured:
        row.state = SignalState::NotConfigured;
        break;
    case PressureTrigger::Outcome::Invalid:
        row.state = SignalState::Malformed;
        break;
    }
    return row;
}

bool isStall(std::string_view text)
{
    return parsePressureStall(text).has_value();
}

} // namespace

SourceReport examineSources(const std::string &procRoot, const std::string &sysRoot,
                            const PressureWatchSetting &setting)
{
    SourceReport report;
    report.place = findCgroupPlace(procRoot, sysRoot);
    MemorySample sample;
    sample.monotonic = std::chrono::steady_clock::now();
    CgroupMemorySource(procRoot, sysRoot).read(sample);
    report.tightest = sample.cgroup;
    report.footprint = readFootprint(procRoot);

    auto &rows = report.rows;
    rows.push_back(hostMemory(procRoot, sysRoot));
    rows.push_back(cgroupLimit(report));
    rows.push_back(examined({.signal = Signal::HostStall, .path = procRoot + "/pressure/memory"},
                            slowestInterval, isStall));
    const std::string &stallFolder = report.place.stallFolder;
    rows.push_back(stallFolder.empty()
                       ? SignalRow{.signal = Signal::CgroupStall}
                       : examined({.signal = Signal::CgroupStall, .path = stallFolder + "/memory.pressure"},
                                  slowestInterval, isStall));
    const PressureTrigger triggers(procRoot, report.place, setting);
    rows.push_back(trigger(Signal::HostTrigger, triggers.watches()[0]));
    rows.push_back(trigger(Signal::CgroupTrigger, triggers.watches()[1]));
    rows.push_back(examined({.signal = Signal::OutOfMemory, .path = procRoot + "/vmstat"}, counterDelay,
                            [](std::string_view text) { return numberNamed(text, "oom_kill").has_value(); }));
    rows.push_back(examined(
        {.signal = Signal::Reclaim, .path = procRoot + "/vmstat"}, counterDelay, [](std::string_view text) {
            return numberNamed(text, "pgscan_direct").has_value() || numberNamed(text, "pswpin").has_value();
        }));
    rows.push_back(trigger(Signal::Notice, triggers.watches()[2]));
    rows.push_back(examined({.signal = Signal::OwnMemory, .path = procRoot + "/self/statm"}, slowestInterval,
                            [](std::string_view text) { return parseStatm(text).has_value(); }));
    rows.push_back(examined({.signal = Signal::OwnFootprint, .path = procRoot + "/self/smaps_rollup"},
                            milliseconds(0),
                            [](std::string_view text) { return parseFootprint(text).has_value(); }));
    return report;
}

} // namespace manometer::pressure
