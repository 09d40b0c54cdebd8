// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/rehearsal/CurveSource.h"

#include "pressure/source/ProcessStatm.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace manometer::pressure {

MemorySample rehearsedSample(const ClockReading &clocks, double usedPercent)
{
    MemorySample sample;
    sample.monotonic = clocks.monotonic;
    sample.wall = clocks.wall;
    sample.sinceBoot = clocks.sinceBoot;
    sample.totalBytes = rehearsedBytes;
    const double used = std::clamp(usedPercent, 0.0, 100.0) / 100 * static_cast<double>(rehearsedBytes);
    sample.availableBytes = rehearsedBytes - static_cast<std::uint64_t>(std::llround(used));
    return sample;
}

SourceReport rehearsedSources(const std::string &curve)
{
    SourceReport report = examineSources("/proc", "", {});
    report.place = {};
    std::erase_if(report.rows, [](const SignalRow &row) {
        return row.signal != Signal::HostMemory && row.signal != Signal::OwnMemory &&
               row.signal != Signal::OwnFootprint;
    });
    for (SignalRow &row : report.rows)
        if (row.signal == Signal::HostMemory)
            row = {.signal = row.signal, .state = SignalState::Works, .path = curve, .delay = row.delay};
    return report;
}

CurveSource::CurveSource(std::shared_ptr<const Curve> curve, double speed, Clocks clocks)
    : m_curve(std::move(curve))
    , m_speed(speed)
    , m_clocks(std::move(clocks))
{}

Expected<MemorySample, SourceError> CurveSource::read()
{
    const ClockReading clocks = m_clocks();
    if (!m_began)
        m_began = clocks.monotonic;
    MemorySample sample =
        rehearsedSample(clocks, m_curve->percentAt((clocks.monotonic - *m_began) * m_speed));
    if (const auto text = m_statm.read()) {
        if (const auto memory = parseStatm(*text)) {
            sample.processVirtualBytes = memory->virtualBytes;
            sample.processRssBytes = memory->residentBytes;
        }
    }
    return sample;
}

} // namespace manometer::pressure
