// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files of the operator's choice, on the front-end's machine, wherever the backend is: exports, recordings,
// presets. Lives in the thread that creates it; nothing blocks. The result of writing is empty on success and
// the error message otherwise. After an error or a cancellation no new file remains and no existing one has
// changed. Futures report their progress where it is known.
#pragma once

#include "views/CacheView.h"
#include "views/FileNames.h"
#include "views/SampleRecord.h"
#include "views/SettingsView.h"

#include <QFuture>
#include <QObject>
#include <QString>

namespace manometer::views {

// Spreadsheet: with a byte order mark, ';' between columns and decimal commas, as spreadsheets expect where
// the comma is the decimal point.
enum class CsvProfile : quint8 { Plain, Spreadsheet };

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

    // Writes an archive for a bug report: these texts (name, contents), the last day's events and samples.
    virtual QFuture<QString> saveDiagnostics(const QString &file,
                                             const QList<std::pair<QString, QByteArray>> &texts,
                                             FileNames names) = 0;

    // Writes the backend's recording (RecordingView).
    virtual QFuture<QString> saveRecording(const QString &file, const TimeRange &range, FileNames names) = 0;

    // Reading does not add the preset.
    virtual QFuture<PresetRead> readPreset(const QString &file) = 0;
    virtual QFuture<QString> writePreset(const QString &file, const Preset &preset) = 0;

    // Appends each sample to the file until stopRecording().
    virtual void startRecording(const QString &file) = 0;
    virtual void stopRecording() = 0;
    virtual QString recordingFile() const = 0; // empty while not recording

signals:
    void recordingChanged();
    // The recording could not start, or a write failed; it has ended.
    void recordingFailed(const QString &file, const QString &reason);
};

} // namespace manometer::views
