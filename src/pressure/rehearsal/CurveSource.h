// SPDX-License-Identifier: GPL-3.0-or-later
//
// A source of samples for rehearsals: plays a curve on a machine of 16 GiB, from the first read on. The
// clocks and the figures of this process are real; there are neither stalls nor control groups. One thread;
// blocks on a read of /proc/self/statm; no read fails.
#pragma once

#include "pressure/Clock.h"
#include "pressure/MemorySource.h"
#include "pressure/rehearsal/Curve.h"
#include "pressure/source/KernelFile.h"
#include "pressure/source/SourceReport.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace manometer::pressure {

// A sample of a machine with so much of its memory in use.
inline constexpr std::uint64_t rehearsedBytes = 16ull << 30;
MemorySample rehearsedSample(const ClockReading &clocks, double usedPercent);

// The signals of a rehearsal: the curve in place of the machine's memory, and this process.
SourceReport rehearsedSources(const std::string &curve);

class CurveSource final : public MemorySource
{
public:
    using Clocks = std::function<ClockReading()>;

    // `speed`: how many times as fast the curve is played; above 0.
    CurveSource(std::shared_ptr<const Curve> curve, double speed, Clocks clocks = ClockReading::now);
    Expected<MemorySample, SourceError> read() override;

private:
    const std::shared_ptr<const Curve> m_curve;
    const double m_speed;
    const Clocks m_clocks;
    KernelFile m_statm{"/proc/self/statm"};
    std::optional<MonotonicTime> m_began;
};

} // namespace manometer::pressure
