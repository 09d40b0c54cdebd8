// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the window is arranged for a task: which docks are shown, which lies in front, how much room each has.
// GUI thread.
#pragma once

#include <QMainWindow>

namespace manometer::gui {

struct Docks
{
    QDockWidget *thresholds = nullptr;
    QDockWidget *events = nullptr;
    QDockWidget *cache = nullptr;
    QDockWidget *scan = nullptr;
    QDockWidget *holders = nullptr;
    QDockWidget *sources = nullptr;

    QList<QDockWidget *> all() const { return {thresholds, events, cache, holders, sources, scan}; }
};

enum class Arrangement : quint8 {
    Monitor, // the chart, and what happened
    Tune,    // the thresholds beside the chart
    Browse,  // the cache's entries
    Review,  // a longer time in the chart, with its events
};

// What the arrangements are made for: in less the figures cannot be read.
inline constexpr QSize leastSize(1024, 640);
// Of a window that fits its screen, title bar included; leastSize where there is less room.
QSize largestSize(const QWidget *window);

void arrange(QMainWindow *window, const Docks &docks, Arrangement arrangement);

} // namespace manometer::gui
