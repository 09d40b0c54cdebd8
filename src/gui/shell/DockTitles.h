// SPDX-License-Identifier: GPL-3.0-or-later
//
// Hides the title bar of a dock whose tab shows the same words. What the title bar offers, a double-click on
// the tab and the tab's menu offer, too. GUI thread.
#pragma once

#include "gui/shell/Layouts.h"

QT_BEGIN_NAMESPACE
class QTabBar;
QT_END_NAMESPACE

namespace manometer::gui {

class DockTitles final : public QObject
{
    Q_OBJECT
public:
    DockTitles(const Docks &docks, QMainWindow *window);

    // Done by itself after docks have moved.
    void refresh();
    // Call it once for each tab bar that the window makes for its docks.
    void adopt(QTabBar *tabs);
    // The dock of a tab; null if there is none.
    QDockWidget *dockAt(const QTabBar *tabs, int tab) const;

private:
    void showMenu(QTabBar *tabs, const QPoint &place);

    QMainWindow *m_window;
    Docks m_docks;
    bool m_isScheduled = false;
};

} // namespace manometer::gui
