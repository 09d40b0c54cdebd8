// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program with --rehearse: what it plays, and that it changes none of the real program's files.
#include "Machine.h"
#include "RunningProgram.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QDirIterator>
#include <QImage>
#include <QTest>

using namespace manometer;
using test::exitAfter;
using test::Run;
using namespace Qt::StringLiterals;

namespace {

// Everything below the folder with its bytes, except for sockets.
QMap<QString, QByteArray> filesBelow(const QString &folder)
{
    QMap<QString, QByteArray> files;
    for (QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         each.hasNext();) {
        QFile file(each.next());
        files[file.fileName()] = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    return files;
}

QMap<QString, QByteArray> ownFiles(const test::Machine &machine)
{
    auto files = filesBelow(machine.path(u"XDG_CONFIG_HOME"_s));
    files.insert(filesBelow(machine.path(u"XDG_STATE_HOME"_s)));
    files.insert(filesBelow(machine.path(u"XDG_CACHE_HOME"_s)));
    return files;
}

QStringList rehearse(const QString &curve, const QString &speed = u"100"_s)
{
    return {u"--rehearse"_s, curve, u"--rehearse-speed"_s, speed};
}

} // namespace

class TestRehearsalRun : public QObject
{
    Q_OBJECT
private slots:
    void aRehearsalLeavesNoTrace_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("manometer") << QStringLiteral(MANOMETER);
        QTest::newRow("manometerd") << QStringLiteral(MANOMETERD);
    }
    void aRehearsalLeavesNoTrace()
    {
        QFETCH(const QString, program);
        test::Machine machine(program);
        machine.leaveOutProc();
        QVERIFY(machine.addFile(
            "XDG_CONFIG_HOME/manometer/settings.json",
            R"({"version":1,"thresholds":{"high":{"enter_percent":70,"leave_percent":65,"target_percent":65}}})"));
        QVERIFY(machine.addFiles(2));
        // Not even that of a first start.
        const auto first = ownFiles(machine);
        QCOMPARE(machine.run(exitAfter(0.5) + rehearse(u"noise"_s)).exitCode, 0);
        QCOMPARE(ownFiles(machine), first);
        // The real program has a cache and a history.
        const Run real =
            machine.run(exitAfter(30) + QStringList{u"--exit-when-scanned"_s} + machine.scanOfFiles());
        QCOMPARE(real.exitCode, 0);
        const auto before = ownFiles(machine);
        QVERIFY(before.contains(machine.path(u"XDG_CACHE_HOME/manometer/entries-3.db"_s)));
        QVERIFY(before.size() > 4);

        const Run run = machine.runUntil({"HIGH -> CRITICAL", "ELEVATED -> NORMAL"}, {},
                                         rehearse(u"ramp"_s, u"20"_s) + machine.scanOfFiles());
        QCOMPARE(run.exitCode, 0);
        // With the real settings.
        QVERIFY2(run.errors.contains(u"(threshold 70.0 %)"_s), qPrintable(run.errors));
        QCOMPARE(ownFiles(machine), before);
    }

    void whatIsChangedInARehearsalEndsWithIt()
    {
        test::Machine machine(QStringLiteral(MANOMETERD));
        machine.leaveOutProc();
        QVERIFY(machine.addFile("XDG_CONFIG_HOME/manometer/settings.json", R"({"version":1})"));
        const auto before = ownFiles(machine);
        test::RunningProgram rehearsal(machine, rehearse(u"ramp"_s, u"1"_s));
        QVERIFY(rehearsal.logs("programs are served"));
        machine.setProgram(QStringLiteral(MANOMETERCTL));
        const Run change = machine.run({u"--rehearsal"_s, u"thresholds"_s, u"set"_s, u"high.enter=75"_s});
        QVERIFY2(change.exitCode == 0, qPrintable(change.errors));
        const QString own = machine.path(u"XDG_CACHE_HOME/manometer-rehearsal/played-%1/settings.json"_s)
                                .arg(rehearsal.processId());
        const auto isWritten = [&own] {
            QFile file(own);
            return file.open(QIODevice::ReadOnly) && file.readAll().contains("75");
        };
        VERIFY_EVENTUALLY(isWritten());
        QVERIFY(rehearsal.quitsOn(SIGTERM));
        QCOMPARE(ownFiles(machine), before);
    }

    void rehearsalsRunBesideEachOther()
    {
        test::Machine machine(QStringLiteral(MANOMETERD));
        machine.leaveOutProc();
        test::RunningProgram real(machine, {});
        QVERIFY(real.logs("programs are served"));
        test::RunningProgram first(machine, rehearse(u"burst"_s, u"10"_s));
        QVERIFY(first.logs("NORMAL -> ELEVATED"));
        test::RunningProgram second(machine, rehearse(u"sawtooth"_s, u"10"_s));
        QVERIFY(second.logs("NORMAL -> ELEVATED"));
        const QDir folder(machine.path(u"XDG_CACHE_HOME/manometer-rehearsal"_s));
        QCOMPARE(folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
        QVERIFY(first.quitsOn(SIGTERM));
        QVERIFY(second.quitsOn(SIGTERM));
        QVERIFY(folder.isEmpty());
        QVERIFY(real.quitsOn(SIGTERM));
    }

    void theNextRehearsalRemovesWhatAKilledOneLeft()
    {
        test::Machine machine(QStringLiteral(MANOMETERD));
        machine.leaveOutProc();
        const QDir folder(machine.path(u"XDG_CACHE_HOME/manometer-rehearsal"_s));
        QVERIFY(machine.addFile("XDG_CACHE_HOME/manometer-rehearsal/played-x/notes.txt"));
        {
            test::RunningProgram killed(machine, rehearse(u"burst"_s, u"10"_s));
            QVERIFY(killed.logs("NORMAL -> ELEVATED"));
            QVERIFY(killed.quitsOn(SIGKILL));
        }
        QCOMPARE(folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
        QCOMPARE(machine.run(exitAfter(0.1) + rehearse(u"ramp"_s)).exitCode, 0);
        QCOMPARE(folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList{u"played-x"_s});
    }

    void aRecordedTimeIsPlayed()
    {
        test::Machine machine(QStringLiteral(MANOMETERD));
        machine.leaveOutProc();
        QVERIFY(machine.addFile("day.csv", "elapsed_s,system_used_percent\n0,40\n100,40\n100,85\n400,85\n"));
        const Run run = machine.runUntil({"-> HIGH at 85.0 %"}, {}, rehearse(machine.path(u"day.csv"_s)));
        QCOMPARE(run.exitCode, 0);
    }

    void whatCannotBePlayedIsAnError_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("curve");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no file") << QStringLiteral(MANOMETERD) << u"/nonexistent.csv"_s
                                 << u"--rehearse: /nonexistent.csv cannot be played: No such file"_s;
        QTest::newRow("a folder") << QStringLiteral(MANOMETER) << u"/"_s << u"it is not a regular file."_s;
        QTest::newRow("another file")
            << QStringLiteral(MANOMETER) << u"/etc/passwd"_s << u"there are neither the columns"_s;
    }
    void whatCannotBePlayedIsAnError()
    {
        QFETCH(const QString, program);
        QFETCH(const QString, curve);
        QFETCH(const QString, reason);
        test::Machine machine(program);
        machine.leaveOutProc();
        const Run run = machine.run(exitAfter(1) + rehearse(curve));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.errors.contains(reason), qPrintable(run.errors));
        QVERIFY(ownFiles(machine).isEmpty());
    }

    void thePictureOfTheWindowSaysThatItIsARehearsal()
    {
        test::Machine machine;
        machine.leaveOutProc();
        const auto colouredPixels = [&machine](const QStringList &options) {
            const QString file = machine.path(u"window.png"_s);
            const Run run = machine.run(
                exitAfter(1) + options +
                QStringList{u"--appearance"_s, u"light"_s, u"--overwrite"_s, u"--screenshot"_s, file});
            const QImage picture = QImage(file).convertToFormat(QImage::Format_RGB32);
            constexpr QRgb ofTheNote = 0xfffdf6d8; // gui/look/Palettes.cpp
            int count = 0;
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x)
                    count += picture.pixel(x, y) == ofTheNote;
            return run.exitCode == 0 && !picture.isNull() ? count : -1;
        };
        QCOMPARE(colouredPixels({}), 0);
        QVERIFY(colouredPixels(rehearse(u"ramp"_s)) > 3000);
    }
};

MANOMETER_TEST(Core, TestRehearsalRun)
#include "tst_rehearsal_run.moc"
