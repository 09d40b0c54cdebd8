// SPDX-License-Identifier: GPL-3.0-or-later
//
// Events as the chart shows them: those that lie too close to tell apart become one mark with a count. Pure.
#pragma once

#include "gui/chart/ChartScale.h"
#include "pressure/Level.h"

#include <vector>

namespace manometer::gui {

struct ChartEvent
{
    enum class Kind : quint8 { Level, Limit, Thresholds, Signal, Note, Incident };

    quint64 id = 0;
    qint64 atMs = 0; // on the samples' clock
    Kind kind = Kind::Level;
    pressure::Level level = pressure::Level::Normal; // that was entered, or that the limit was moved for

    friend bool operator==(const ChartEvent &, const ChartEvent &) = default;
};

struct EventMark
{
    static constexpr double width = 15; // what is drawn; closer ones are joined

    double x = 0;
    ChartEvent event; // the one that matters most
    std::vector<quint64> ids;
    bool selected = false;
};

// Those within the scale's time, ascending by x.
std::vector<EventMark> eventMarks(const std::vector<ChartEvent> &events, const TimeScale &scale,
                                  quint64 selectedId);

} // namespace manometer::gui
