// SPDX-License-Identifier: GPL-3.0-or-later
//
// Limits on threads, descriptors and stack, at the start and later.
#include "app/RunningProgram.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QTest>

#include <sys/resource.h>

using namespace manometer;
using namespace manometer::test;

namespace {

const QString pidsFolder = QStringLiteral("/sys/fs/cgroup/pids");

// A control group with a limit on processes and threads, if it can be created.
class PidsGroup
{
public:
    explicit PidsGroup(int most)
        : m_path(pidsFolder + QStringLiteral("/manometer-test-%1").arg(::getpid()))
    {
        QFile limit(m_path + QStringLiteral("/pids.max"));
        if (!QDir(pidsFolder).mkdir(m_path) || !limit.open(QIODevice::WriteOnly) ||
            limit.write(QByteArray::number(most)) < 1 || !limit.flush())
            m_path.clear();
    }
    ~PidsGroup()
    {
        if (!m_path.isEmpty())
            ::rmdir(QFile::encodeName(m_path).constData());
    }
    bool isThere() const { return !m_path.isEmpty(); }
    // Runs a command in the group, as its only process.
    QStringList wrapper() const
    {
        return {QStringLiteral("sh"), QStringLiteral("-c"),
                QStringLiteral("echo $$ >%1/cgroup.procs; exec \"$@\"").arg(m_path), QStringLiteral("sh")};
    }

private:
    QString m_path;
};

QStringList limited(const QString &limit)
{
    return {QStringLiteral("prlimit"), limit};
}

} // namespace

class TestResourceLimits : public QObject
{
    Q_OBJECT

    void checkIsRefused(const Machine &machine, const QStringList &wrapper, const QString &lacks)
    {
        const Run run = machine.runUnder(wrapper, exitAfter(1));
        QVERIFY2(run.exitCode == 1, qPrintable(QString::number(run.exitCode) + run.errors));
        QVERIFY2(run.errors.contains(lacks), qPrintable(run.errors));
        QCOMPARE(run.errors.trimmed().count(QLatin1Char('\n')), 0);
    }

private slots:
    void tooFewDescriptorsAreReported_data()
    {
        QTest::addColumn<int>("descriptors");
        // With fewer than 10 the program's libraries cannot be loaded.
        for (const int descriptors : {10, 16, 24, 32, 38, 41, 56, 90})
            QTest::addRow("ulimit -n %d", descriptors) << descriptors;
    }
    void tooFewDescriptorsAreReported()
    {
        QFETCH(int, descriptors);
        const Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        checkIsRefused(machine, limited(QStringLiteral("--nofile=%1").arg(descriptors)),
                       QStringLiteral("open files"));
    }

    void tooFewThreadsAreReported_data()
    {
        QTest::addColumn<int>("processes");
        for (int processes = 1; processes <= 12; ++processes)
            QTest::addRow("pids.max %d", processes) << processes;
    }
    void tooFewThreadsAreReported()
    {
        QFETCH(int, processes);
        const PidsGroup group(processes);
        if (!group.isThere())
            QSKIP("needs root and a writable /sys/fs/cgroup/pids");
        const Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        checkIsRefused(machine, group.wrapper(), QStringLiteral("more threads"));
    }

    void tooFewProcessesOfTheUserAreReported()
    {
        Machine machine;
        machine.openToAll();
        QVERIFY(machine.proc.setUsed(42));
        checkIsRefused(machine, asUnprivilegedUser() + limited(QStringLiteral("--nproc=4")),
                       QStringLiteral("more threads"));
    }

    void tooSmallAStackIsReported_data()
    {
        QTest::addColumn<int>("kibibytes");
        for (const int kibibytes : {100, 128, 256, 512})
            QTest::addRow("ulimit -s %d", kibibytes) << kibibytes;
    }
    void tooSmallAStackIsReported()
    {
        QFETCH(int, kibibytes);
        Machine machine;
        machine.openToAll();
        QVERIFY(machine.proc.setUsed(42));
        checkIsRefused(machine,
                       asUnprivilegedUser() + limited(QStringLiteral("--stack=%1").arg(kibibytes * 1024)),
                       QStringLiteral("stack"));
    }

    void aLowSoftLimitIsRaised_data()
    {
        QTest::addColumn<QString>("limit");
        QTest::newRow("descriptors") << QStringLiteral("--nofile=40:4096");
        QTest::newRow("stack") << QStringLiteral("--stack=131072:8388608");
    }
    void aLowSoftLimitIsRaised()
    {
        QFETCH(QString, limit);
        Machine machine;
        machine.openToAll();
        QVERIFY(machine.proc.setUsed(42));
        const Run run = machine.runUnder(asUnprivilegedUser() + limited(limit), exitAfter(1));
        QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
    }

    // New files cannot be opened; the program must report that and continue.
    void runningOutOfDescriptorsLaterDoesNotEndTheProgram()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the sanitizer needs descriptors to check an object's type");
#endif
        const Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(machine.addFiles(20));
        RunningProgram program(machine, machine.scanOfFiles());
        QVERIFY(program.logs("painted"));
        const rlimit none{.rlim_cur = 3, .rlim_max = 4096};
        QCOMPARE(::prlimit(pid_t(program.processId()), RLIMIT_NOFILE, &none, nullptr), 0);
        QVERIFY(machine.proc.setUsed(95));
        QVERIFY2(program.logs("no memory signal: "), program.errors());
        QVERIFY(program.quitsOn(SIGTERM));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    }

    void runningOutOfThreadsLaterDoesNotHangTheProgram()
    {
        Machine machine;
        machine.openToAll();
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(QDir().mkpath(machine.path(QStringLiteral("out"))));
        QCOMPARE(::chmod(machine.bytes("out").constData(), 0777), 0);
        const QString csv = machine.path(QStringLiteral("out/m.csv"));
        QProcess process;
        // The export is the last task that needs a pool thread.
        machine.startUnder(process, asUnprivilegedUser(),
                           exitAfter(3) + QStringList{QStringLiteral("--export-samples"), csv});
        QByteArray errors;
        VERIFY_EVENTUALLY((errors += process.readAllStandardError()).contains("painted"));
        const QStringList none =
            asUnprivilegedUser() + QStringList{QStringLiteral("prlimit"), QStringLiteral("--nproc=1"),
                                               QStringLiteral("--pid"), QString::number(process.processId())};
        QCOMPARE(QProcess::execute(none.constFirst(), none.mid(1)), 0);
        QVERIFY(process.waitForFinished(40'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(QFile::exists(csv));
    }
};

MANOMETER_TEST(Core, TestResourceLimits)
#include "tst_resource_limits.moc"
