// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/scan/ScanWorker.h"

#include "service/Clock.h"
#include "service/recording/EventSink.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

namespace manometer::service {

using namespace views;

namespace {

// A compromise between throughput and the response to a cancel.
constexpr qint64 sliceMs = 20;
constexpr std::chrono::milliseconds progressInterval{100};
// Looked up together. A batch of entries that are on disk only, and cold, delays the response to a cancel.
constexpr int filesAtOnce = 32;

qint64 monotonicNowMs()
{
    return toMs(std::chrono::steady_clock::now());
}

} // namespace

ScanWorker::ScanWorker(cache::Cache &cache, EventSink &events, const ScanSetup &setup)
    : m_cache(cache)
    , m_events(events)
    , m_setup(setup)
    , m_progressTimer(this)
    , m_sliceTimer(this)
{
    m_progressTimer.setInterval(progressInterval);
    m_sliceTimer.setSingleShot(true);
    connect(&m_progressTimer, &QTimer::timeout, this, &ScanWorker::reportProgress);
    connect(&m_sliceTimer, &QTimer::timeout, this, &ScanWorker::work);
}

void ScanWorker::requestCancel()
{
    m_cancelRequested = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_phase != Phase::Idle)
                cancel();
        },
        Qt::QueuedConnection);
}

void ScanWorker::begin()
{
    m_cancelRequested = false;
    m_rereadEntry.reset();
    m_count.reset();
    m_progress = {};
    m_progress.running = true;
    m_elapsed.start();
    m_volumes = {};
    m_phase = Phase::Identifying;
}

void ScanWorker::readAgain(cache::EntryId entry)
{
    begin();
    m_progress.oneFile = true;
    m_progress.counting = false;
    m_progress.found = 1;
    m_rereadEntry = m_cache.describe({&entry, 1}).front();
    if (!m_rereadEntry)
        return finish(); // the entry was dropped in the meantime
    const QByteArray path(m_rereadEntry->path.data(), static_cast<qsizetype>(m_rereadEntry->path.size()));
    m_progress.folder = path;
    identify();
}

void ScanWorker::makeExtractor()
{
    if (m_extractor)
        return;
    m_extractor = m_setup.makeExtractor();
    connect(m_extractor.get(), &extract::Extractor::identified, this, &ScanWorker::onIdentified);
    // Cached entries stay valid without a reader; the first file that has to be read reports the error.
    connect(m_extractor.get(), &extract::Extractor::unidentified, this, [this] { onIdentified({}); });
    connect(m_extractor.get(), &extract::Extractor::extracted, this, &ScanWorker::onExtracted);
    connect(m_extractor.get(), &extract::Extractor::failed, this, &ScanWorker::onExtractFailed);
}

void ScanWorker::start(const QByteArray &folder)
{
    begin();
    m_progress.folder = folder;

    char resolved[PATH_MAX];
    struct stat status = {};
    const bool isThere = ::realpath(folder.constData(), resolved) && ::stat(resolved, &status) == 0;
    int error = 0;
    if (isThere && !S_ISDIR(status.st_mode))
        error = ENOTDIR;
    else if (!isThere || ::access(resolved, R_OK | X_OK) != 0)
        error = errno;
    if (error != 0) {
        reportFailure({.kind = ScanFailure::Kind::FolderUnreadable,
                       .path = folder,
                       .systemError = error,
                       .detail = {}});
        finish();
        return;
    }
    m_progress.folder = resolved;

    m_walk = std::make_unique<FolderWalk>(m_progress.folder);
    m_count.start(m_progress.folder);
    identify();
}

void ScanWorker::identify()
{
    makeExtractor();
    m_progressTimer.start();
    m_extractor->identify();
}

void ScanWorker::onIdentified(const extract::ReaderIdentity &reader)
{
    if (m_phase != Phase::Identifying)
        return;
    m_reader = reader;
    m_head = extract::headOf(reader);
    m_phase = Phase::Walking;
    if (m_rereadEntry) {
        examine(m_progress.folder, Settling::Required);
        lookUp();
    }
    scheduleSlice();
}

void ScanWorker::scheduleSlice()
{
    m_sliceTimer.start(0);
}

void ScanWorker::work()
{
    if (m_phase == Phase::Idle || m_phase == Phase::Identifying)
        return;
    if (m_cancelRequested)
        return cancel();
    if (m_phase == Phase::Sweeping)
        return sweep();

    QElapsedTimer slice;
    slice.start();
    while (m_extractor->room() > 0 && takeNext()) {
        if (m_phase == Phase::Idle)
            return; // a failure ended the scan
        if (slice.elapsed() >= sliceMs || m_cancelRequested)
            return scheduleSlice();
    }
    if (m_extractor->room() == 0 || m_phase == Phase::Idle)
        return; // the next answer schedules a slice
    if (!m_fresh.isEmpty()) {
        m_sliceTimer.start(
            std::chrono::milliseconds(std::max<qint64>(1, m_fresh.head().dueMs - monotonicNowMs())));
    } else if (m_pending.isEmpty() && m_rereadEntry) {
        // The operator looks at the entry next, and its pin is known only once it is on disk.
        if (m_rereadEntry->isKept)
            m_cache.flush();
        finish();
    } else if (m_pending.isEmpty()) {
        m_phase = Phase::Sweeping;
        m_sweep.emplace(m_cache, m_progress.folder, m_volumes);
        scheduleSlice();
    }
}

bool ScanWorker::takeNext()
{
    if (!m_unanswered.isEmpty()) {
        read(m_unanswered.dequeue());
    } else if (!m_fresh.isEmpty() && m_fresh.head().dueMs <= monotonicNowMs()) {
        examine(m_fresh.dequeue().path, Settling::Waived);
        lookUp();
    } else if (m_walk) {
        walkOn();
        lookUp();
    } else {
        return false;
    }
    return true;
}

void ScanWorker::walkOn()
{
    for (int i = 0; i < filesAtOnce && !m_cancelRequested; ++i) {
        const FolderWalk::Step step = m_walk->next();
        switch (step.kind) {
        case FolderWalk::Step::Kind::File:
            examine(step.path, Settling::Required);
            break;
        case FolderWalk::Step::Kind::Skipped:
            countSkipped(step.skipped);
            break;
        case FolderWalk::Step::Kind::Unreadable:
            reportFailure({.kind = ScanFailure::Kind::Unreadable,
                           .path = step.path,
                           .systemError = step.systemError,
                           .detail = {}});
            break;
        case FolderWalk::Step::Kind::End:
            m_walk.reset();
            return;
        }
    }
}

void ScanWorker::sweep()
{
    if (const quint64 erased = m_sweep->step(); erased > 0) {
        m_progress.vanished += erased;
        m_setup.contentsChanged();
    }
    if (m_sweep->isDone())
        finish();
    else
        scheduleSlice();
}

void ScanWorker::reportFailure(const ScanFailure &failure)
{
    using Kind = ScanFailure::Kind;
    ScanReasons &reasons = m_progress.reasons;
    ++m_progress.failed;
    if (failure.systemError == EACCES || failure.systemError == EPERM)
        ++reasons.noPermission;
    else if (failure.kind == Kind::ChangedWhileRead)
        ++reasons.changedWhileRead;
    else if (failure.kind == Kind::TimedOut)
        ++reasons.timedOut;
    else if (failure.kind == Kind::TooLarge)
        ++reasons.tooLarge;
    emit failed(failure);
}

void ScanWorker::countSkipped(FolderWalk::Skipped reason)
{
    using Skipped = FolderWalk::Skipped;
    ScanReasons &reasons = m_progress.reasons;
    ++m_progress.skipped;
    switch (reason) {
    case Skipped::Link:
        ++reasons.links;
        break;
    case Skipped::Pipe:
        ++reasons.pipes;
        break;
    case Skipped::Device:
        ++reasons.devices;
        break;
    case Skipped::KernelFolder:
        ++reasons.kernelFolders;
        break;
    case Skipped::Other:
        break;
    }
}

void ScanWorker::countProblem(const QByteArray &path, const QString &problem)
{
    switch (extract::problemIn(problem)) {
    case extract::Problem::None:
        return;
    case extract::Problem::UnknownType: // every text file and program: not worth a message
        ++m_progress.unknownType;
        return;
    case extract::Problem::Empty:
        ++m_progress.empty;
        break;
    case extract::Problem::Unreadable:
        break;
    }
    ++m_progress.notUnderstood;
    emit failed(
        {.kind = ScanFailure::Kind::NotUnderstood, .path = path, .systemError = 0, .detail = problem});
}

void ScanWorker::reportProgress()
{
    m_progress.elapsedMs = m_elapsed.elapsed();
    if (m_count.isStarted()) {
        m_progress.found = std::max<quint64>(m_count.files(), m_progress.done);
        m_progress.counting = !m_count.isComplete();
    }
    if (m_progress.elapsedMs > 0)
        m_progress.filesPerSecond =
            1000.0 * static_cast<double>(m_progress.done) / static_cast<double>(m_progress.elapsedMs);
    emit progressed(m_progress);
}

void ScanWorker::cancel()
{
    m_progress.cancelled = true;
    finish();
}

void ScanWorker::finish()
{
    m_phase = Phase::Idle;
    m_progressTimer.stop();
    m_sliceTimer.stop();
    m_count.stop();
    if (m_extractor)
        m_extractor->cancel();
    m_pending.clear();
    m_unanswered.clear();
    m_fresh.clear();
    m_walk.reset();
    m_sweep.reset();
    m_progress.running = false;
    m_progress.current.clear();
    reportProgress();
    m_progress.counting = false;
    if (!m_progress.oneFile)
        m_events.report(ScanEvent{.folder = m_progress.folder,
                                  .cancelled = m_progress.cancelled,
                                  .files = m_progress.done,
                                  .fromCache = m_progress.fromCache,
                                  .read = m_progress.read,
                                  .failed = m_progress.failed,
                                  .notUnderstood = m_progress.notUnderstood,
                                  .empty = m_progress.empty,
                                  .unknownType = m_progress.unknownType,
                                  .vanished = m_progress.vanished,
                                  .durationMs = m_progress.elapsedMs});
    emit finished(m_progress);
}

} // namespace manometer::service
