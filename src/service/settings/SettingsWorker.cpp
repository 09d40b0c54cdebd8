// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/settings/SettingsWorker.h"

#include <QFileInfo>

#include <utility>

namespace manometer::service {

using namespace views;

namespace {

using namespace std::chrono_literals;

// Debounce: one change causes several notifications, for the file and its folder.
constexpr auto debounceInterval = 20ms;
// An editor that writes in place truncates the file first.
constexpr auto recheckDelay = 500ms;
// If no inotify watch is available.
constexpr auto pollInterval = 10s;

} // namespace

SettingsWorker::SettingsWorker(const QString &file)
    : m_file(file)
    , m_debounce(this)
    , m_poll(this)
{
    m_debounce.setSingleShot(true);
    connect(&m_debounce, &QTimer::timeout, this, &SettingsWorker::checkFile);
    connect(&m_poll, &QTimer::timeout, this, &SettingsWorker::onFileChanged);
}

void SettingsWorker::watch(const QString &known)
{
    m_lastProblem = known;
    m_problemReported = true;
    m_watcher = std::make_unique<QFileSystemWatcher>();
    connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, this, &SettingsWorker::onFileChanged);
    connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, this, &SettingsWorker::onFileChanged);
    onFileChanged();
}

void SettingsWorker::onFileChanged()
{
    updateWatches();
    if (!m_debounce.isActive())
        m_debounce.start(debounceInterval);
}

// Watches the folder, since a replaced file is another inode; the file, which may be written in place or be a
// link; and while the folder does not exist, its nearest existing parent.
void SettingsWorker::updateWatches()
{
    QString folder = QFileInfo(m_file.path()).absolutePath();
    while (!QFileInfo(folder).isDir() && QFileInfo(folder).path() != folder)
        folder = QFileInfo(folder).path();
    const QStringList folders = m_watcher->directories();
    if (folders != QStringList(folder)) {
        if (!folders.isEmpty())
            m_watcher->removePaths(folders);
        m_watcher->addPath(folder);
    }
    if (QFileInfo::exists(m_file.path()) && m_watcher->files().isEmpty())
        m_watcher->addPath(m_file.path());
    if (!m_watcher->directories().isEmpty())
        m_poll.stop();
    else if (!m_poll.isActive())
        m_poll.start(pollInterval);
}

void SettingsWorker::checkFile()
{
    if (!m_pendingChanges.isEmpty())
        return writeAll();
    const SettingsFile::Reading reading = m_file.read();
    using State = SettingsFile::State;
    // If the file is missing, the settings stay in effect and the next change writes all of them.
    if (reading.state == State::Good || reading.state == State::Missing) {
        m_lastProblem.clear();
        if (reading.state == State::Good)
            emit fileRead(storedFrom(reading.document), m_number);
        return;
    }
    if (m_lastProblem != reading.problem) {
        m_lastProblem = reading.problem;
        m_problemReported = false;
        m_debounce.start(recheckDelay);
    } else if (!std::exchange(m_problemReported, true)) {
        emit unusable({.file = m_file.path(),
                       .detail = reading.problem,
                       .outcome = SettingsFileEvent::Outcome::NotAdopted});
    }
}

void SettingsWorker::write(const SettingsChange &change, const StoredSettings &all, quint64 number)
{
    m_pendingChanges += change;
    m_all = all;
    m_number = number;
    m_lastSaveError.clear(); // report an error once for each change
    writeAll();
}

void SettingsWorker::writeAll()
{
    const SettingsFile::Written written = m_file.write(m_pendingChanges, m_all);
    const QString failedBefore = std::exchange(m_lastSaveError, written.error);
    if (written.error.isEmpty())
        m_pendingChanges.clear();
    if (written.quarantined)
        emit unusable(*written.quarantined);
    if (written.now)
        emit fileRead(*written.now, m_number);
    if (!written.error.isEmpty() && written.error != failedBefore)
        emit saveFailed(written.error);
}

} // namespace manometer::service
