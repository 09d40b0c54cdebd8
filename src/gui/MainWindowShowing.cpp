// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow shown and hidden: in the desktop's tray it goes on without being shown.
#include "gui/MainWindow.h"
#include "gui/shell/DockTitles.h"
#include "gui/shell/Notifier.h"
#include "gui/shell/SnoozeMenu.h"
#include "gui/shell/TrayIcon.h"
#include "gui/shell/WindowActions.h"
#include "gui/status/StatusPage.h"

#include <QCloseEvent>
#include <QGuiApplication>

#include <utility>

namespace manometer::gui {

void MainWindow::useTray(TrayIcon *tray)
{
    m_tray = tray;
    m_tray->show({m_snooze->menuAction(), nullptr, m_actions->quit});
    connect(m_tray, &TrayIcon::showRequested, this, &MainWindow::bringToFront);
    connect(m_tray, &TrayIcon::hideRequested, this, &MainWindow::hideInTray);
    if (m_tray->canNotify())
        m_notifier->setShow(
            [this](const QString &title, const QString &body) { m_tray->notify(title, body); });
    m_actions->keepInTray->setVisible(true);
}

// What depends on the size is decided before the layout makes the window as large as its contents.
void MainWindow::setVisible(bool visible)
{
    if (visible) {
        m_dockTitles->refresh();
        m_statusPage->fit();
    }
    QMainWindow::setVisible(visible);
}

void MainWindow::bringToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    QGuiApplication::setQuitOnLastWindowClosed(true);
}

void MainWindow::hideInTray()
{
    // Otherwise the end of a dialog would be the end of the program.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    hide();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (std::exchange(m_couldStack, canStack(this)) != canStack(this))
        restack(this, m_docks);
}

// Quitting closes the windows, too; it needs none to stay visible, which a hidden one does not.
void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool isKept = m_tray && m_actions->keepInTray->isChecked();
    // The tray may have gone since the start; without it the window could not be shown again.
    if (isKept && m_tray->isAvailable()) {
        event->ignore();
        return hideInTray();
    }
    QMainWindow::closeEvent(event);
}

} // namespace manometer::gui
