// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/SnoozeMenu.h"

#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"

namespace manometer::gui {

SnoozeMenu::SnoozeMenu(views::MonitorView *monitor, QWidget *parent)
    : QMenu(tr("&Hold the limit"), parent)
    , m_monitor(monitor)
{
    setAccessibleName(tr("Hold the limit"));
    setToolTipsVisible(true);
    for (const double share : {100.0, 75.0, 50.0})
        for (const auto duration : {std::chrono::minutes(30), std::chrono::minutes(120)})
            add(share, duration);
    addSeparator();
    m_end = addAction(tr("Resume &adaptation"), this,
                      [this] { m_monitor->snooze(100, std::chrono::milliseconds(0)); });
    connect(monitor, &views::MonitorView::statusChanged, this, &SnoozeMenu::show);
    show(monitor->status());
}

void SnoozeMenu::add(double sharePercent, std::chrono::minutes duration)
{
    const std::chrono::milliseconds milliseconds = duration;
    QAction *action = addAction(
        tr("%1 for %2").arg(text::threshold(sharePercent), text::duration(milliseconds.count())), this,
        [this, sharePercent, milliseconds] { m_monitor->snooze(sharePercent, milliseconds); });
    text::setToolTip(action, tr("CRITICAL still cuts the limit"));
    action->setCheckable(true);
    action->setData(sharePercent);
}

void SnoozeMenu::show(const views::MonitorStatus &status)
{
    m_end->setEnabled(status.snoozePercent.has_value());
    setEnabled(status.adapting);
    // The chosen duration is not stored; the header shows the time left.
    bool marked = false;
    for (QAction *action : actions()) {
        const bool isCurrent = !marked && status.snoozePercent && action->isCheckable() &&
                               action->data().toDouble() == *status.snoozePercent;
        action->setChecked(isCurrent);
        marked = marked || isCurrent;
    }
}

} // namespace manometer::gui
