// SPDX-License-Identifier: GPL-3.0-or-later
//
// SettingsStore's implementation: writes changes to the settings file and watches it for changes by other
// programs. Created by SettingsStore, then lives in a thread of its own; blocks on disk.
#pragma once

#include "service/settings/SettingsFile.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <memory>

namespace manometer::service {

class SettingsWorker final : public QObject
{
    Q_OBJECT
public:
    explicit SettingsWorker(const QString &file);

    // Checks the file now and whenever it may have changed. `known`: the problem already reported.
    void watch(const QString &known);
    // `number` ascends from 1. `all` are the settings including this change. A failed write is retried with
    // the next change, also with one by another program.
    void write(const SettingsChange &change, const StoredSettings &all, quint64 number);

signals:
    // The file's settings, including changes that could not be written yet; `number` is the last change in
    // it.
    void fileRead(const manometer::service::StoredRead &now, quint64 number);
    void saveFailed(const QString &reason);
    void unusable(const manometer::views::SettingsFileEvent &event);

private:
    void onFileChanged();
    void updateWatches();
    void checkFile();
    void writeAll();

    SettingsFile m_file;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    QTimer m_debounce;
    QTimer m_poll;
    QString m_lastProblem;          // at the last check
    bool m_problemReported = false; // m_lastProblem
    QList<SettingsChange> m_pendingChanges;
    QString m_lastSaveError; // of m_pendingChanges
    StoredSettings m_all;
    quint64 m_number = 0;
};

} // namespace manometer::service
