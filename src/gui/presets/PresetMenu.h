// SPDX-License-Identifier: GPL-3.0-or-later
//
// The presets menu: the preset in effect and the commands for presets. Emits the choice and changes nothing
// itself. GUI thread; nothing blocks.
#pragma once

#include "views/SettingsView.h"

#include <QMenu>

QT_BEGIN_NAMESPACE
class QActionGroup;
QT_END_NAMESPACE

namespace manometer::gui {

class PresetMenu final : public QMenu
{
    Q_OBJECT
public:
    // `editSettings` is the shared command that opens the settings dialog.
    PresetMenu(views::SettingsView *settings, QAction *editSettings, QWidget *parent);

    // 'Server', or 'Server*' if the settings differ from it.
    QString current() const { return m_current; }

signals:
    void currentChanged(const QString &current);
    void chosen(const QString &name);
    void saveRequested();
    void removeRequested(const QString &name);
    void importRequested();
    void exportRequested();

private:
    void refresh();

    views::SettingsView *m_settings;
    QAction *m_editSettings;
    QMenu *m_remove;
    QActionGroup *m_choice;
    QString m_current;
};

} // namespace manometer::gui
