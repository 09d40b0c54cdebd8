// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be carried out of the program as files. Lives in the thread that made it; nothing here blocks. An
// answer is empty if all went well, else the system's words; then, or if it was cancelled, no file is left
// behind and none that was there has changed. The futures tell their progress where it can be known.
#pragma once

#include "views/CacheView.h"
#include "views/SampleRecord.h"

#include <QFuture>
#include <QObject>
#include <QString>

namespace manometer::views {

// Spreadsheet: with a byte order mark and ';', which spreadsheets of many languages want.
enum class CsvProfile : quint8 { Plain, Spreadsheet };

// In an archive of diagnostics.
enum class FileNames : quint8 { LeftOut, Included };

class ExportView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QFuture<QString> exportSamples(const QString &file, const TimeRange &range,
                                           CsvProfile profile) = 0;
    virtual QFuture<QString> exportEvents(const QString &file, const TimeRange &range,
                                          CsvProfile profile) = 0;
    virtual QFuture<QString> exportEntries(const QString &file, const EntryQuery &query,
                                           CsvProfile profile) = 0;

    // An archive for a bug report, with these texts and the last day's events and samples; see
    // exports/Diagnostics.h.
    virtual QFuture<QString> saveDiagnostics(const QString &file,
                                             const QList<std::pair<QString, QByteArray>> &texts,
                                             FileNames names) = 0;

    // Appends each sample to the file, until it is stopped; see exports/CsvRecording.h.
    virtual void startRecording(const QString &file) = 0;
    virtual void stopRecording() = 0;
    virtual QString recordingFile() const = 0; // empty while nothing is recorded

signals:
    void recordingChanged();
    // It could not be started or went wrong, and has ended.
    void recordingFailed(const QString &file, const QString &reason);
};

} // namespace manometer::views
