// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements ExportView on the views of a backend, wherever that is: files are on this machine. They are
// written in pool threads, a recording in a thread of its own; only the destructor blocks: it cancels exports
// of entries and waits for the page being written and for the recording. Other exports own their data and are
// completed by the application's pool. Lives in the views' thread.
#pragma once

#include "views/Backend.h"
#include "views/ExportView.h"

#include <QThreadPool>

#include <memory>

namespace manometer::exports {

class CsvRecording;

class Exports final : public views::ExportView
{
    Q_OBJECT
public:
    // The views outlive this object.
    explicit Exports(const views::Views &views, QObject *parent = nullptr);
    ~Exports() override;

    QFuture<QString> exportSamples(const QString &file, const views::TimeRange &range,
                                   views::CsvProfile profile) override;
    QFuture<QString> exportEvents(const QString &file, const views::TimeRange &range,
                                  views::CsvProfile profile) override;
    QFuture<QString> exportEntries(const QString &file, const views::EntryQuery &query,
                                   views::CsvProfile profile) override;
    QFuture<QString> saveDiagnostics(const QString &file, const QList<std::pair<QString, QByteArray>> &texts,
                                     views::FileNames names) override;
    QFuture<QString> saveRecording(const QString &file, const views::TimeRange &range,
                                   views::FileNames names) override;
    QFuture<views::PresetRead> readPreset(const QString &file) override;
    QFuture<QString> writePreset(const QString &file, const views::Preset &preset) override;
    void startRecording(const QString &file) override;
    void stopRecording() override;
    QString recordingFile() const override { return m_recordingFile; }

private:
    void record(const views::SampleRecord &sample);
    void fail(const QString &file, const QString &reason);

    views::Views m_views;
    QThreadPool m_pool;
    QThreadPool m_recorder;                    // one thread: rows in order
    std::shared_ptr<CsvRecording> m_recording; // used in m_recorder only
    QString m_recordingFile;
    int m_queuedRows = 0; // not written yet
};

} // namespace manometer::exports
