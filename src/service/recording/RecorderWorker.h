// SPDX-License-Identifier: GPL-3.0-or-later
//
// Recorder's implementation: its queues and the thread that writes them to disk, which blocks on it. Private
// to Recorder.
#pragma once

#include "files/FileLock.h"
#include "journal/JournalWriter.h"
#include "service/recording/History.h"
#include "service/recording/RecordQueue.h"
#include "service/recording/Recorder.h"
#include "service/recording/events/EventFile.h"
#include "service/recording/history/HistoryFile.h"

#include <QThread>

#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace manometer::service {

class Recorder::Worker
{
public:
    Worker(Recorder &recorder, const RecorderSetup &setup, std::shared_ptr<History> history);
    ~Worker();
    void start();

    // The monitor's thread.
    std::size_t room();
    void push(const journal::Stepped &stepped);
    void push(std::unique_ptr<journal::Record> record);
    // Whether the journal has no open segment and needs a snapshot to continue. True once per request.
    bool takeSnapshotRequest() { return m_snapshotRequested.exchange(false); }
    QString journalFolder() const
    {
        return QString::fromStdString(Recorder::journalFolder(m_setup.directory));
    }

    // Any thread.
    void append(const views::Event &event);

private:
    using Steady = std::chrono::steady_clock;
    enum class Stage { Running, Ending };
    // Parts that fail and recover independently; one event reports the failure of any of them.
    enum Part { FolderPart, JournalPart, HistoryPart, EventsPart, PartCount };

    template<typename Push>
    void pushLocked(Push push);
    void run();
    void loadSaved();
    void openFolder();
    void writeAll(Stage stage);
    void writeJournal();
    void writeHistory(Stage stage);
    void writeEvents(Stage stage);
    void syncAll();
    bool isHealthy() const;
    // Retry state of a part: whether to try it now, and the result of the attempt.
    bool mayTry(Part part, Stage stage) const;
    void markFailed(Part part, const journal::DiskError &error);
    void markHealthy(Part part);

    Recorder &m_recorder;
    const RecorderSetup m_setup;
    const std::string m_folder;
    const journal::BootId m_boot = journal::readBootId();
    const std::shared_ptr<History> m_history;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    RecordQueue m_queue;
    std::vector<views::Event> m_newEvents;
    quint64 m_droppedEvents = 0;
    bool m_stopping = false;
    std::atomic<bool> m_snapshotRequested = false;

    // The recorder's thread only.
    files::FileLock m_lock;
    journal::JournalWriter m_journal;
    std::array<HistoryFile, historyTiers.size()> m_historyFiles;
    EventFile m_eventFile;
    std::vector<RecordQueue::Entry> m_entries;
    std::vector<views::Event> m_takenEvents;
    std::deque<QByteArray> m_lines; // not on disk yet
    struct Health
    {
        bool good = true;
        Steady::time_point retryAt{};
    };
    std::array<Health, PartCount> m_health;
    bool m_failureReported = false;
    QString m_failedFile;
    quint64 m_dropped = 0;
    Steady::time_point m_historyAt{};
    Steady::time_point m_syncAt{};

    std::unique_ptr<QThread> m_thread;
};

} // namespace manometer::service
