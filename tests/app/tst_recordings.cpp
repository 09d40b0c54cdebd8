// SPDX-License-Identifier: GPL-3.0-or-later
//
// Recordings with the programs themselves: saved by the window and by manometerctl, shown without a machine
// beside a running program, and refused with a reason.
#include "Machine.h"
#include "RunningProgram.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer;
using namespace manometer::test;

namespace {

// A machine that manometerd has sampled for some seconds, and manometerctl's recording of it.
struct Recorded
{
    test::Machine machine{QStringLiteral(MANOMETERD)};
    std::unique_ptr<RunningProgram> daemon;
    QString file = machine.path(QStringLiteral("a.manometer"));

    bool make()
    {
        if (!machine.proc.setUsed(85))
            return false;
        daemon = std::make_unique<RunningProgram>(machine, QStringList());
        if (!daemon->logs("programs are served"))
            return false;
        // What was sampled is on disk after a second.
        for (int attempt = 0; attempt < 100 && record().exitCode != 0; ++attempt)
            QTest::qWait(200);
        return QFile::exists(file);
    }
    Run record() const
    {
        return ctl({QStringLiteral("record"), file, QStringLiteral("--overwrite"), QStringLiteral("--last"),
                    QStringLiteral("1h")});
    }
    Run ctl(const QStringList &arguments) const
    {
        return start(
            QStringLiteral(MANOMETERCTL),
            QStringList{QStringLiteral("--connect"),
                        QStringLiteral("unix:") +
                            machine.path(QStringLiteral("XDG_RUNTIME_DIR/manometer-rehearsal/api.sock"))} +
                arguments);
    }
    // The window without --proc-root: a recording has no machine.
    Run show(const QStringList &arguments) const
    {
        return start(QStringLiteral(MANOMETER), QStringList{file} + arguments + exitAfter(1));
    }
    Run start(const QString &program, const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(machine.environment());
        process.start(program, arguments);
        if (!process.waitForFinished(50'000)) {
            process.kill();
            process.waitForFinished();
        }
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
};

} // namespace

class TestRecordings : public QObject
{
    Q_OBJECT
private slots:
    void aRecordingIsShownBesideTheProgramThatMadeIt()
    {
        Recorded recorded;
        QVERIFY(recorded.make());
        const QString csv = recorded.machine.path(QStringLiteral("samples.csv"));
        const Run run = recorded.show({QStringLiteral("--export-samples"), csv});
        QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
        const QByteArrayList rows = recorded.machine.lines(QStringLiteral("samples.csv"));
        QVERIFY(rows.size() >= 2);
        QVERIFY2(rows.last().contains("HIGH"), rows.last());
        QVERIFY(recorded.daemon->isRunning());
        // It leaves nothing behind: no cache, no state of a machine.
        QVERIFY(!QFile::exists(recorded.machine.path(QStringLiteral("XDG_CACHE_HOME/manometer"))));
        QVERIFY(!QFile::exists(recorded.machine.path(QStringLiteral("XDG_STATE_HOME/manometer/journal"))));
    }

    void theWindowSavesARecordingOnExit()
    {
        const test::Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        const QString file = machine.path(QStringLiteral("w.manometer"));
        const Run run = machine.run(exitAfter(4) + QStringList{QStringLiteral("--save-recording"), file});
        QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().startsWith("MNMRCRD\n"));
    }

    void aDamagedOrForeignFileIsRefusedWithTheReason_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<QString>("reason");
        QTest::newRow("foreign") << QByteArray("something else")
                                 << QStringLiteral("It is not a recording of Manometer.");
        QTest::newRow("newer") << QByteArray("MNMRCRD\n\x07\0\0\0", 12) + QByteArray(100, '\0')
                               << QStringLiteral("It was made by a later version of Manometer (format 7,");
        QTest::newRow("cut off") << QByteArray("MNMRCRD\n\x01\0", 10)
                                 << QStringLiteral("It is damaged: the file is shorter than it says.");
    }
    void aDamagedOrForeignFileIsRefusedWithTheReason()
    {
        QFETCH(QByteArray, contents);
        QFETCH(QString, reason);
        Recorded recorded;
        QVERIFY(recorded.machine.addFile("a.manometer", contents));
        const Run run = recorded.show({});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains(reason), qPrintable(run.errors));
    }

    void optionsOfAMachineAreRefused()
    {
        Recorded recorded;
        const Run run = recorded.show({QStringLiteral("--max-entries"), QStringLiteral("7")});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.errors.contains(QStringLiteral("--max-entries cannot be used with it")),
                 qPrintable(run.errors));
    }
};

MANOMETER_TEST(Core, TestRecordings)
#include "tst_recordings.moc"
