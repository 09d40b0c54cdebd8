// SPDX-License-Identifier: GPL-3.0-or-later
//
// SettingsStore's inside: writes what the operator changes, and notices what others write into the file.
// Lives in a thread of its own, where all of it happens but making it; blocks on disk.
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

    // Looks once, and whenever the file may have changed. `known`: what has been said of it already.
    void watch(const QString &known);
    // `number` ascends from 1. `all` is what counts with this change. What cannot be written is tried again
    // with the next change, by whom it may be.
    void write(const SettingsChange &change, const StoredSettings &all, quint64 number);

signals:
    // What the file says, with what could not be written yet; `number`: the last change that is in it.
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
    QString m_lastProblem;          // the problem of the file when it was looked at last
    bool m_problemReported = false; // that problem
    QList<SettingsChange> m_pendingChanges;
    QString m_lastSaveError; // why
    StoredSettings m_all;
    quint64 m_number = 0;
};

} // namespace manometer::service
