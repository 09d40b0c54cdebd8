// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/Layouts.h"

#include <QDockWidget>
#include <QLayout>
#include <QScreen>

namespace manometer::gui {

QSize largestSize(const QWidget *window)
{
    // The window frame's size is unknown before the window is shown.
    constexpr QSize frame(8, 40);
    return (window->screen()->availableGeometry().size() - frame).expandedTo(leastSize);
}

void arrange(QMainWindow *window, const Docks &docks, Arrangement arrangement)
{
    // Docks that end up as tabs are side by side for a moment; a layout pass then would widen the window
    // permanently.
    window->layout()->setEnabled(false);
    for (QDockWidget *dock : docks.all()) {
        dock->setFloating(false);
        dock->show();
    }
    window->addDockWidget(Qt::RightDockWidgetArea, docks.thresholds);
    QDockWidget *left = docks.events;
    window->addDockWidget(Qt::BottomDockWidgetArea, left);
    for (QDockWidget *dock : {docks.cache, docks.holders, docks.sources, docks.scan}) {
        window->tabifyDockWidget(left, dock);
        left = dock;
    }
    window->setTabPosition(Qt::BottomDockWidgetArea, QTabWidget::North);
    window->layout()->setEnabled(true);
    docks.thresholds->setVisible(arrangement == Arrangement::Tune);
    (arrangement == Arrangement::Browse ? docks.cache : docks.events)->raise();
    // In percent of the window. The chart keeps its minimum size in any case.
    const int bottom = arrangement == Arrangement::Browse ? 56 : arrangement == Arrangement::Review ? 24 : 30;
    window->resizeDocks({docks.events}, {window->height() * bottom / 100}, Qt::Vertical);
    window->resizeDocks({docks.thresholds}, {docks.thresholds->widget()->minimumSizeHint().width()},
                        Qt::Horizontal);
}

} // namespace manometer::gui
