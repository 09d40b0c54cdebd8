// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/Diagnostics.h"

#include "exports/CsvFile.h"
#include "exports/EventCsv.h"
#include "exports/SampleCsv.h"
#include "files/OutputFile.h"
#include "views/EventNames.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <chrono>

namespace manometer::exports {

using namespace views;

namespace {

constexpr std::chrono::milliseconds tarTimeout{30'000}; // for tar to finish

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
