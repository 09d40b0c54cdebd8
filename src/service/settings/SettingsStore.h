// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements SettingsView: the settings in effect and the JSON file that stores them,
// versioned and validated on load. Several programs may share the file: each writes only its own changes and
// applies those of the others. An unusable file is renamed, never overwritten. Created and used in one
// thread; load(), meant for the start, and the destructor, which waits for pending writes, block on disk;
// everything else runs in a thread of its own.
#pragma once

#include "service/settings/StoredSettings.h"
#include "views/Event.h"
#include "views/SettingsView.h"

#include <QThread>

#include <optional>

namespace manometer::service {

class EventSink;
class SettingsWorker;

class SettingsStore final : public views::SettingsView
{
    Q_OBJECT
public:
    // `events` outlives this object.
    SettingsStore(const QString &file, EventSink &events, QObject *parent = nullptr);
    ~SettingsStore() override;

    // Replaces the defaults by the file's settings, if the file exists, and watches it from then on. The
    // problem with the file, if any.
    std::optional<views::SettingsFileEvent> load();
    // The command line's override: in effect until the operator applies other values; never written to the
    // file.
    void overrideWith(const views::Settings &settings, const QString &base);

    views::Settings settings() const override { return m_settings; }
    QString basePreset() const override { return m_base; }
    QList<views::Preset> presets() const override;
    bool applyThresholds(const pressure::Thresholds &thresholds) override;
    bool applySettings(const views::Settings &settings, const QString &base) override;
    bool savePreset(const QString &name, const views::Settings &settings) override;
    bool removePreset(const QString &name) override;

private:
    void updateStored(const ChosenSettings &before);
    // Queues a write of the difference between `before` and m_stored.
    void save(const StoredSettings &before);
    void mergeFromFile(const StoredRead &now, quint64 number);
    void emitChanges(const views::Settings &before, bool isOtherBase);

    EventSink &m_events;
    views::Settings m_settings; // in effect
    QString m_base;
    StoredSettings m_stored; // in the file, or about to be written
    QStringList m_problems;  // of the file, as last reported
    std::optional<CommandLineOverride> m_override;
    QString m_file;
    quint64 m_changes = 0; // number of changes sent to the worker
    QThread m_thread;
    SettingsWorker *m_worker; // lives in m_thread, deleted with it
};

} // namespace manometer::service
