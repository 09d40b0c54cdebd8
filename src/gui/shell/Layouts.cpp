// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/Layouts.h"

#include <QDockWidget>
#include <QLayout>
#include <QScreen>

#include <algorithm>

namespace manometer::gui {

namespace {

// Of the window, for two pages one above the other beside the tables at the bottom.
constexpr QSize leastForStack(1100, 720);

// Sizes of both: of one alone, Qt keeps what it had for the other before the window's first layout.
void giveFiguresTheRest(QMainWindow *window, const Docks &docks)
{
    if (window->corner(Qt::BottomRightCorner) != Qt::RightDockWidgetArea)
        return;
    constexpr int bars = 220; // above and below the docks, about
    const int page = docks.thresholds->sizeHint().height();
    window->resizeDocks({docks.thresholds, docks.whatIf},
                        {page, std::max(page / 2, window->height() - bars - page)}, Qt::Vertical);
}

} // namespace

bool canStack(const QMainWindow *window)
{
    return window->width() >= leastForStack.width() && window->height() >= leastForStack.height();
}

void limitSize(QMainWindow *window)
{
    const bool stacked = window->corner(Qt::BottomRightCorner) == Qt::RightDockWidgetArea;
    window->setMinimumSize(stacked ? leastSize : QSize(0, 0));
}

// The tables at the bottom hold long sentences, so they get the full width, unless the two pages need the
// height.
void stack(QMainWindow *window, const Docks &docks, Stacking stacking)
{
    const bool stacked = stacking == Stacking::Stacked;
    window->setCorner(Qt::BottomRightCorner, stacked ? Qt::RightDockWidgetArea : Qt::BottomDockWidgetArea);
    limitSize(window);
    if (!stacked)
        return window->tabifyDockWidget(docks.events, docks.whatIf);
    // Split off a tab, it would become one again.
    window->removeDockWidget(docks.whatIf);
    window->addDockWidget(Qt::RightDockWidgetArea, docks.whatIf, Qt::Vertical);
    docks.whatIf->show();
}

void restack(QMainWindow *window, const Docks &docks)
{
    const Qt::DockWidgetArea area = window->dockWidgetArea(docks.whatIf);
    const bool isUsual =
        area == Qt::RightDockWidgetArea || window->tabifiedDockWidgets(docks.events).contains(docks.whatIf);
    if (!isUsual || docks.whatIf->isFloating() || docks.whatIf->isHidden() || docks.thresholds->isHidden())
        return;
    stack(window, docks, canStack(window) ? Stacking::Stacked : Stacking::Tabs);
    docks.events->raise();
    giveFiguresTheRest(window, docks);
}

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
    const bool tunes = arrangement == Arrangement::Tune;
    window->addDockWidget(Qt::RightDockWidgetArea, docks.thresholds);
    QDockWidget *left = docks.events;
    window->addDockWidget(Qt::BottomDockWidgetArea, left);
    for (QDockWidget *dock : {docks.cache, docks.holders, docks.sources, docks.scan}) {
        window->tabifyDockWidget(left, dock);
        left = dock;
    }
    stack(window, docks, tunes && canStack(window) ? Stacking::Stacked : Stacking::Tabs);
    window->setTabPosition(Qt::BottomDockWidgetArea, QTabWidget::North);
    window->layout()->setEnabled(true);
    docks.thresholds->setVisible(tunes);
    docks.whatIf->setVisible(tunes);
    (arrangement == Arrangement::Browse ? docks.cache : docks.events)->raise();
    // In percent of the window. The chart keeps its minimum size in any case.
    const int bottom = arrangement == Arrangement::Browse ? 56 : arrangement == Arrangement::Review ? 24 : 30;
    window->resizeDocks({docks.events}, {window->height() * bottom / 100}, Qt::Vertical);
    if (tunes)
        giveFiguresTheRest(window, docks);
    window->resizeDocks({docks.thresholds}, {docks.thresholds->widget()->minimumSizeHint().width()},
                        Qt::Horizontal);
}

} // namespace manometer::gui
