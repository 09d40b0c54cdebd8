// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is done with presets, the basis and limits: apply with a while to take it back, save, remove, import,
// export, edit. Dialogs do not block; results are told in the notice bar and the status bar. GUI thread.
#pragma once

#include "views/Backend.h"

#include <QMainWindow>

#include <functional>

namespace manometer::gui {

class NoticeBar;

class PresetCommands final : public QObject
{
    Q_OBJECT
public:
    PresetCommands(const views::Views &views, NoticeBar *notice, QMainWindow *window);

    void choose(const QString &name);
    void judge(pressure::BasisChoice basis);
    void editSettings();
    void save();
    void remove(const QString &name);
    void importFrom();
    void exportTo();

private:
    // The caller has ended the notice: what that takes back when its time is over, it must take back before
    // the settings that are to be changed are looked at, not after others count.
    // `undoMore`: what else is taken back with it.
    void apply(const views::Settings &settings, const QString &base, const QString &done,
               const std::function<void()> &undoMore = {});
    void adopt(const QString &file, const views::PresetRead &read);
    QString ownBaseName() const;
    void say(const QString &message);

    views::SettingsView *m_settings;
    views::MonitorView *m_monitor;
    views::LanguageView *m_language;
    NoticeBar *m_notice;
    QMainWindow *m_window;
};

} // namespace manometer::gui
