// SPDX-License-Identifier: GPL-3.0-or-later
//
// The layouts of the window: which docks are visible, which tab is in front, how large each is. GUI thread.
#pragma once

#include <QMainWindow>

namespace manometer::gui {

struct Docks
{
    QDockWidget *thresholds = nullptr;
    QDockWidget *whatIf = nullptr;
    QDockWidget *events = nullptr;
    QDockWidget *cache = nullptr;
    QDockWidget *scan = nullptr;
    QDockWidget *holders = nullptr;
    QDockWidget *sources = nullptr;

    QList<QDockWidget *> all() const { return {thresholds, whatIf, events, cache, holders, sources, scan}; }
};

enum class Arrangement : quint8 {
    Monitor, // the chart and the events
    Tune,    // the thresholds beside the chart, and what others would have done
    Browse,  // the cache's entries
    Review,  // a longer time range, with its events
};

// The smallest window that the layouts are made for.
inline constexpr QSize leastSize(800, 480);
// The largest window that fits the screen with its title bar, but at least leastSize.
QSize largestSize(const QWidget *window);

// Where the page of a draft's figures is: below the thresholds, or a tab beside the events.
enum class Stacking : quint8 { Stacked, Tabs };
bool canStack(const QMainWindow *window); // whether it is large enough
void stack(QMainWindow *window, const Docks &docks, Stacking stacking);
// Of stacked pages: beside the tables they would keep the window from becoming smaller, and so from having
// them as tabs. Call it after QMainWindow::restoreState().
void limitSize(QMainWindow *window);
// After canStack() has changed with the window's size: leaves docks that the operator has put elsewhere.
void restack(QMainWindow *window, const Docks &docks);

void arrange(QMainWindow *window, const Docks &docks, Arrangement arrangement);

} // namespace manometer::gui
