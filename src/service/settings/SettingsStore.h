// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings in force and the file that keeps the operator's own: JSON, versioned, checked on load. Several
// programs may have the same file: each writes what was changed in it, and adopts what the others write. A
// file that cannot be used is kept aside, never overwritten. Made and used in one thread; load() blocks on
// the disk and is for the start, all else happens on a thread of its own, which ends when all is written.
#pragma once

#include "service/settings/StoredSettings.h"
#include "views/Event.h"
#include "views/LanguageView.h"
#include "views/SettingsView.h"

#include <QThread>
#include <QThreadPool>

#include <optional>

namespace manometer::service {

class SettingsWorker;

class SettingsStore final : public views::SettingsView, public views::LanguageView
{
    Q_OBJECT
public:
    explicit SettingsStore(const QString &file, QObject *parent = nullptr);
    ~SettingsStore() override;

    // Takes what the file says, if there is one, in place of the defaults, and follows it from then on. What
    // was wrong with it, empty if nothing.
    std::optional<views::SettingsFileEvent> load();
    // The command line's word: it counts until the operator applies something else in its place, and is not
    // written, whatever is applied beside it.
    void overrideWith(const views::Settings &settings, const QString &base);

    views::Settings settings() const override { return m_settings; }
    QString basePreset() const override { return m_base; }
    QList<views::Preset> presets() const override;
    bool applyThresholds(const pressure::Thresholds &thresholds) override;
    bool applySettings(const views::Settings &settings, const QString &base) override;
    bool savePreset(const QString &name, const views::Settings &settings) override;
    bool removePreset(const QString &name) override;
    QFuture<views::PresetRead> readPreset(const QString &file) override;
    QFuture<QString> writePreset(const QString &file, const QString &name,
                                 const views::Settings &settings) override;
    QString language() const override { return m_stored.language; }
    void setLanguage(const QString &code) override;

signals:
    void happened(const manometer::views::Event &event);

private:
    void updateStored(const ChosenSettings &before);
    // What is in m_stored now instead of `before`.
    void save(const StoredSettings &before);
    void mergeFromFile(const StoredRead &now, quint64 number);
    void emitChanges(const views::Settings &before, bool isOtherBase);

    views::Settings m_settings; // in force
    QString m_base;
    StoredSettings m_stored; // what the file says, or will
    QStringList m_problems;  // with what it says, as last reported
    std::optional<CommandLineOverride> m_override;
    QString m_file;
    quint64 m_changes = 0; // that the worker was given
    QThreadPool m_pool;    // for files of presets
    QThread m_thread;
    SettingsWorker *m_worker; // lives and ends there
};

} // namespace manometer::service
