// SPDX-License-Identifier: GPL-3.0-or-later
//
// The menu 'Hold the limit': keeps the cache limit at a share of the configured limit for some time, at
// every level below CRITICAL. Checks the hold in effect. GUI thread; nothing blocks.
#pragma once

#include "views/MonitorView.h"

#include <QMenu>

namespace manometer::gui {

class SnoozeMenu final : public QMenu
{
    Q_OBJECT
public:
    explicit SnoozeMenu(views::MonitorView *monitor, QWidget *parent);

private:
    void add(double sharePercent, std::chrono::minutes duration);
    void show(const views::MonitorStatus &status);

    views::MonitorView *m_monitor;
    QAction *m_end;
};

} // namespace manometer::gui
