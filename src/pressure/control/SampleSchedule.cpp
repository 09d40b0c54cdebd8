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
    if (m_previous && sample.monotonic > m_previous->monotonic) {
        const std::chrono::duration<double> elapsed = sample.monotonic - m_previous->monotonic;
        double rise =
            static_cast<double>(m_previous->availableBytes) - static_cast<double>(sample.availableBytes);
        if (sample.cgroup && m_previous->cgroup)
            rise = std::max(rise, static_cast<double>(sample.cgroup->workingSetBytes) -
                                      static_cast<double>(m_previous->cgroup->workingSetBytes));
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
    if (state.previousAsked > state.applied)
        return fastestInterval;
    if (state.applied == Level::Critical)
        return slowestInterval;
    // Bytes left before the next level begins, of the machine or the group, whichever are fewer.
    const double enterRatio = thresholds.of(oneAbove(state.applied)).enterPercent / 100.0;
    const auto headroom = [enterRatio](std::uint64_t capacity, std::uint64_t used) {
        return enterRatio * static_cast<double>(capacity) - static_cast<double>(used);
    };
    double headroomBytes = headroom(sample.totalBytes, sample.totalBytes - sample.availableBytes);
    if (sample.cgroup)
        headroomBytes =
            std::min(headroomBytes, headroom(sample.cgroup->limitBytes, sample.cgroup->workingSetBytes));
    // Twice the fastest rise seen: the next one may be faster.
    const double rate = std::max(plausibleFillRate, 2 * fastestRise);
    const double milliseconds = std::clamp(1000.0 * headroomBytes / rate, 0.0, 3600'000.0);
    return std::clamp(std::chrono::milliseconds(static_cast<long>(milliseconds)) - fastestInterval,
                      fastestInterval, slowestInterval);
}

} // namespace manometer::pressure
