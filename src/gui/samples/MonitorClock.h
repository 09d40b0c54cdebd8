// SPDX-License-Identifier: GPL-3.0-or-later
//
// The present on the monitor's monotonic clock, which may be another machine's: the newest sample's time
// plus the local time passed since then. GUI thread; nothing blocks.
#pragma once

#include <QtGlobal>

#include <functional>
#include <optional>

namespace manometer::gui {

class MonitorClock
{
public:
    using Local = std::function<qint64()>; // milliseconds of a monotonic clock

    explicit MonitorClock(Local local = &MonitorClock::steadyMs);

    // Of a recording: the present is its newest sample, however old that is.
    static MonitorClock standing();

    // A sample of this monotonic time was taken `ageMs` ago.
    void observe(qint64 monotonicMs, qint64 ageMs = 0);
    // Empty before the first sample.
    std::optional<qint64> nowMs() const;

private:
    static qint64 steadyMs();

    Local m_local;
    bool m_isStanding = false;
    std::optional<qint64> m_offsetMs; // monitor's time minus local time
};

} // namespace manometer::gui
