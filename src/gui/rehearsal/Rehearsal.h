// SPDX-License-Identifier: GPL-3.0-or-later
//
// A rehearsal that a window of its own plays, or one on the cache, and their texts. Pure; any thread.
#pragma once

#include "cache/Stats.h"
#include "pressure/control/Control.h"
#include "views/MonitorView.h"

#include <QByteArray>
#include <QString>

namespace manometer::gui {

struct Rehearsal
{
    QByteArray curve{}; // a built-in curve's name (pressure/rehearsal/Curve.h) or a file's path, raw bytes
    double speed = 1;   // how many times as fast it is played

    friend bool operator==(const Rehearsal &, const Rehearsal &) = default;
};

// Two minutes of pressure in twenty seconds.
inline Rehearsal demonstration()
{
    return {.curve = "ramp", .speed = 6};
}

// What a rehearsal on the cache does to it, as of now.
struct RehearsalCost
{
    quint64 presentEntries = 0; // in memory
    quint64 leastEntries = 0;   // the lowest limit
    pressure::Level highest = pressure::Level::Normal;
    quint64 mostEvicted = 0;
};

// Of a built-in curve; plays it in simulated time.
RehearsalCost costOf(const views::RehearsalRequest &request, const pressure::ControlConfig &config,
                     const cache::Stats &stats);
// How long it takes; 0 if there is no such curve.
std::chrono::milliseconds lengthOf(const views::RehearsalRequest &request);

namespace text {

// "ramp, 6 times as fast"; of a file its name alone.
QString rehearsal(const Rehearsal &rehearsal);
// What the window says about it; one sentence says that nothing is at risk.
QString rehearsalNote(const Rehearsal &rehearsal);
// The same for a narrow place: what matters most comes first.
QString shortRehearsalNote(const Rehearsal &rehearsal);

// What is asked before a rehearsal on the cache.
QString rehearsalQuestion(const views::RehearsalRequest &request, const RehearsalCost &cost);
// What the window says while one runs: what is played, and the machine's own level. `status` has one.
QString cacheRehearsalNote(const views::MonitorStatus &status);
QString shortCacheRehearsalNote(const views::MonitorStatus &status);

} // namespace text

} // namespace manometer::gui
