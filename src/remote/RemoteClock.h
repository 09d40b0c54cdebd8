// SPDX-License-Identifier: GPL-3.0-or-later
//
// Translates times of the server's monotonic clock to this machine's, so that front-ends, whose present is
// this machine's clock, show ages and count-downs right. Both clocks are CLOCK_BOOTTIME, which continues
// during sleep: their difference is constant within one boot of both machines, whichever of them was
// suspended.
//
// A sample that is pushed arrives some delay after it was taken, so "arrival here minus time there" is the
// difference plus that delay. The smallest of the last one to two minutes has the smallest delay: a sample
// that waited in a buffer, even for the length of a suspend, changes nothing, and clocks of different speed
// (a few milliseconds a minute) are followed. No sample is translated to a time after its arrival, therefore
// the translated times of samples ascend as long as the server's do.
//
// Before the first pushed sample the difference is estimated from the newest sample in the status and its age
// by the wall clocks, which may differ. Wall times are never translated. Any thread; never blocks.
#pragma once

#include <QtGlobal>

#include <array>
#include <functional>
#include <mutex>
#include <optional>

namespace manometer::remote {

class RemoteClock
{
public:
    using Local = std::function<qint64()>; // milliseconds of this machine's CLOCK_BOOTTIME

    explicit RemoteClock(Local local = &RemoteClock::bootMs);

    // A new connection: the server's machine may have been started again.
    void reset();
    // A sample with this time was pushed and arrived now.
    void observe(qint64 remoteMs);
    // The newest sample has this time and is about `ageMs` old. Ignored after the first observe().
    void estimate(qint64 remoteMs, qint64 ageMs);

    // Unchanged before the first estimate() or observe().
    qint64 toLocal(qint64 remoteMs) const;

private:
    static constexpr qint64 windowMs = 60'000;

    static qint64 bootMs();

    const Local m_local;
    mutable std::mutex m_mutex;
    std::optional<qint64> m_estimateMs; // this machine's time minus the server's
    // The smallest difference in the present window and in the one before.
    std::array<std::optional<qint64>, 2> m_smallestMs{};
    qint64 m_windowStartMs = 0;
    qint64 m_newestRemoteMs = 0;
};

} // namespace manometer::remote
