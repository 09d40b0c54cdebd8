// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole program: real window, real exiftool, fake /proc. Tests its work, its single instance and its
// shutdown.
#include "app/RunningProgram.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QScopeGuard>
#include <QTest>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

using namespace manometer;
using namespace manometer::test;

class TestManometer : public QObject
{
    Q_OBJECT
private slots:
    void itScansTakesAScreenshotExportsAndExits()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(machine.addFiles(5));
        // After the scan, as long as it takes for three samples to be in the journal.
        qint64 journalBytes = -1;
        int journalGrowths = 0;
        const auto areSampled = [&](const QByteArray &errors) {
            if (const qint64 bytes = machine.journalBytes();
                errors.contains("5 files, ") && bytes > std::exchange(journalBytes, bytes))
                ++journalGrowths;
            return journalGrowths > 3;
        };
        const Run run = machine.runUntil(
            areSampled, {},
            machine.scanOfFiles() +
                QStringList{QStringLiteral("--screenshot"), machine.path(QStringLiteral("m.png")),
                            QStringLiteral("--export-samples"), machine.path(QStringLiteral("m.csv"))});
        QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
        QVERIFY2(run.errors.contains(QStringLiteral("5 files, 0 from the cache, 5 read")),
                 qPrintable(run.errors));
        const QImage picture(machine.path(QStringLiteral("m.png")));
        QVERIFY(picture.width() >= 800 && picture.height() >= 480);
        const auto rows = machine.lines(QStringLiteral("m.csv"));
        QVERIFY2(rows.size() >= 4, qPrintable(QString::number(rows.size()))); // a header and a row per second
        const auto names = rows.constFirst().trimmed().split(',');
        const auto last = rows.constLast().trimmed().split(',');
        QCOMPARE(last.size(), names.size());
        QVERIFY(std::abs(last[names.indexOf("system_used_percent")].toDouble() - 42) < 0.01);
        QCOMPARE(last[names.indexOf("level")], QByteArray("NORMAL"));
        QCOMPARE(last[names.indexOf("cache_entries")], QByteArray("5"));

        RunningProgram again(machine, exitAfter(50) + machine.scanOfFiles());
        QVERIFY2(again.logs("5 files, 5 from the cache, 0 read"), again.errors().constData());
        QVERIFY(again.quitsOn(SIGTERM));
        QCOMPARE(again.exitStatus(), QProcess::NormalExit);
    }

    void pressureCutsTheCacheAtOnce()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(85));
        RunningProgram program(machine, exitAfter(60));
        QVERIFY2(program.logs("NORMAL -> HIGH"), program.errors().constData());
        QVERIFY2(program.logs("limit 500 -> 250 entries (pressure)"), program.errors().constData());
        QVERIFY(machine.proc.setUsed(95));
        QVERIFY2(program.logs("HIGH -> CRITICAL"), program.errors().constData());
        QVERIFY2(program.logs("limit 250 -> 50 entries (pressure)"), program.errors().constData());
        QVERIFY(program.quitsOn(SIGTERM));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    }

    void samplesSurviveARestart()
    {
        const Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        const auto isSampled = [&machine](const QByteArray &errors) {
            return errors.contains("painted") && machine.journalBytes() > 0;
        };
        QCOMPARE(machine.runUntil(isSampled, {}, {}).exitCode, 0);
        QVERIFY(machine.proc.setUsed(30));
        const QString csv = machine.path(QStringLiteral("m.csv"));
        QCOMPARE(machine.run(exitAfter(1) + QStringList{QStringLiteral("--export-samples"), csv}).exitCode,
                 0);
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.contains(",42") || text.contains(",41.99"), text.constData());
        QVERIFY2(text.contains(",30") || text.contains(",29.99"), text.constData());
    }

    void aProgramHasOneMonitorThread()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        RunningProgram program(machine, exitAfter(30));
        const auto monitors = [&program] {
            int count = 0;
            const QDir tasks(QStringLiteral("/proc/%1/task").arg(program.processId()));
            for (const auto &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                QFile name(tasks.filePath(task + QStringLiteral("/comm")));
                if (name.open(QIODevice::ReadOnly) && name.readAll().trimmed() == "monitor")
                    ++count;
            }
            return count;
        };
        QVERIFY(QTest::qWaitFor([&] { return monitors() > 0; }, 20'000));
        QTest::qWait(500);
        QCOMPARE(monitors(), 1);
        QVERIFY(program.quitsOn(SIGTERM));
    }

    void aSecondInstanceOnTheSameCacheIsRefusedWithAMessage()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        RunningProgram first(machine, exitAfter(40));
        QVERIFY(QTest::qWaitFor(
            [&] {
                return QFile::exists(
                    machine.path(QStringLiteral("XDG_CACHE_HOME/manometer-rehearsal/entries-3.db")));
            },
            20'000));
        const Run second = machine.run(exitAfter(1));
        QCOMPARE(second.exitCode, 1);
        QVERIFY2(second.errors.contains(QStringLiteral("Another Manometer is using the cache")),
                 qPrintable(second.errors));
        QVERIFY(first.quitsOn(SIGTERM));
    }

    void aSecondStartShowsTheFirstWindowAndExits()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        RunningProgram first(machine, exitAfter(40));
        QVERIFY(QTest::qWaitFor(
            [&] {
                return !QDir(machine.path(QStringLiteral("XDG_RUNTIME_DIR/manometer")))
                            .isEmpty(QDir::System | QDir::NoDotAndDotDot);
            },
            20'000));
        const Run second = machine.run({}); // interactively: without --exit-after
        QCOMPARE(second.exitCode, 0);
        QCOMPARE(second.errors, QString());
        QCOMPARE(second.output, QStringLiteral("Manometer is already running; its window was raised.\n"));
        const Run hidden = machine.run({QStringLiteral("--hidden")}); // of a session that starts twice
        QCOMPARE(hidden.exitCode, 0);
        QCOMPARE(hidden.output, QStringLiteral("Manometer is already running.\n"));
        const Run asked = machine.run({QStringLiteral("--scan"), machine.path(QString())});
        QCOMPARE(asked.exitCode, 1);
        QVERIFY2(asked.errors.contains(QStringLiteral("options were ignored")), qPrintable(asked.errors));
        QVERIFY(first.quitsOn(SIGTERM));
    }

    void withoutATrayAHiddenStartShowsTheWindowAndSaysWhy()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        RunningProgram program(machine, {QStringLiteral("--hidden")});
        QVERIFY2(program.logs("painted"), program.errors().constData());
        QVERIFY2(program.errors().contains("The window is shown because this desktop has no tray."),
                 program.errors().constData());
        QVERIFY(program.quitsOn(SIGTERM));
    }

    void ofConcurrentStartsOneKeepsRunning_data()
    {
        QTest::addColumn<int>("starts");
        QTest::newRow("two") << 2;
        QTest::newRow("two, repeated") << 2;
        QTest::newRow("five") << 5;
    }
    void ofConcurrentStartsOneKeepsRunning()
    {
        QFETCH(int, starts);
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        std::vector<std::unique_ptr<RunningProgram>> programs;
        for (int i = 0; i < starts; ++i)
            programs.push_back(std::make_unique<RunningProgram>(machine, QStringList()));
        const auto running = [&programs] {
            return std::count_if(programs.begin(), programs.end(),
                                 [](const auto &program) { return program->isRunning(); });
        };
        QVERIFY(QTest::qWaitFor([&running] { return running() <= 1; }, 60'000));
        QCOMPARE(running(), 1);
        for (const auto &program : programs) {
            if (program->isRunning()) {
                QVERIFY2(program->logs("painted"), program->errors().constData());
                QVERIFY(program->quitsOn(SIGTERM));
            } else {
                QCOMPARE(program->exitCode(), 0);
            }
        }
    }

    void aStartDuringAShutdownWaitsAndKeepsRunning_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("an interactive start") << QStringList();
        QTest::newRow("a start by a script") << exitAfter(40);
    }
    void aStartDuringAShutdownWaitsAndKeepsRunning()
    {
        QFETCH(QStringList, arguments);
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        // It can exit only when this full pipe has room again.
        const QByteArray path = machine.bytes("pipe");
        QCOMPARE(::mkfifo(path.constData(), 0600), 0);
        const int pipe = ::open(path.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        const auto closed = qScopeGuard([pipe] { ::close(pipe); });
        QByteArray filler(::fcntl(pipe, F_SETPIPE_SZ, 4096), 'x');
        QCOMPARE(::write(pipe, filler.constData(), size_t(filler.size())), ssize_t(filler.size()));
        RunningProgram first(machine,
                             {QStringLiteral("--export-samples"), machine.path(QStringLiteral("pipe"))});
        QVERIFY2(first.logs("painted"), first.errors().constData());
        QVERIFY(first.processId() > 0 && ::kill(pid_t(first.processId()), SIGTERM) == 0);
        const QDir sockets(machine.path(QStringLiteral("XDG_RUNTIME_DIR/manometer")));
        VERIFY_EVENTUALLY(sockets.isEmpty(QDir::System | QDir::NoDotAndDotDot));
        RunningProgram second(machine, arguments);
        QVERIFY(first.isRunning() && second.isRunning());
        QVERIFY(QTest::qWaitFor(
            [&] {
                while (::read(pipe, filler.data(), size_t(filler.size())) > 0)
                    continue;
                return !first.isRunning();
            },
            40'000));
        QCOMPARE(first.exitCode(), 0);
        QVERIFY2(second.logs("painted"), second.errors().constData());
        QVERIFY2(!second.errors().contains("Another Manometer"), second.errors().constData());
        QVERIFY(second.quitsOn(SIGTERM));
    }

    void aStartBesideAHungInstanceIsRefusedAfterATimeout()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        RunningProgram first(machine, {});
        QVERIFY2(first.logs("painted"), first.errors().constData());
        QCOMPARE(::kill(pid_t(first.processId()), SIGSTOP), 0);
        RunningProgram second(machine, {});
        QVERIFY2(second.logs("Another Manometer is using the cache"), second.errors().constData());
    }

    void aSignalIsAnOrderlyShutdown()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        RunningProgram program(machine,
                               {QStringLiteral("--export-samples"), machine.path(QStringLiteral("m.csv"))});
        QVERIFY2(program.logs("painted"), program.errors().constData());
        // The journal is written one second after the first sample.
        VERIFY_EVENTUALLY(machine.journalBytes() > 0);
        QVERIFY(program.quitsOn(SIGINT));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QVERIFY(machine.lines(QStringLiteral("m.csv")).size() >= 2);
    }
};

MANOMETER_TEST(Core, TestManometer)
#include "tst_manometer.moc"
