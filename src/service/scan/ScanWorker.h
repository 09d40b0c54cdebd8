// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scan's implementation, in the scan thread; only requestCancel() may be called from another. Works in slices
// of some milliseconds, between which the event loop handles the reader's answers and a cancel. Blocks on
// disk. Errors are ScanFailures.
#pragma once

#include "extract/Document.h"
#include "extract/FileFacts.h"
#include "service/scan/FileCount.h"
#include "service/scan/FolderWalk.h"
#include "service/scan/Scan.h"
#include "service/scan/Sweep.h"
#include "service/scan/Volumes.h"

#include <QElapsedTimer>
#include <QHash>
#include <QQueue>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace manometer::service {

class ScanWorker : public QObject
{
    Q_OBJECT
public:
    ScanWorker(cache::Cache &cache, EventSink &events, const ScanSetup &setup);

    void start(const QByteArray &folder);
    void readAgain(cache::EntryId entry);
    void requestCancel(); // any thread

signals:
    void progressed(const manometer::views::ScanProgress &progress);
    void failed(const manometer::views::ScanFailure &failure);
    void finished(const manometer::views::ScanProgress &progress);

private:
    enum class Phase { Idle, Identifying, Walking, Sweeping };
    enum class Settling { Required, Waived };
    struct Pending // a file that is being read
    {
        QByteArray path;
        extract::FileFacts facts;
        cache::SourceVersion version;
    };
    struct Examined // a file that may be cached
    {
        QByteArray path;
        cache::SourceVersion version;
        Settling settling;
    };
    struct Fresh // a file that changed a moment ago: to be processed at `dueMs`
    {
        QByteArray path;
        qint64 dueMs; // monotonic: the wall clock may step back
    };

    void begin();
    void makeExtractor();
    void identify();
    void onIdentified(const extract::ReaderIdentity &reader); // empty: no reader available
    void scheduleSlice();
    void work();
    bool takeNext(); // false: no file is due
    void walkOn();
    void examine(const QByteArray &path, Settling settling);
    void lookUp(); // what was examined
    // Whether what is cached of the file is valid.
    bool answerFromCache(const QByteArray &path, const extract::Reading &reading);
    void read(const QByteArray &path);
    // Waits for the disk if it lags behind. False if neither tier stored the entry.
    bool store(const Pending &pending, const std::string &document, const cache::EntryNote &note);
    bool isUnchanged(const Pending &pending); // reports the failure if it changed
    void sweep();
    void onExtracted(quint64 ticket, const extract::Extraction &extraction);
    void onExtractFailed(quint64 ticket, const extract::ExtractFailure &failure);
    void reportFailure(const views::ScanFailure &failure);
    void countProblem(const QByteArray &path, const QString &problem); // if there is one
    void countSkipped(FolderWalk::Skipped reason);
    // After a failed stat() or open(): drops the entry if the file is gone, otherwise reports a failure.
    void handleUnreadable(const QByteArray &path, int systemError);
    void dropEntry(const QByteArray &path);
    void reportProgress();
    void cancel();
    void finish();
    std::string depth() const { return m_extractor->depth().toStdString(); }

    cache::Cache &m_cache;
    EventSink &m_events;
    ScanSetup m_setup;
    std::unique_ptr<extract::Extractor> m_extractor; // created at the first scan, in the scan thread
    extract::ReaderIdentity m_reader;
    std::string m_head; // the beginning of documents made by m_reader
    Volumes m_volumes;
    std::unique_ptr<FolderWalk> m_walk;
    FileCount m_count; // counts ahead of the walk
    QHash<quint64, Pending> m_pending;
    std::vector<Examined> m_examined; // to be looked up together
    QQueue<QByteArray> m_unanswered;  // to be read, before the walk goes on
    QQueue<Fresh> m_fresh;
    // Set during readAgain(): the only file to read, never answered from the cache.
    std::optional<cache::EntryInfo> m_rereadEntry;
    std::optional<Sweep> m_sweep;
    quint64 m_lastTicket = 0;
    Phase m_phase = Phase::Idle;
    views::ScanProgress m_progress;
    QElapsedTimer m_elapsed;
    QTimer m_progressTimer;
    QTimer m_sliceTimer; // the next slice, or the next fresh file
    std::atomic<bool> m_cancelRequested = false;
};

} // namespace manometer::service
