// SPDX-License-Identifier: GPL-3.0-or-later
//
// Faults of the machine: the program continues and reports what is wrong.
#include "app/Machine.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <sys/stat.h>

using namespace manometer;
using namespace manometer::test;

class TestManometerFaults : public QObject
{
    Q_OBJECT
private slots:
    void withoutMemoryFiguresTheSignalIsStaleAndTheProgramContinues()
    {
        Machine machine;
        QVERIFY(machine.proc.write("meminfo", "no figures\n"));
        const Run run =
            machine.runUntil({"no memory signal"}, {},
                             {QStringLiteral("--export-samples"), machine.path(QStringLiteral("m.csv"))});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.errors.contains(QStringLiteral("no memory signal")), qPrintable(run.errors));
        const auto rows = machine.lines(QStringLiteral("m.csv"));
        QVERIFY(rows.size() > 1);
        QVERIFY(rows.constLast().contains(",,,")); // empty fields, not zeros
    }

    void anUnreadableFileIsCountedAndTheOthersAreRead()
    {
        const QStringList unprivileged = asUnprivilegedUser();
        Machine machine;
        machine.openToAll();
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(QDir().mkpath(machine.path(QStringLiteral("files/shut"))));
        QVERIFY(machine.addFile("files/open.txt"));
        QVERIFY(machine.addFile("files/secret.txt", "some text", 0));
        QCOMPARE(::chmod(machine.bytes("files/shut").constData(), 0), 0);
        const Run run = machine.runUntil({"2 files, "}, unprivileged, machine.scanOfFiles());
        QCOMPARE(::chmod(machine.bytes("files/shut").constData(), 0700), 0);
        QVERIFY2(run.errors.contains(QStringLiteral("2 files, 0 from the cache, 1 read, 2 failed")),
                 qPrintable(run.errors));
        QCOMPARE(run.exitCode, 0);
    }

    void aReadOnlyCacheFolderIsReportedAndTheProgramContinues()
    {
        const QStringList unprivileged = asUnprivilegedUser();
        Machine machine;
        machine.openToAll();
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(QDir().mkpath(machine.path(QStringLiteral("readonly"))));
        QCOMPARE(::chmod(machine.bytes("readonly").constData(), 0555), 0);
        QVERIFY(machine.addFiles(1));
        const Run run = machine.runUntil(
            {"disk store: read_only", " read, "}, unprivileged,
            QStringList{QStringLiteral("--cache-dir"), machine.path(QStringLiteral("readonly"))} +
                machine.scanOfFiles());
        QVERIFY2(run.errors.contains(QStringLiteral("disk store: read_only")), qPrintable(run.errors));
        QVERIFY2(run.errors.contains(QStringLiteral("1 read, 0 failed")), qPrintable(run.errors));
        QCOMPARE(run.exitCode, 0);
    }

    void aFullDiskIsReportedAndTheProgramContinues()
    {
        // A file system of 300 KiB, in a mount namespace that ends with the program.
        QProcess attempt;
        attempt.start(QStringLiteral("unshare"), {QStringLiteral("--mount"), QStringLiteral("true")});
        if (!attempt.waitForFinished(10'000) || attempt.exitCode() != 0)
            QSKIP("mount namespaces are not permitted here");
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(QDir().mkpath(machine.path(QStringLiteral("small"))));
        QVERIFY(machine.addFiles(40));
        const Run run = machine.runUntil(
            {"disk store: disk_full", " read, "},
            {QStringLiteral("unshare"), QStringLiteral("--mount"), QStringLiteral("sh"), QStringLiteral("-c"),
             QStringLiteral("mount -t tmpfs -o size=300k none \"$0\" && exec \"$@\""),
             machine.path(QStringLiteral("small"))},
            QStringList{QStringLiteral("--cache-dir"), machine.path(QStringLiteral("small"))} +
                machine.scanOfFiles());
        QVERIFY2(run.errors.contains(QStringLiteral("disk store: disk_full")), qPrintable(run.errors));
        QVERIFY2(run.errors.contains(QStringLiteral("40 read, 0 failed")), qPrintable(run.errors));
        QCOMPARE(run.exitCode, 0);
    }

    void aMissingReaderIsReportedAndTheProgramContinues()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(machine.addFiles(1));
        const Run run = machine.runUntil(
            {" read, "}, {QStringLiteral("env"), QStringLiteral("PATH=/nonexistent")}, machine.scanOfFiles());
        QVERIFY2(run.errors.contains(QStringLiteral("0 read, 1 failed")), qPrintable(run.errors));
        QCOMPARE(run.exitCode, 1); // for a script that waits for the scan
    }

    void aScanThatReadNothingIsAnErrorWithAReason()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(machine.addFiles(2));
        const QStringList reader =
            machine.withReader("while IFS= read -r line; do\n"
                               "  case $line in\n"
                               "    -execute0) echo '{ready0}'; echo '{ready0}' >&2 ;;\n"
                               "    -execute*) kill -SEGV $$ ;;\n"
                               "  esac\n"
                               "done\n");
        QVERIFY(!reader.isEmpty());
        const Run run = machine.runUnder(reader, exitAfter(6) + machine.scanOfFiles());
        QCOMPARE(run.errors.count(QStringLiteral(".txt was not read: ")), 2); // one line per file
        QVERIFY2(run.errors.contains(QStringLiteral("0 read, 2 failed")), qPrintable(run.errors));
        QCOMPARE(run.exitCode, 1);
    }

    void aBoundedNumberOfFailuresIsLogged()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(machine.addFiles(150));
        const QStringList reader =
            machine.withReader("while IFS= read -r line; do\n"
                               "  case $line in\n"
                               "    -execute*) number=${line#-execute}\n"
                               "      echo \"{ready$number}\"; echo \"{ready$number}\" >&2 ;;\n"
                               "  esac\n"
                               "done\n");
        QVERIFY(!reader.isEmpty());
        const Run run = machine.runUntil({" read, "}, reader, machine.scanOfFiles());
        QCOMPARE(run.errors.count(QStringLiteral(".txt was not read: ")), 100);
        QCOMPARE(run.errors.count(QStringLiteral("further files were not read")), 1);
        QVERIFY2(run.errors.contains(QStringLiteral("0 read, 150 failed")), qPrintable(run.errors));
    }

    // As with a shell's ulimit -f, whose signal (SIGXFSZ) would kill the program.
    void aFileSizeLimitIsADiskFault()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(machine.addFiles(200));
        const Run run = machine.runUntil({"disk store: ", " read, "},
                                         {QStringLiteral("sh"), QStringLiteral("-c"),
                                          QStringLiteral("ulimit -f 100; exec \"$@\""), QStringLiteral("sh")},
                                         machine.scanOfFiles());
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.errors.contains(QStringLiteral("disk store: ")), qPrintable(run.errors));
        QVERIFY2(run.errors.contains(QStringLiteral("200 read, 0 failed")), qPrintable(run.errors));
    }

    void anUnfinishedScanIsReportedOnExit()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(machine.addFiles(1));
        const QString started = machine.path(QStringLiteral("started"));
        const QStringList reader =
            machine.withReader("touch " + QFile::encodeName(started) + "\nexec sleep 100\n");
        QVERIFY(!reader.isEmpty());
        const Run run = machine.runUntil(
            [&started](const QByteArray &errors) {
                return errors.contains("painted") && QFile::exists(started);
            },
            reader, machine.scanOfFiles());
        QVERIFY2(run.errors.contains(QStringLiteral("did not finish: 0 of its files")),
                 qPrintable(run.errors));
        QCOMPARE(run.exitCode, 0);
    }

    void pipesInPlaceOfItsFilesDoNotBlockIt()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        for (const char *name :
             {"XDG_CONFIG_HOME/manometer/settings.json", "XDG_STATE_HOME/manometer/layout"}) {
            const QFileInfo pipe(machine.path(QString::fromLatin1(name)));
            QVERIFY(QDir().mkpath(pipe.path()));
            QCOMPARE(::mkfifo(machine.bytes(name).constData(), 0600), 0);
        }
        const Run run = machine.run(exitAfter(0.5));
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.errors.contains(QStringLiteral("not a regular file")), qPrintable(run.errors));
    }
};

MANOMETER_TEST(Core, TestManometerFaults)
#include "tst_manometer_faults.moc"
