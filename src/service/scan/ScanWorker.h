// SPDX-License-Identifier: GPL-3.0-or-later
//
// The scan itself, in the scan's thread; only requestCancel() may be called from another. It works in slices
// of some milliseconds between which its event loop hears the readers' answers and a cancel. Blocks on the
// disk.
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

namespace manometer::service {

class ScanWorker : public QObject
{
    Q_OBJECT
public:
    ScanWorker(cache::Cache &cache, const ScanSetup &setup);

    void start(const QByteArray &folder);
    void readAgain(cache::EntryId entry);
    void requestCancel(); // any thread

signals:
    void happened(const manometer::views::Event &event);
    void progressed(const manometer::views::ScanProgress &progress);
    void failed(const manometer::views::ScanFailure &failure);
    void finished(const manometer::views::ScanProgress &progress);

private:
    enum class Phase { Idle, Identifying, Walking, Sweeping };
    enum class Settling { Required, Waived };
    struct Pending // being read
    {
        QByteArray path;
        extract::FileFacts facts;
        cache::SourceVersion version;
    };
    struct Fresh // changed a moment ago: to be looked at again
    {
        QByteArray path;
        qint64 dueMs; // monotonic: the wall clock may step back meanwhile
    };

    void begin();
    void makeExtractor();
    void identify();
    void onIdentified(const extract::ReaderIdentity &reader); // empty: there is none
    void scheduleSlice();
    void work();
    bool takeNext(); // false: nothing to take at the moment
    void processFile(const QByteArray &path, Settling settling);
    bool answerFromCache(const QByteArray &path, const cache::SourceVersion &version);
    // Waits for the disk where it lags behind. False where neither tier took it.
    bool store(const Pending &pending, const std::string &document, std::chrono::nanoseconds readCost);
    bool isUnchanged(const Pending &pending); // and says so where it is not
    void sweep();
    void onExtracted(quint64 ticket, const extract::Extraction &extraction);
    void onExtractFailed(quint64 ticket, const extract::ExtractFailure &failure);
    void reportFailure(const views::ScanFailure &failure);
    void reportNotUnderstood(const QByteArray &path, const QString &problem);
    // It could not be looked at: drops it or tells, as the error has it.
    void handleUnreadable(const QByteArray &path, int systemError);
    void dropEntry(const QByteArray &path);
    void reportProgress();
    void cancel();
    void finish();
    std::string depth() const { return m_extractor->depth().toStdString(); }

    cache::Cache &m_cache;
    ScanSetup m_setup;
    std::unique_ptr<extract::Extractor> m_extractor; // made at the first start, in our thread
    extract::ReaderIdentity m_reader;
    std::string m_head; // of the documents that are this reader's
    Volumes m_volumes;
    std::unique_ptr<FolderWalk> m_walk;
    FileCount m_count; // ahead of us
    QHash<quint64, Pending> m_pending;
    QQueue<Fresh> m_fresh;
    std::optional<cache::EntryInfo> m_rereadEntry; // the only one, and not to be answered from the cache
    std::optional<Sweep> m_sweep;
    quint64 m_lastTicket = 0;
    Phase m_phase = Phase::Idle;
    views::ScanProgress m_progress;
    QElapsedTimer m_elapsed;
    QTimer m_progressTimer; // progress
    QTimer m_sliceTimer;    // the next slice, or the next fresh file
    std::atomic<bool> m_cancelRequested = false;
};

} // namespace manometer::service
