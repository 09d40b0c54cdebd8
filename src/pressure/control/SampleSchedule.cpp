// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/SampleSchedule.h"

#include <algorithm>

namespace manometer::pressure {

void FastestRise::add(const MemorySample &sample)
{
    if (!m_previous)
        m_halfBegan = sample.monotonic;
    if (sample.monotonic - m_halfBegan >= half) {
        m_lastHalf = m_thisHalf;
        m_thisHalf = 0;
        m_halfBegan = sample.monotonic;
    }
    if (m_previous && sample.availableBytes < m_previous->availableBytes &&
        sample.monotonic > m_previous->monotonic) {
        const std::chrono::duration<double> elapsed = sample.monotonic - m_previous->monotonic;
        const auto rise = static_cast<double>(m_previous->availableBytes - sample.availableBytes);
        m_thisHalf = std::max(m_thisHalf, rise / elapsed.count());
    }
    m_previous = sample;
}

double FastestRise::bytesPerSecond() const
{
    return std::max(m_thisHalf, m_lastHalf);
}

std::chrono::milliseconds nextInterval(const MemorySample &sample, const GovernorState &state,
                                       const Thresholds &thresholds, double fastestRise)
{
    if (state.previousRaw > state.applied)
        return fastestInterval;
    const auto margin = marginToNext(hostUsedPercent(sample), state.applied, thresholds);
    if (!margin)
        return slowestInterval;
    const double headroomBytes = *margin / 100.0 * static_cast<double>(sample.totalBytes);
    // Twice what was seen: the next rise may be faster than the last one.
    const double rate = std::max(plausibleFillRate, 2 * fastestRise);
    const double milliseconds = std::clamp(1000.0 * headroomBytes / rate, 0.0, 3600'000.0);
    return std::clamp(std::chrono::milliseconds(static_cast<long>(milliseconds)) - fastestInterval,
                      fastestInterval, slowestInterval);
}

} // namespace manometer::pressure
