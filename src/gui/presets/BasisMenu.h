// SPDX-License-Identifier: GPL-3.0-or-later
//
// The menu of the basis: the memory that decides the level. Emits the choice and changes nothing itself. GUI
// thread; nothing blocks.
#pragma once

#include "views/MonitorView.h"
#include "views/SettingsView.h"

#include <QMenu>

namespace manometer::gui {

class BasisMenu final : public QMenu
{
    Q_OBJECT
public:
    BasisMenu(views::SettingsView *settings, views::MonitorView *monitor, QWidget *parent);

    // 'Auto'
    QString current() const { return m_current; }

signals:
    void currentChanged(const QString &current);
    void chosen(manometer::pressure::BasisChoice choice);

private:
    void refresh();
    void offerGroup(const views::MonitorStatus &status);

    views::SettingsView *m_settings;
    QAction *m_group = nullptr;
    QString m_current;
};

} // namespace manometer::gui
