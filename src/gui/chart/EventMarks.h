// SPDX-License-Identifier: GPL-3.0-or-later
//
// Events as marks on the chart. Events too close to each other become one mark with a count. Pure functions.
#pragma once

#include "gui/chart/ChartScale.h"
#include "pressure/Level.h"

#include <vector>

namespace manometer::gui {

struct ChartEvent
{
    enum class Kind : quint8 { Level, Limit, Thresholds, Signal, Rehearsal, Note, Incident };

    quint64 position = 0; // in the log
    qint64 atMs = 0;      // on the samples' monotonic clock
    Kind kind = Kind::Level;
    pressure::Level level = pressure::Level::Normal; // the level entered, or the level the limit changed for

    friend bool operator==(const ChartEvent &, const ChartEvent &) = default;
};

struct EventMark
{
    static constexpr double width = 15;      // of a drawn mark; closer ones are joined
    static constexpr double countWidth = 18; // of the number beside a joined mark

    double x = 0;
    ChartEvent event;               // the most important one
    std::vector<quint64> positions; // in the log
    bool selected = false;
};

// The marks within the scale's time range, ascending by x.
std::vector<EventMark> eventMarks(const std::vector<ChartEvent> &events, const TimeScale &scale,
                                  quint64 selected);

} // namespace manometer::gui
