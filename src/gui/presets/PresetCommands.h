// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is done with presets and limits: apply with a while to take it back, save, remove, import, export,
// edit. Dialogs do not block; results are told in the notice bar and the status bar. GUI thread.
#pragma once

#include "service/SettingsView.h"

#include <QMainWindow>

#include <functional>

namespace manometer::gui {

class NoticeBar;

class PresetCommands final : public QObject
{
    Q_OBJECT
public:
    // `isWide` says of other thresholds whether they would move the level by two or more.
    using IsWide = std::function<bool(const pressure::Thresholds &before, const pressure::Thresholds &after)>;
    PresetCommands(service::SettingsView *settings, NoticeBar *notice, const IsWide &isWide,
                   QMainWindow *window);

    void choose(const QString &name);
    void editLimits();
    void save();
    void remove(const QString &name);
    void importFrom();
    void exportTo();

private:
    void apply(const service::Settings &settings, const QString &base, const QString &done);
    void adopt(const QString &file, const service::PresetRead &read);
    QString ownBaseName() const;
    void say(const QString &message);

    service::SettingsView *m_settings;
    NoticeBar *m_notice;
    IsWide m_isWide;
    QMainWindow *m_window;
};

} // namespace manometer::gui
