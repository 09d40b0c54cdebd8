// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements ScanView: walks a folder, looks up each file in the cache, reads files that are not cached in
// their current version, and drops entries whose file no longer exists. A ScanWorker does the work in a
// thread of its own. Created and used in one thread; only the destructor blocks: it cancels and joins.
#pragma once

#include "cache/Cache.h"
#include "extract/Extractor.h"
#include "views/Event.h"
#include "views/ScanView.h"

#include <QThread>

#include <chrono>
#include <functional>
#include <memory>

namespace manometer::service {

class EventSink;
class ScanWorker;

struct ScanSetup
{
    std::function<std::unique_ptr<extract::Extractor>()> makeExtractor; // called in the scan thread
    std::function<void()> contentsChanged;                              // any thread
    // A file is read only after its ctime is this old: within the granularity of a file system's clock (2 s
    // on FAT) another change would leave the same ctime.
    std::chrono::milliseconds settleTime{2000};
    // The wall clock; called in the scan thread.
    std::function<std::chrono::system_clock::time_point()> now = [] {
        return std::chrono::system_clock::now();
    };
};

class Scan final : public views::ScanView
{
    Q_OBJECT
public:
    static constexpr qsizetype failuresKept = 1000;

    // Reports the end of a scan to `events` before finished(), also that of a scan that the destructor
    // cancels. Both outlive this object.
    Scan(cache::Cache &cache, EventSink &events, const ScanSetup &setup, QObject *parent = nullptr);
    ~Scan() override;

    views::ScanProgress progress() const override { return m_progress; }
    QList<views::ScanFailure> failures() const override { return m_failures; }
    QFuture<void> start(const QByteArray &folder) override;
    QFuture<void> readAgain(cache::EntryId entry) override;
    void cancel() override;

private:
    static QFuture<void> refuse();
    void begin(const views::ScanProgress &progress);

    QThread m_thread;
    ScanWorker *m_worker; // lives in m_thread, deleted with it
    views::ScanProgress m_progress;
    QList<views::ScanFailure> m_failures;
};

} // namespace manometer::service
