// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/DockTitles.h"

#include <QDockWidget>
#include <QMenu>
#include <QTabBar>
#include <QTimer>

namespace manometer::gui {

DockTitles::DockTitles(const Docks &docks, QMainWindow *window)
    : QObject(window)
    , m_window(window)
    , m_docks(docks)
{
    // Later, and once: while docks move, they are tabs for a moment.
    const auto schedule = [this] {
        if (std::exchange(m_isScheduled, true))
            return;
        QTimer::singleShot(0, this, [this] {
            m_isScheduled = false;
            refresh();
        });
    };
    for (QDockWidget *dock : m_docks.all()) {
        connect(dock, &QDockWidget::topLevelChanged, this, schedule);
        connect(dock, &QDockWidget::dockLocationChanged, this, schedule);
        connect(dock, &QDockWidget::visibilityChanged, this, schedule);
    }
}

void DockTitles::refresh()
{
    for (QDockWidget *dock : m_docks.all()) {
        const auto others = m_window->tabifiedDockWidgets(dock);
        const bool hasTab =
            !dock->isFloating() && std::any_of(others.begin(), others.end(),
                                               [](const QDockWidget *other) { return !other->isHidden(); });
        if (hasTab == (dock->titleBarWidget() != nullptr))
            continue;
        QWidget *previous = dock->titleBarWidget();
        QWidget *none = hasTab ? new QWidget(dock) : nullptr;
        if (none)
            none->setAccessibleName(dock->windowTitle());
        dock->setTitleBarWidget(none);
        delete previous;
    }
}

QDockWidget *DockTitles::dockAt(const QTabBar *tabs, int tab) const
{
    for (QDockWidget *dock : m_docks.all())
        // Some desktops add mnemonics to the texts of tabs.
        if (tabs->tabText(tab).remove(u'&') == dock->windowTitle())
            return dock;
    return nullptr;
}

void DockTitles::adopt(QTabBar *tabs)
{
    tabs->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(tabs, &QTabBar::customContextMenuRequested, this,
            [this, tabs](const QPoint &place) { showMenu(tabs, place); });
    connect(tabs, &QTabBar::tabBarDoubleClicked, this, [this, tabs](int tab) {
        if (QDockWidget *dock = dockAt(tabs, tab))
            dock->setFloating(true);
    });
}

void DockTitles::showMenu(QTabBar *tabs, const QPoint &place)
{
    // By keyboard the place is in the middle of the bar.
    const int under = tabs->tabAt(place);
    QDockWidget *dock = dockAt(tabs, under >= 0 ? under : tabs->currentIndex());
    if (!dock)
        return;
    auto *menu = new QMenu(tabs);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(dock->windowTitle());
    connect(menu->addAction(tr("&Open in a window of its own")), &QAction::triggered, dock,
            [dock] { dock->setFloating(true); });
    connect(menu->addAction(tr("&Close")), &QAction::triggered, dock, &QDockWidget::close);
    menu->popup(tabs->mapToGlobal(place));
}

} // namespace manometer::gui
