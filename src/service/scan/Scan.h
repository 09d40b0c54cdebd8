// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fills the cache from a folder: walks it, asks the cache for each file, has those read that it does not know
// in their present version, and drops entries whose file is gone. The work is a ScanWorker's, in a thread of
// its own; this is its face, made and used in one thread. The destructor cancels and joins.
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

class ScanWorker;

struct ScanSetup
{
    std::function<std::unique_ptr<extract::Extractor>()> makeExtractor; // called in the scan's thread
    std::function<void()> contentsChanged;                              // any thread
    // A file is not read before its ctime is this old: within the granularity of a file system's clock
    // (2 s on FAT) it could be changed once more and still look the same.
    std::chrono::milliseconds settleTime{2000};
    // The wall clock, asked in the scan's thread.
    std::function<std::chrono::system_clock::time_point()> now = [] {
        return std::chrono::system_clock::now();
    };
};

class Scan final : public views::ScanView
{
    Q_OBJECT
public:
    static constexpr qsizetype failuresKept = 1000;

    Scan(cache::Cache &cache, const ScanSetup &setup, QObject *parent = nullptr);
    ~Scan() override;

    views::ScanProgress progress() const override { return m_progress; }
    QList<views::ScanFailure> failures() const override { return m_failures; }
    void start(const QByteArray &folder) override;
    void readAgain(cache::EntryId entry) override;
    void cancel() override;

signals:
    // From the scan's thread, before finished(); also of one that the destructor cancels.
    void happened(const manometer::views::Event &event);

private:
    void begin(const views::ScanProgress &progress);

    QThread m_thread;
    ScanWorker *m_worker; // lives in m_thread, deleted with it
    views::ScanProgress m_progress;
    QList<views::ScanFailure> m_failures;
};

} // namespace manometer::service
