// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program's icon in the desktop's tray: the level, the measured value as its tooltip, notifications, and
// a menu. A click shows the window, or hides it if it is in front. GUI thread; asking the desktop whether it
// has a tray takes a call to its session bus.
#pragma once

#include "views/MonitorView.h"

#include <QElapsedTimer>
#include <QMenu>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QSystemTrayIcon;
QT_END_NAMESPACE

namespace manometer::gui {

class TrayIcon final : public QObject
{
    Q_OBJECT
public:
    using HasTray = std::function<bool()>;
    // The tooltip changes at most this often, unless the level does.
    static constexpr qint64 leastRefreshMs = 900;

    // Not shown yet. `hasTray`: replaced in tests; whether the desktop has a tray.
    TrayIcon(views::MonitorView *monitor, QWidget *window, HasTray hasTray = {});

    bool isAvailable() const { return m_hasTray(); }
    bool canNotify() const;
    // `actions`: of the menu, below 'Show window'; null is a separator.
    void show(const QList<QAction *> &actions);
    void notify(const QString &title, const QString &body);
    // While there is no connection to the backend: the icon says so instead of a level. Empty: connected.
    void setConnectionMark(const QString &mark);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void showRequested();
    void hideRequested();

private:
    void refresh();
    void toggle();

    views::MonitorView *m_monitor;
    QWidget *m_window;
    HasTray m_hasTray;
    QMenu m_menu;
    QAction *m_toggle = nullptr;
    QString m_connectionMark;
    std::optional<pressure::Level> m_level; // of the icon; empty: unknown
    QElapsedTimer m_sinceRefresh;
    QSystemTrayIcon *m_tray;
};

} // namespace manometer::gui
