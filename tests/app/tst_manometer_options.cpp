// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command line options of the whole program, and their errors.
#include "app/Machine.h"
#include "service/recording/EventSink.h"
#include "service/settings/SettingsStore.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QTest>

#include <sys/stat.h>
#include <utility>

using namespace manometer;
using namespace manometer::test;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestManometerOptions : public QObject
{
    Q_OBJECT
private slots:
    void theCommandLineOverridesTheStoredLimits()
    {
        const Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        views::Settings settings;
        settings.memory.entries = 777;
        const QString file = machine.path(QStringLiteral("XDG_CONFIG_HOME/manometer/settings.json"));
        {
            service::EventSink events;
            service::SettingsStore store(file, events);
            QVERIFY(store.applySettings(settings, QStringLiteral("default")));
        }
        const auto limitOf = [&](const QStringList &arguments) {
            const QString csv = machine.path(QStringLiteral("m.csv"));
            const Run run = machine.run(
                exitAfter(1.5) +
                QStringList{QStringLiteral("--overwrite"), QStringLiteral("--export-samples"), csv} +
                arguments);
            const QList<QByteArray> lines = contents(csv).trimmed().split('\n');
            const auto column = lines.constFirst().split(',').indexOf("cache_limit_entries");
            return run.exitCode == 0 ? lines.constLast().split(',').value(column).trimmed() : QByteArray();
        };
        QCOMPARE(limitOf({}), QByteArray("777"));
        const QByteArray before = contents(file);
        QCOMPARE(limitOf({QStringLiteral("--max-entries"), QStringLiteral("55")}), QByteArray("55"));
        QCOMPARE(limitOf({QStringLiteral("--preset"), QStringLiteral("small-host")}), QByteArray("100"));
        QCOMPARE(contents(file), before);
    }

    void cacheAndStateMayShareAFolder()
    {
        const Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        const Run run = machine.run(
            exitAfter(1) + QStringList{QStringLiteral("--cache-dir"),
                                       machine.path(QStringLiteral("XDG_STATE_HOME/manometer-rehearsal"))});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(!run.errors.contains(QStringLiteral("recording")), qPrintable(run.errors));
        QVERIFY(QFile::exists(machine.path(QStringLiteral("XDG_STATE_HOME/manometer-rehearsal/history/1s"))));
    }

    void anUnreadableScanFolderIsAnError()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        const QStringList scan{QStringLiteral("--scan"), QStringLiteral("/nonexistent/folder")};
        const Run run = machine.run(exitAfter(2) + scan);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains(QStringLiteral("/nonexistent/folder cannot be scanned: No such file")),
                 qPrintable(run.errors));
        const QStringList unprivileged = asUnprivilegedUser();
        machine.openToAll();
        QVERIFY(QDir().mkpath(machine.path(QStringLiteral("shut"))));
        QCOMPARE(::chmod(machine.bytes("shut").constData(), 0), 0);
        const Run refused = machine.runUnder(
            unprivileged,
            exitAfter(2) + QStringList{QStringLiteral("--cache-dir"), machine.path(QStringLiteral("cache")),
                                       QStringLiteral("--scan"), machine.path(QStringLiteral("shut"))});
        QCOMPARE(::chmod(machine.bytes("shut").constData(), 0700), 0);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains(QStringLiteral("shut cannot be scanned: Permission denied")),
                 qPrintable(refused.errors));
    }

    void theScreenshotFormatFollowsTheFileName()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        const QString file = machine.path(QStringLiteral("m.jpg"));
        const Run run = machine.run(exitAfter(0.5) + QStringList{QStringLiteral("--screenshot"), file});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(QImageReader::imageFormat(file), QByteArray("jpeg"));
        const Run refused = machine.run(exitAfter(0.5) + QStringList{QStringLiteral("--screenshot"),
                                                                     machine.path(QStringLiteral("m.docx"))});
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.errors.contains(QStringLiteral(".png")), qPrintable(refused.errors));
    }

    void anUnwritableScreenshotIsReported()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        const Run run = machine.run(exitAfter(0.5) + QStringList{QStringLiteral("--screenshot"),
                                                                 QStringLiteral("/nonexistent/m.png")});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains(QStringLiteral("/nonexistent/m.png")), qPrintable(run.errors));
    }

    void samplesCanBeWrittenToStandardOutput()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        const Run run = machine.run(
            exitAfter(2.5) + QStringList{QStringLiteral("--export-samples"), QStringLiteral("/dev/stdout")});
        QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
        QVERIFY2(run.output.startsWith(QStringLiteral("time_utc,")), qPrintable(run.output));
    }

    void samplesReplaceAFileOnlyWithOverwrite()
    {
        const Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(machine.addFile("m.csv", "precious"));
        const QStringList arguments = exitAfter(1.5) + QStringList{QStringLiteral("--export-samples"),
                                                                   machine.path(QStringLiteral("m.csv"))};
        const Run refused = machine.run(arguments);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.errors.contains(QStringLiteral("--overwrite")), qPrintable(refused.errors));
        QCOMPARE(contents(machine.path(QStringLiteral("m.csv"))), QByteArray("precious"));
        QCOMPARE(machine.run(arguments + QStringList{QStringLiteral("--overwrite")}).exitCode, 0);
        QVERIFY(contents(machine.path(QStringLiteral("m.csv"))).startsWith("time_utc,"));
    }

    void aFileCreatedDuringTheRunIsNotReplaced()
    {
        const Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(machine.addFiles(1));
        const QString csv = machine.path(QStringLiteral("m.csv"));
        // The fake metadata reader creates it.
        const Run run = machine.runUnder(
            machine.withReader("echo precious >" + QFile::encodeName(csv) + "\nexit 1\n"),
            exitAfter(2.5) + machine.scanOfFiles() + QStringList{QStringLiteral("--export-samples"), csv});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains(QStringLiteral("--overwrite")), qPrintable(run.errors));
        QCOMPARE(contents(csv), QByteArray("precious\n"));
    }

    void aMissingSimulatedMachineIsAnError()
    {
        const Machine machine;
        const Run empty = machine.run(exitAfter(0.5)); // its fake /proc has no meminfo
        QCOMPARE(empty.exitCode, 2);
        QVERIFY2(empty.errors.contains(QStringLiteral("/meminfo cannot be read: No such file")),
                 qPrintable(empty.errors));
        QVERIFY(machine.proc.setUsed(42));
        const Run noGroups = machine.run(
            exitAfter(0.5) + QStringList{QStringLiteral("--sys-root"), QStringLiteral("/nonexistent")});
        QCOMPARE(noGroups.exitCode, 2);
        QVERIFY2(noGroups.errors.contains(QStringLiteral("--sys-root: /nonexistent cannot be read")),
                 qPrintable(noGroups.errors));
        QVERIFY(!QDir(machine.path(QStringLiteral("XDG_CACHE_HOME"))).exists());
    }

    void helpAndVersionNeedNoDisplay()
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("DISPLAY"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        process.setProcessEnvironment(environment);
        for (const auto &[option, output] :
             {std::pair("--version", "manometer "), std::pair("--help", "--scan")}) {
            process.start(QStringLiteral(MANOMETER), {QString::fromLatin1(option)});
            QVERIFY(process.waitForFinished(10'000));
            QCOMPARE(process.exitCode(), 0);
            QVERIFY2(process.readAllStandardOutput().contains(output), option);
        }
    }

    void withoutADisplayTheErrorSaysWhatToDo()
    {
        const Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        const Run run = machine.runUnder({QStringLiteral("env"), QStringLiteral("--unset=DISPLAY"),
                                          QStringLiteral("--unset=WAYLAND_DISPLAY"),
                                          QStringLiteral("--unset=QT_QPA_PLATFORM")},
                                         {});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains(QStringLiteral("QT_QPA_PLATFORM=offscreen")), qPrintable(run.errors));
    }
};

MANOMETER_TEST(Core, TestManometerOptions)
#include "tst_manometer_options.moc"
