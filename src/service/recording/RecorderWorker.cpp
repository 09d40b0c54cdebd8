// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/RecorderWorker.h"

#include "service/recording/EventSink.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace manometer::service {

using namespace views;

namespace {

template<typename Limits>
Limits journalLimits(const RecorderSetup &setup)
{
    return {.segmentSpan = setup.segmentSpan, .span = setup.journalSpan, .capBytes = setup.journalCapBytes};
}

} // namespace

Recorder::Worker::Worker(Recorder &recorder, const RecorderSetup &setup, std::shared_ptr<History> history)
    : m_recorder(recorder)
    , m_setup(setup)
    , m_folder(QFile::encodeName(setup.directory).toStdString())
    , m_history(std::move(history))
    , m_queue(setup.queuedRecords)
    , m_journal(Recorder::journalFolder(setup.directory), journalLimits<journal::JournalLimits>(setup),
                m_boot)
    , m_historyFiles{HistoryFile(m_folder + "/history", 0), HistoryFile(m_folder + "/history", 1),
                     HistoryFile(m_folder + "/history", 2)}
    , m_eventFile(m_folder)
{
    m_entries.reserve(setup.queuedRecords);
    m_history->beginLoading();
}

Recorder::Worker::~Worker()
{
    if (m_thread) {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_one();
        m_thread->wait();
    }
    m_history->finishLoading();
}

void Recorder::Worker::start()
{
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->setObjectName(QStringLiteral("recorder"));
    m_thread->start();
}

std::size_t Recorder::Worker::room()
{
    const std::lock_guard lock(m_mutex);
    return m_queue.room();
}

template<typename Push>
void Recorder::Worker::pushLocked(Push push)
{
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        wake = m_queue.isEmpty();
        push();
        wake = wake || m_queue.size() == m_setup.queuedRecords / 2;
    }
    if (wake)
        m_wake.notify_one();
}

void Recorder::Worker::push(const journal::Stepped &stepped)
{
    pushLocked([&] { m_queue.push(stepped); });
}

void Recorder::Worker::push(std::unique_ptr<journal::Record> record)
{
    pushLocked([&] { m_queue.push(std::move(record)); });
}

void Recorder::Worker::append(const Event &event)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_newEvents.size() >= m_setup.queuedEvents) {
            ++m_droppedEvents;
            return;
        }
        m_newEvents.push_back(event);
    }
    m_wake.notify_one();
}

void Recorder::Worker::run()
{
    loadSaved();
    openFolder();
    m_historyAt = m_syncAt = Steady::now();
    for (Stage stage = Stage::Running; stage == Stage::Running;) {
        {
            std::unique_lock lock(m_mutex);
            const auto isWork = [this] { return !m_queue.isEmpty() || !m_newEvents.empty(); };
            // Write once a second, earlier in a burst so that it fits into the queue. After a failure the
            // next attempt is due after retryInterval, even without new records.
            const bool healthy = isHealthy();
            const auto isDue = [&] { return m_stopping || isWork(); };
            if (healthy)
                m_wake.wait(lock, isDue);
            else
                m_wake.wait_for(lock, m_setup.retryInterval, isDue);
            const auto pause =
                healthy ? m_setup.writeInterval : std::min(m_setup.writeInterval, m_setup.retryInterval);
            m_wake.wait_for(lock, pause, [this] {
                return m_stopping || m_queue.size() >= m_setup.queuedRecords / 2 ||
                       m_newEvents.size() >= m_setup.queuedEvents / 2;
            });
            m_queue.swap(m_entries);
            m_newEvents.swap(m_takenEvents);
            m_dropped += std::exchange(m_droppedEvents, 0);
            stage = m_stopping ? Stage::Ending : Stage::Running;
        }
        writeAll(stage);
    }
}

void Recorder::Worker::loadSaved()
{
    const pressure::ClockReading now = pressure::ClockReading::now();
    BucketTiers saved;
    for (std::size_t tier = 0; tier < m_historyFiles.size(); ++tier)
        if (const auto contents = m_historyFiles[tier].read())
            saved[tier] = onThisClock(*contents, m_boot, now, historyTiers[tier].span);
    m_history->loadSaved(saved);
    m_history->finishLoading();
    emit m_recorder.eventsLoaded(m_eventFile.load(static_cast<qsizetype>(m_setup.loadedEvents)).events);
}

void Recorder::Worker::openFolder()
{
    auto done = journal::makeFolder(m_folder);
    if (done)
        done = journal::makeFolder(m_folder + "/history");
    if (done) {
        // Not named `lock` like the cache's: state and cache may share a folder.
        const std::string path = m_folder + "/recording.lock";
        if (auto lock = files::FileLock::acquire(path, std::chrono::milliseconds(0)))
            m_lock = std::move(*lock);
        else
            done = Unexpected(journal::DiskError{.systemError = lock.error(), .path = path});
    }
    if (done) {
        markHealthy(FolderPart);
        return;
    }
    journal::DiskError error = done.error();
    // Another process records here; EWOULDBLOCK's message would be 'try again'.
    if (error.systemError == EWOULDBLOCK)
        error.systemError = EBUSY;
    markFailed(FolderPart, error);
}

void Recorder::Worker::writeAll(Stage stage)
{
    if (!m_lock.isHeld() && mayTry(FolderPart, stage))
        openFolder();
    for (const Event &event : m_takenEvents)
        m_lines.push_back(wire::toLine(event));
    m_takenEvents.clear();
    for (; m_lines.size() > m_setup.queuedEvents; ++m_dropped)
        m_lines.pop_front();
    if (!m_lock.isHeld()) {
        m_dropped += m_entries.size();
        m_entries.clear();
        return;
    }
    writeJournal();
    writeEvents(stage);
    const auto now = Steady::now();
    if (stage == Stage::Ending || !m_health[HistoryPart].good ||
        now - m_historyAt >= m_setup.historyInterval) {
        m_historyAt = now;
        writeHistory(stage);
    }
    if (stage == Stage::Ending || now - m_syncAt >= m_setup.syncInterval) {
        m_syncAt = now;
        syncAll();
    }
}

// After a failure each snapshot is a retry: the worker requests one while it has no open segment.
void Recorder::Worker::writeJournal()
{
    bool good = true;
    const auto take = [&](const journal::Record &record) {
        const auto taken = good ? m_journal.add(record) : journal::JournalWriter::Taken::No;
        if (!taken) {
            good = false;
            markFailed(JournalPart, taken.error());
        }
        if (!taken || *taken == journal::JournalWriter::Taken::No)
            ++m_dropped;
    };
    for (RecordQueue::Entry &entry : m_entries) {
        if (auto *stepped = std::get_if<journal::Stepped>(&entry))
            take(*stepped);
        else
            take(*std::get<std::unique_ptr<journal::Record>>(entry));
    }
    m_entries.clear();
    if (const auto flushed = m_journal.flush(); !flushed) {
        good = false;
        markFailed(JournalPart, flushed.error());
    }
    if (good && !m_journal.needsSnapshot())
        markHealthy(JournalPart);
    m_snapshotRequested = m_journal.needsSnapshot();
}

void Recorder::Worker::writeEvents(Stage stage)
{
    if (!mayTry(EventsPart, stage))
        return;
    while (!m_lines.empty()) {
        if (const auto written = m_eventFile.append(m_lines.front()); !written) {
            markFailed(EventsPart, written.error());
            return;
        }
        m_lines.pop_front();
        markHealthy(EventsPart);
    }
}

void Recorder::Worker::writeHistory(Stage stage)
{
    if (!mayTry(HistoryPart, stage))
        return;
    const auto take = stage == Stage::Ending ? History::Take::Partial : History::Take::Closed;
    for (std::size_t tier = 0; tier < m_historyFiles.size(); ++tier) {
        HistoryFile &file = m_historyFiles[tier];
        const auto unsaved = m_history->unsaved(tier, take);
        if (unsaved.buckets.empty())
            continue;
        auto written = file.append(m_boot, unsaved.buckets);
        if (written)
            m_history->markSaved(tier, unsaved.upTo);
        if (written && file.isLong())
            written = file.replace(m_boot, m_history->buckets(tier));
        if (!written) {
            file.close();
            markFailed(HistoryPart, written.error());
            return;
        }
    }
    markHealthy(HistoryPart);
}

void Recorder::Worker::syncAll()
{
    if (const auto synced = m_journal.sync(); !synced)
        markFailed(JournalPart, synced.error());
    if (const auto synced = m_eventFile.sync(); !synced)
        markFailed(EventsPart, synced.error());
    for (HistoryFile &file : m_historyFiles)
        if (const auto synced = file.sync(); !synced)
            markFailed(HistoryPart, synced.error());
}

bool Recorder::Worker::isHealthy() const
{
    return std::all_of(m_health.begin(), m_health.end(), [](const Health &h) { return h.good; });
}

bool Recorder::Worker::mayTry(Part part, Stage stage) const
{
    return m_health[part].good || stage == Stage::Ending || Steady::now() >= m_health[part].retryAt;
}

void Recorder::Worker::markFailed(Part part, const journal::DiskError &error)
{
    m_health[part] = {.good = false, .retryAt = Steady::now() + m_setup.retryInterval};
    if (std::exchange(m_failureReported, true))
        return;
    m_failedFile = QFile::decodeName(error.path.c_str());
    m_recorder.m_events.report(RecordingEvent{
        .file = m_failedFile, .detail = qt_error_string(error.systemError), .dropped = m_dropped});
}

void Recorder::Worker::markHealthy(Part part)
{
    m_health[part].good = true;
    if (!isHealthy() || !std::exchange(m_failureReported, false))
        return;
    m_recorder.m_events.report(
        RecordingEvent{.file = m_failedFile, .detail = {}, .dropped = std::exchange(m_dropped, 0)});
}

} // namespace manometer::service
