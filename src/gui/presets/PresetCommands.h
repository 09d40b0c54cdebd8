// SPDX-License-Identifier: GPL-3.0-or-later
//
// The commands for presets, basis and settings: apply with undo, save, remove, import, export, edit. Dialogs
// do not block; results appear in the notice bar and the status bar. GUI thread.
#pragma once

#include "views/FrontEnd.h"

#include <QMainWindow>

#include <functional>

namespace manometer::gui {

class NoticeBar;

class PresetCommands final : public QObject
{
    Q_OBJECT
public:
    PresetCommands(const views::FrontEnd &views, NoticeBar *notice, QMainWindow *window);

    void choose(const QString &name);
    void setBasis(pressure::BasisChoice basis);
    void editSettings();
    void save();
    void remove(const QString &name);
    void importFrom();
    void exportTo();

signals:
    // A notice offers to undo what has come into effect instead of `before`.
    void offered(const manometer::views::Settings &before);

private:
    // The caller must end the present notice first: its timeout may revert settings, and must do so before
    // the new ones are computed. `undoMore`: undone together with the settings.
    void apply(const views::Settings &settings, const QString &base, const QString &done,
               const std::function<void()> &undoMore = {});
    void noteChangeElsewhere();
    void adopt(const QString &file, const views::PresetRead &read);
    QString ownBaseName() const;
    void showMessage(const QString &message);

    views::SettingsView *m_settings;
    views::MonitorView *m_monitor;
    views::ExportView *m_files;
    views::LanguageView *m_language;
    NoticeBar *m_notice;
    QMainWindow *m_window;
    struct Applied
    {
        views::Settings before;
        views::Settings after;
        QString text;
    };
    Applied m_newest; // what the notice is about
};

} // namespace manometer::gui
