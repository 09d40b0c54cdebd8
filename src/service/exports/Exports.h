// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements ExportView: samples from the monitor, events from the log, entries from the engine. Files are
// written in pool threads, a recording in a thread of its own; only the destructor blocks: it cancels an
// export of entries, which needs the engine, and waits for it and the recording. Other exports own their data
// and are completed by the application's pool.
#pragma once

#include "cache/Cache.h"
#include "views/EventView.h"
#include "views/ExportView.h"
#include "views/MonitorView.h"

#include <QThreadPool>

#include <atomic>
#include <memory>

namespace manometer::service {

class CsvRecording;

class Exports final : public views::ExportView
{
    Q_OBJECT
public:
    // All three outlive this object.
    Exports(views::MonitorView *monitor, views::EventView *events, cache::Cache *cache,
            QObject *parent = nullptr);
    ~Exports() override;

    QFuture<QString> exportSamples(const QString &file, const views::TimeRange &range,
                                   views::CsvProfile profile) override;
    QFuture<QString> exportEvents(const QString &file, const views::TimeRange &range,
                                  views::CsvProfile profile) override;
    QFuture<QString> exportEntries(const QString &file, const views::EntryQuery &query,
                                   views::CsvProfile profile) override;
    QFuture<QString> saveDiagnostics(const QString &file, const QList<std::pair<QString, QByteArray>> &texts,
                                     views::FileNames names) override;
    void startRecording(const QString &file) override;
    void stopRecording() override;
    QString recordingFile() const override { return m_recordingFile; }

private:
    void record(const views::SampleRecord &sample);
    void fail(const QString &file, const QString &reason);

    views::MonitorView *m_monitor;
    views::EventView *m_events;
    cache::Cache *m_cache;
    QThreadPool m_pool;
    QThreadPool m_recorder; // one thread: rows in order
    std::atomic<bool> m_isStopping = false;
    std::shared_ptr<CsvRecording> m_recording; // used in m_recorder only
    QString m_recordingFile;
    int m_queuedRows = 0; // not written yet
};

} // namespace manometer::service
