// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window and the daemon of one user: the window attaches to it instead of refusing to start.
#include "Machine.h"
#include "RunningProgram.h"
#include "support/TestMain.h"

#include <QTest>

#include <csignal>
#include <memory>

using namespace manometer;
using namespace manometer::test;

namespace {

struct DaemonFixture
{
    Machine machine{QStringLiteral(MANOMETERD)};
    std::unique_ptr<RunningProgram> daemon;

    bool start(const QStringList &arguments = {})
    {
        if (!machine.proc.setUsed(42))
            return false;
        daemon = std::make_unique<RunningProgram>(machine, arguments);
        const bool isServing = daemon->logs("programs are served");
        machine.setProgram(QStringLiteral(MANOMETER));
        return isServing;
    }
    QString socket() const
    {
        return QStringLiteral("unix:") +
               machine.path(QStringLiteral("XDG_RUNTIME_DIR/manometer-rehearsal/api.sock"));
    }
    QString csv() const { return machine.path(QStringLiteral("samples.csv")); }
    QStringList exportOption() const { return {QStringLiteral("--export-samples"), csv()}; }
    // The samples that the window has written.
    int rows() const { return int(machine.lines(QStringLiteral("samples.csv")).size()) - 1; }
};

} // namespace

class TestAttaching : public QObject
{
    Q_OBJECT
private slots:
    void theWindowAttachesToTheDaemonThatHasItsCache()
    {
        DaemonFixture fixture;
        QVERIFY(fixture.start());
        const Run run = fixture.machine.run(exitAfter(3) + fixture.exportOption());
        QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
        QVERIFY(fixture.rows() >= 1); // the daemon's
        QVERIFY(fixture.daemon->isRunning());
    }

    void optionsThatAreTheDaemonsAreRefused()
    {
        DaemonFixture fixture;
        QVERIFY(fixture.start());
        const Run run = fixture.machine.run(
            exitAfter(1) + QStringList{QStringLiteral("--max-entries"), QStringLiteral("7")});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains(QStringLiteral("manometerd is using this cache")),
                 qPrintable(run.errors));
    }

    void anotherCacheIsTheWindowsOwn()
    {
        DaemonFixture fixture;
        QVERIFY(fixture.start());
        const Run run = fixture.machine.run(
            exitAfter(1) + QStringList{QStringLiteral("--cache-dir"),
                                       fixture.machine.path(QStringLiteral("other")),
                                       QStringLiteral("--max-entries"), QStringLiteral("7")});
        QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
        // The daemon serves the programs already.
        QVERIFY2(run.errors.contains(QStringLiteral("already serves")), qPrintable(run.errors));
    }

    void theWindowConnectsWhereItIsTold()
    {
        DaemonFixture fixture;
        QVERIFY(fixture.start());
        const Run run = fixture.machine.run(exitAfter(3) + fixture.exportOption() +
                                            QStringList{QStringLiteral("--connect"), fixture.socket()});
        QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
        QVERIFY(fixture.rows() >= 1);
    }

    void aScanIsTheDaemons()
    {
        DaemonFixture fixture;
        QVERIFY(fixture.start());
        QVERIFY(fixture.machine.addFiles(3));
        RunningProgram window(fixture.machine, fixture.machine.scanOfFiles());
        QVERIFY(fixture.daemon->logs("3 files"));
        QVERIFY(window.quitsOn(SIGTERM));
    }

    void anAddressWhereNothingIsIsAnErrorForAScript()
    {
        const Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        const Run run = machine.run(
            exitAfter(1) + QStringList{QStringLiteral("--connect"), QStringLiteral("unix:/no/such.sock")});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains(QStringLiteral("not connected")), qPrintable(run.errors));
    }

    void aWindowThatShowsAnotherManometerIsNotRaisedInThePlaceOfTheOwn()
    {
        DaemonFixture other;
        QVERIFY(other.start());
        const Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        RunningProgram own(machine, {});
        QVERIFY(own.logs("painted"));
        RunningProgram shown(machine, {QStringLiteral("--connect"), other.socket()});
        QVERIFY(shown.logs("painted"));
        // Raised by the own one, which answers; the other would leave this waiting for ten seconds.
        QCOMPARE(::kill(pid_t(shown.processId()), SIGSTOP), 0);
        const Run second = machine.run({});
        QCOMPARE(::kill(pid_t(shown.processId()), SIGCONT), 0);
        QVERIFY2(second.exitCode == 0, qPrintable(second.errors));
        QVERIFY(own.quitsOn(SIGTERM));
    }

    void theWindowOutlivesItsDaemon()
    {
        DaemonFixture fixture;
        QVERIFY(fixture.start());
        RunningProgram window(fixture.machine, {QStringLiteral("--connect"), fixture.socket()});
        QVERIFY(window.logs("painted"));
        QCOMPARE(::kill(pid_t(fixture.daemon->processId()), SIGKILL), 0);
        QTest::qWait(500);
        QVERIFY(window.isRunning());
        QVERIFY(window.quitsOn(SIGTERM));
        QCOMPARE(window.exitStatus(), QProcess::NormalExit);
    }

    void addressesThatCannotBeAreRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("another machine")
            << QStringList{QStringLiteral("--connect"), QStringLiteral("http://example.org:80")};
        QTest::newRow("no token") << QStringList{QStringLiteral("--connect"),
                                                 QStringLiteral("http://127.0.0.1:80")};
        QTest::newRow("control of nothing") << QStringList{QStringLiteral("--control")};
        QTest::newRow("limits of another")
            << QStringList{QStringLiteral("--connect"), QStringLiteral("unix:/x"),
                           QStringLiteral("--max-entries"), QStringLiteral("5")};
    }
    void addressesThatCannotBeAreRefused()
    {
        QFETCH(QStringList, arguments);
        const Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        const Run run = machine.run(exitAfter(1) + arguments);
        QCOMPARE(run.exitCode, 2);
        QVERIFY(!run.errors.isEmpty());
    }
};

MANOMETER_TEST(Core, TestAttaching)
#include "tst_attaching.moc"
