// SPDX-License-Identifier: GPL-3.0-or-later
//
// --exit-when-scanned, of both programs.
#include "app/Machine.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::test;

class TestExitWhenScanned : public QObject
{
    Q_OBJECT

    static QStringList scanAndExit(const Machine &machine)
    {
        return machine.scanOfFiles() + QStringList{QStringLiteral("--exit-when-scanned")};
    }
    static void addPrograms()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("manometer") << QStringLiteral(MANOMETER);
        QTest::newRow("manometerd") << QStringLiteral(MANOMETERD);
    }

private slots:
    void itEndsWithStatusZeroWhenAllFilesAreRead_data() { addPrograms(); }
    void itEndsWithStatusZeroWhenAllFilesAreRead()
    {
        QFETCH(const QString, program);
        const Machine machine(program);
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(machine.addFiles(3));
        const Run run = machine.run(scanAndExit(machine));
        QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
        QVERIFY2(run.errors.contains(QStringLiteral("3 files, 0 from the cache, 3 read")),
                 qPrintable(run.errors));
        // They are in the cache now.
        const Run again = machine.run(scanAndExit(machine));
        QCOMPARE(again.exitCode, 0);
        QVERIFY2(again.errors.contains(QStringLiteral("3 files, 3 from the cache, 0 read")),
                 qPrintable(again.errors));
    }

    void aFileThatIsNotReadIsAFailure_data() { addPrograms(); }
    void aFileThatIsNotReadIsAFailure()
    {
        QFETCH(const QString, program);
        const Machine machine(program);
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(machine.addFiles(3));
        const Run run = machine.runUnder(machine.withReader("exit 1\n"), scanAndExit(machine));
        QCOMPARE(run.exitCode, 1);
    }

    void aFolderThatCannotBeScannedIsAFailure_data() { addPrograms(); }
    void aFolderThatCannotBeScannedIsAFailure()
    {
        QFETCH(const QString, program);
        const Machine machine(program);
        QVERIFY(machine.proc.setUsed(42));
        const Run run = machine.run({QStringLiteral("--scan"), QStringLiteral("/nonexistent/folder"),
                                     QStringLiteral("--exit-when-scanned")});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains(QStringLiteral("/nonexistent/folder cannot be scanned: No such file")),
                 qPrintable(run.errors));
    }

    void aScanThatATimeEndsFirstIsAFailureThatIsReported_data() { addPrograms(); }
    void aScanThatATimeEndsFirstIsAFailureThatIsReported()
    {
        QFETCH(const QString, program);
        const Machine machine(program);
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(machine.addFiles(1));
        const QStringList reader = machine.withReader("exec sleep 60\n"); // it does not answer
        const Run run = machine.runUnder(reader, exitAfter(0.5) + scanAndExit(machine));
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains(QStringLiteral("did not finish: 0 of its files were examined")),
                 qPrintable(run.errors));
        // Without it, the time is what was asked for.
        const Run timed = machine.runUnder(reader, exitAfter(0.5) + machine.scanOfFiles());
        QCOMPARE(timed.exitCode, 0);
    }
};

MANOMETER_TEST(Core, TestExitWhenScanned)
#include "tst_exit_when_scanned.moc"
