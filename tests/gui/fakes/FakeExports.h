// SPDX-License-Identifier: GPL-3.0-or-later
//
// Exports that write nothing, and keep what was asked for.
#pragma once

#include "gui/fakes/Ready.h"
#include "service/ExportView.h"

#include <QList>

#include <memory>

namespace manometer::gui {

class FakeExports final : public service::ExportView
{
public:
    struct Asked
    {
        QString what;
        QString file;
        service::CsvProfile profile;
        service::TimeRange range{};
        cache::EntryQuery query{};
    };
    QList<Asked> asked;
    QString answer;                             // of all
    std::shared_ptr<QPromise<QString>> entries; // of exportEntries, under way until the test ends it
    QString recording;

    QFuture<QString> exportSamples(const QString &file, const service::TimeRange &range,
                                   service::CsvProfile profile) override
    {
        asked.append({.what = QStringLiteral("samples"), .file = file, .profile = profile, .range = range});
        return ready(answer);
    }
    QFuture<QString> exportEvents(const QString &file, const service::TimeRange &range,
                                  service::CsvProfile profile) override
    {
        asked.append({.what = QStringLiteral("events"), .file = file, .profile = profile, .range = range});
        return ready(answer);
    }
    QFuture<QString> exportEntries(const QString &file, const cache::EntryQuery &query,
                                   service::CsvProfile profile) override
    {
        asked.append({.what = QStringLiteral("entries"), .file = file, .profile = profile, .query = query});
        entries = std::make_shared<QPromise<QString>>();
        entries->start();
        entries->setProgressRange(0, 100);
        return entries->future();
    }
    QList<std::pair<QString, QByteArray>> diagnosticsTexts;
    service::FileNames diagnosticsNames = service::FileNames::LeftOut;
    QFuture<QString> saveDiagnostics(const QString &file, const QList<std::pair<QString, QByteArray>> &texts,
                                     service::FileNames names) override
    {
        asked.append(
            {.what = QStringLiteral("diagnostics"), .file = file, .profile = service::CsvProfile::Plain});
        diagnosticsTexts = texts;
        diagnosticsNames = names;
        return ready(answer);
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
