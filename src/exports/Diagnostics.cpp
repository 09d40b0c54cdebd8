// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/Diagnostics.h"

#include "exports/CsvFile.h"
#include "exports/EventCsv.h"
#include "exports/SampleCsv.h"
#include "files/OutputFile.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <chrono>

namespace manometer::exports {

using namespace views;

namespace {

constexpr std::chrono::milliseconds tarTimeout{30'000}; // for tar to finish

struct WithoutNames
{
    void operator()(ScanEvent &event) const { event.folder.clear(); }
    void operator()(RecordingEvent &event) const { event.file.clear(); }
    void operator()(SettingsFileEvent &event) const
    {
        event.file.clear();
        event.keptAs.clear();
        event.detail.clear(); // may quote the file's contents
    }
    void operator()(SourceEvent &event) const
    {
        if (event.error)
            event.error->path.clear(); // below --proc-root, which may be any folder
    }
    void operator()(StoreEvent &event) const
    {
        event.health.quarantinePath.clear();
        event.health.detail.clear();
    }
    void operator()(NoteEvent &event) const
    {
        event.text.clear();
        event.author.clear();
    }
    void operator()(ClientActionEvent &event) const
    {
        event.actor.clear();
        event.target.clear();
    }
    void operator()(SettingsAppliedEvent &event) const { event.preset.clear(); }
    void operator()(ReceiptEvent &event) const { event.largestHolder.name.clear(); }
    void operator()(FutileEvent &event) const { event.largestHolder.name.clear(); }
    void operator()(ProcessesEvent &event) const
    {
        for (ProcessMemory &process : event.processes) {
            process.name.clear();
            process.controlGroup.clear(); // names users and services
        }
    }
    template<typename Other>
    void operator()(Other &) const
    {}
};

QString writeEvents(const QString &file, const QList<Event> &events, FileNames names)
{
    CsvFile output(file, "manometer-events", CsvProfile::Plain, eventColumns());
    for (const Event &event : events) {
        writeEvent(output.csv(), names == FileNames::Included ? event : withoutNames(event));
        if (const QString error = output.rowDone(); !error.isEmpty())
            return error;
    }
    return output.commit();
}

// Never empty: a killed tar (memory is short) prints no message.
QString failureReason(QProcess &tar)
{
    const QString words = QString::fromLocal8Bit(tar.readAllStandardError()).trimmed();
    if (!words.isEmpty())
        return words;
    // If tar exited by itself, QProcess knows only its exit code.
    return tar.error() == QProcess::UnknownError ? QStringLiteral("tar: %1").arg(tar.exitCode())
                                                 : QStringLiteral("tar: %1").arg(tar.errorString());
}

} // namespace

Event withoutNames(Event event)
{
    std::visit(WithoutNames{}, event.what);
    return event;
}

QString writeDiagnostics(const QString &file, const DiagnosticsContents &contents, FileNames names)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return folder.errorString();
    for (const auto &[name, text] : contents.texts)
        if (const QString error = files::writeOutput(folder.filePath(name), text); !error.isEmpty())
            return error;
    if (const QString error =
            writeEvents(folder.filePath(QStringLiteral("events.csv")), contents.events, names);
        !error.isEmpty())
        return error;
    if (const QString error = writeSampleCsv(folder.filePath(QStringLiteral("samples.csv")),
                                             CsvProfile::Plain, contents.samples);
        !error.isEmpty())
        return error;
    QProcess tar;
    tar.start(QStringLiteral("tar"),
              {QStringLiteral("--create"), QStringLiteral("--gzip"), QStringLiteral("--file"),
               QStringLiteral("-"), QStringLiteral("--directory"), folder.path(),
               // Do not disclose the operator's user name.
               QStringLiteral("--owner=0"), QStringLiteral("--group=0"), QStringLiteral("--numeric-owner"),
               QStringLiteral("--transform"), QStringLiteral("s,^\\.,manometer-diagnostics,"),
               QStringLiteral(".")});
    if (!tar.waitForFinished(static_cast<int>(tarTimeout.count())) ||
        tar.exitStatus() != QProcess::NormalExit || tar.exitCode() != 0)
        return failureReason(tar);
    return files::writeOutput(file, tar.readAllStandardOutput());
}

} // namespace manometer::exports
