// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/TrayIcon.h"

#include "gui/look/Icons.h"
#include "gui/text/Levels.h"
#include "gui/text/PlainText.h"
#include "views/ShownPercent.h"

#include <QEvent>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace manometer::gui {

TrayIcon::TrayIcon(views::MonitorView *monitor, QWidget *window, HasTray hasTray)
    : QObject(window)
    , m_monitor(monitor)
    , m_window(window)
    , m_hasTray(hasTray ? std::move(hasTray) : &QSystemTrayIcon::isSystemTrayAvailable)
    , m_menu(window)
    , m_tray(new QSystemTrayIcon(this))
{
    setObjectName(u"trayIcon"_s);
    m_menu.setObjectName(u"trayMenu"_s);
    m_menu.setAccessibleName(tr("Manometer"));
    m_toggle = m_menu.addAction(tr("&Show window"), this, &TrayIcon::toggle);
}

bool TrayIcon::canNotify() const
{
    return QSystemTrayIcon::supportsMessages();
}

void TrayIcon::show(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (action)
            m_menu.addAction(action);
        else
            m_menu.addSeparator();
    }
    m_tray->setContextMenu(&m_menu);
    refresh();
    connect(m_monitor, &views::MonitorView::statusChanged, this, &TrayIcon::refresh);
    connect(m_tray, &QSystemTrayIcon::messageClicked, this, &TrayIcon::showRequested);
    connect(m_tray, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger && m_window->isActiveWindow() && !m_window->isMinimized())
            emit hideRequested();
        else if (reason == QSystemTrayIcon::Trigger)
            emit showRequested();
    });
    m_toggle->setText(m_window->isVisible() ? tr("&Hide window") : tr("&Show window"));
    m_window->installEventFilter(this);
    m_tray->show();
}

void TrayIcon::notify(const QString &title, const QString &body)
{
    m_tray->showMessage(text::notification(title), text::notification(body), programIcon());
}

void TrayIcon::setConnectionMark(const QString &mark)
{
    m_connectionMark = mark;
    m_sinceRefresh.invalidate();
    refresh();
}

void TrayIcon::refresh()
{
    const views::MonitorStatus status = m_monitor->status();
    const bool isKnown = status.latest.wallMs != 0 && !status.stale && m_connectionMark.isEmpty();
    const auto level = isKnown ? std::optional(status.applied) : std::nullopt;
    const bool isAnother = level != m_level || m_tray->icon().isNull();
    if (!isAnother && m_sinceRefresh.isValid() && !m_sinceRefresh.hasExpired(leastRefreshMs))
        return;
    m_sinceRefresh.start();
    if (isAnother)
        m_tray->setIcon(level ? levelIcon(*level) : actionIcon(u"stale"_s));
    m_level = level;
    const QString words =
        level ? tr("%1, %2", "a level and the measured value")
                    .arg(text::levelWord(*level),
                         text::measured(status.basis, views::shownPercent(status.percent, status.thresholds)))
              : tr("No signal");
    text::setToolTip(m_tray, m_connectionMark.isEmpty() ? words : m_connectionMark);
}

void TrayIcon::toggle()
{
    if (m_window->isVisible())
        emit hideRequested();
    else
        emit showRequested();
}

bool TrayIcon::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Show)
        m_toggle->setText(tr("&Hide window"));
    else if (watched == m_window && event->type() == QEvent::Hide)
        m_toggle->setText(tr("&Show window"));
    return QObject::eventFilter(watched, event);
}

} // namespace manometer::gui
