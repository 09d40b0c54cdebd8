// SPDX-License-Identifier: GPL-3.0-or-later
//
// Exports that write nothing and record the calls.
#pragma once

#include "views/ExportView.h"
#include "views/Failure.h"

#include <QList>

#include <memory>

namespace manometer::gui {

class FakeExports final : public views::ExportView
{
public:
    struct Asked
    {
        QString what;
        QString file;
        views::CsvProfile profile;
        views::TimeRange range{};
        cache::EntryQuery query{};
    };
    QList<Asked> asked;
    QString answer;                             // answer of all exports
    std::shared_ptr<QPromise<QString>> entries; // of exportEntries, running until the test ends it
    QString recording;

    QFuture<QString> exportSamples(const QString &file, const views::TimeRange &range,
                                   views::CsvProfile profile) override
    {
        asked.append({.what = QStringLiteral("samples"), .file = file, .profile = profile, .range = range});
        return views::answered(answer);
    }
    QFuture<QString> exportEvents(const QString &file, const views::TimeRange &range,
                                  views::CsvProfile profile) override
    {
        asked.append({.what = QStringLiteral("events"), .file = file, .profile = profile, .range = range});
        return views::answered(answer);
    }
    QFuture<QString> exportEntries(const QString &file, const cache::EntryQuery &query,
                                   views::CsvProfile profile) override
    {
        asked.append({.what = QStringLiteral("entries"), .file = file, .profile = profile, .query = query});
        entries = std::make_shared<QPromise<QString>>();
        entries->start();
        entries->setProgressRange(0, 100);
        return entries->future();
    }
    QList<std::pair<QString, QByteArray>> diagnosticsTexts;
    views::FileNames diagnosticsNames = views::FileNames::LeftOut;
    QFuture<QString> saveDiagnostics(const QString &file, const QList<std::pair<QString, QByteArray>> &texts,
                                     views::FileNames names) override
    {
        asked.append(
            {.what = QStringLiteral("diagnostics"), .file = file, .profile = views::CsvProfile::Plain});
        diagnosticsTexts = texts;
        diagnosticsNames = names;
        return views::answered(answer);
    }
    QFuture<QString> saveRecording(const QString &file, const views::TimeRange &range,
                                   views::FileNames names) override
    {
        asked.append({.what = names == views::FileNames::Included ? QStringLiteral("recording with names")
                                                                  : QStringLiteral("recording"),
                      .file = file,
                      .profile = views::CsvProfile::Plain,
                      .range = range});
        return views::answered(answer);
    }
    views::PresetRead read;                     // the answer of readPreset
    QList<std::pair<QString, QString>> written; // file, name
    QFuture<views::PresetRead> readPreset(const QString &) override { return views::answered(read); }
    QFuture<QString> writePreset(const QString &file, const views::Preset &preset) override
    {
        written += {file, preset.name};
        return views::answered(QString());
    }
    void startRecording(const QString &file) override
    {
        recording = file;
        emit recordingChanged();
    }
    void stopRecording() override
    {
        recording.clear();
        emit recordingChanged();
    }
    QString recordingFile() const override { return recording; }
};

} // namespace manometer::gui
