// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/rehearsal/Playback.h"

#include "pressure/control/SampleSchedule.h"
#include "pressure/rehearsal/CurveSource.h"

#include <algorithm>

namespace manometer::pressure {

void play(const Curve &curve, const ControlConfig &config,
          const std::function<void(const PlayedStep &)> &observe)
{
    using Duration = MonotonicTime::duration;
    constexpr MonotonicTime began{std::chrono::hours(1)};
    const auto length = std::chrono::duration_cast<Duration>(curve.duration());
    ControlState state;
    FastestRise rise;
    for (Duration now{0};;) {
        // A curve that repeats has its first value at its end.
        const Curve::Seconds at = now;
        const double percent = now == length ? curve.points().back().percent : curve.percentAt(at);
        const MonotonicTime time = began + now;
        const MemorySample sample =
            rehearsedSample({.monotonic = time, .sinceBoot = time.time_since_epoch()}, percent);
        const ControlStep step = pressure::step(state, {.now = time, .sample = sample}, config);
        observe({.at = at, .before = state, .step = step});
        state = step.state;
        rise.add(sample);
        if (now == length)
            return;
        now = std::min<Duration>(
            length, now + nextInterval(sample, state.governor, config.thresholds, rise.bytesPerSecond()));
    }
}

} // namespace manometer::pressure
