// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/KernelMemorySource.h"
#include "support/FakeProc.h"
#include "support/TestMain.h"

#include <QProcess>
#include <QTest>

#include <cerrno>
#include <cmath>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace manometer;
using namespace manometer::pressure;

namespace {

// psutil's percentage for a /proc tree, to one decimal; empty if python3-psutil is missing.
std::optional<double> percentByPsutil(const QString &procRoot)
{
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import psutil,sys; psutil.PROCFS_PATH=sys.argv[1]; "
                                 "print(psutil.virtual_memory().percent)"),
                  procRoot});
    if (!python.waitForFinished(20'000) || python.exitCode() != 0)
        return std::nullopt;
    return python.readAllStandardOutput().trimmed().toDouble();
}

// Runs `check` in a child that is not root, for which chmod 000 is effective. 0 if it returned true.
template<typename Check>
int asUnprivilegedUser(Check check)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (::geteuid() == 0 && ::setresuid(65534, 65534, 65534) != 0)
            ::_exit(3);
        ::_exit(check() ? 0 : 1);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// "free buffers cached shared swap-total swap-used" of psutil; empty if python3-psutil is missing.
QList<quint64> partsByPsutil(const QString &procRoot)
{
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral("-W"), QStringLiteral("ignore"), QStringLiteral("-c"),
                  QStringLiteral("import psutil,sys; psutil.PROCFS_PATH=sys.argv[1]; "
                                 "m=psutil.virtual_memory(); s=psutil.swap_memory(); "
                                 "print(m.free,m.buffers,m.cached,m.shared,s.total,s.used)"),
                  procRoot});
    if (!python.waitForFinished(20'000) || python.exitCode() != 0)
        return {};
    QList<quint64> parts;
    for (const QByteArray &part : python.readAllStandardOutput().trimmed().split(' '))
        parts += part.toULongLong();
    return parts;
}

} // namespace

class TestKernelMemorySource : public QObject
{
    Q_OBJECT
private slots:
    void aSampleOfThisMachineIsSane()
    {
        KernelMemorySource source;
        const auto sample = source.read();
        QVERIFY(sample);
        QVERIFY(sample->totalBytes > 64u << 20);
        QVERIFY(sample->availableBytes > 0 && sample->availableBytes <= sample->totalBytes);
        QVERIFY(hostUsedPercent(*sample) > 0 && hostUsedPercent(*sample) < 100);
        QVERIFY(sample->processRssBytes > 1u << 20);
        QVERIFY(sample->processRssBytes < sample->processVirtualBytes);
        QVERIFY(std::chrono::steady_clock::now() - sample->monotonic < std::chrono::seconds(5));
    }

    void thePercentageEqualsPsutilsOnARecordedTree_data()
    {
        QTest::addColumn<QString>("tree");
        QTest::newRow("Debian 12 with 24 GiB") << QStringLiteral(FIXTURES "/proc/debian-12-24g");
    }
    void thePercentageEqualsPsutilsOnARecordedTree()
    {
        QFETCH(QString, tree);
        const auto theirs = percentByPsutil(tree);
        if (!theirs)
            QSKIP("python3-psutil is not installed");
        const auto ours = KernelMemorySource(tree.toStdString()).read();
        QVERIFY(ours);
        QCOMPARE(std::round(hostUsedPercent(*ours) * 10) / 10, *theirs);
    }

    void thePercentageEqualsPsutilsOnFakeMachines()
    {
        const test::FakeProc proc;
        if (!proc.setUsed(1) || !percentByPsutil(QString::fromStdString(proc.root())))
            QSKIP("python3-psutil is not installed");
        KernelMemorySource source(proc.root());
        for (const double used : {0.0, 12.34, 59.95, 60.0, 79.96, 90.04, 99.99}) {
            QVERIFY(proc.setUsed(used, 7951));
            const auto sample = source.read();
            QVERIFY(sample);
            QVERIFY(std::abs(hostUsedPercent(*sample) -
                             *percentByPsutil(QString::fromStdString(proc.root()))) <= 0.1);
        }
    }

    void thePercentageEqualsPsutilsOnThisMachine()
    {
        // The two reads are some 10 ms apart, and memory use changes meanwhile: the closest of a few attempts
        // is compared.
        double nearest = 100;
        for (int round = 0; round < 10 && nearest > 0.1; ++round) {
            const auto theirs = percentByPsutil(QStringLiteral("/proc"));
            if (!theirs)
                QSKIP("python3-psutil is not installed");
            nearest = std::min(nearest, std::abs(hostUsedPercent(*KernelMemorySource().read()) - *theirs));
        }
        QVERIFY2(nearest <= 0.1, qPrintable(QString::number(nearest)));
    }

    void everyFieldIsReadFromTheTree()
    {
        const test::FakeProc proc;
        QVERIFY(proc.setUsed(75, 8192));
        const auto sample = KernelMemorySource(proc.root()).read();
        QVERIFY(sample);
        const auto page = std::uint64_t(::sysconf(_SC_PAGESIZE));
        QCOMPARE(sample->totalBytes, std::uint64_t(8) << 30);
        QCOMPARE(hostUsedPercent(*sample), 75.0);
        QCOMPARE(sample->processVirtualBytes, 25600 * page);
        QCOMPARE(sample->processRssBytes, 12800 * page);
        QVERIFY(sample->stall);
        QCOMPARE(sample->stall->someAvg10Percent, 1.5);
        QCOMPARE(sample->stall->someAvg60Percent, 0.75);
        QCOMPARE(sample->stall->someAvg300Percent, 0.1);
        QCOMPARE(sample->stall->fullAvg10Percent, 0.25);
        QCOMPARE(sample->stall->someTotalMicroseconds, std::uint64_t(123456));
        QCOMPARE(sample->stall->fullTotalMicroseconds, std::uint64_t(4567));
    }

    void theCompositionEqualsPsutilsOnRecordedTrees_data()
    {
        QTest::addColumn<QString>("tree");
        for (const char *tree : {"debian-12-24g", "debian-12-24g-in-use", "debian-12-24g-page-cache"})
            QTest::newRow(tree) << QStringLiteral(FIXTURES "/proc/") + QLatin1String(tree);
    }
    void theCompositionEqualsPsutilsOnRecordedTrees()
    {
        QFETCH(QString, tree);
        const QList<quint64> theirs = partsByPsutil(tree);
        if (theirs.size() != 6)
            QSKIP("python3-psutil is not installed");
        const auto ours = KernelMemorySource(tree.toStdString()).read();
        QVERIFY(ours && ours->composition);
        QCOMPARE(quint64(ours->composition->freeBytes), theirs[0]);
        QCOMPARE(quint64(ours->composition->buffersBytes), theirs[1]);
        QCOMPARE(quint64(ours->composition->cacheBytes), theirs[2] - theirs[3]); // shared memory is in use
        QCOMPARE(quint64(ours->composition->swapTotalBytes), theirs[4]);
        QCOMPARE(quint64(ours->composition->swapUsedBytes), theirs[5]);
    }

    void aCompositionWhoseFiguresContradictIsAbsent_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::newRow("no free") << QByteArray("Buffers: 1 kB\nCached: 1 kB\n");
        QTest::newRow("no buffers") << QByteArray("MemFree: 1 kB\nCached: 1 kB\n");
        QTest::newRow("no cache") << QByteArray("MemFree: 1 kB\nBuffers: 1 kB\n");
        QTest::newRow("more free than there is")
            << QByteArray("MemFree: 101 kB\nBuffers: 0 kB\nCached: 0 kB\n");
        QTest::newRow("more in all than there is")
            << QByteArray("MemFree: 50 kB\nBuffers: 30 kB\nCached: 21 kB\n");
        QTest::newRow("the slab is too much")
            << QByteArray("MemFree: 50 kB\nBuffers: 30 kB\nCached: 20 kB\nSReclaimable: 1 kB\n");
        QTest::newRow("the sum exceeds 64 bits") << QByteArray("MemFree: 50 kB\nBuffers: 1 kB\nCached: 1 kB\n"
                                                               "SReclaimable: 18014398509481983 kB\n");
    }
    void aCompositionWhoseFiguresContradictIsAbsent()
    {
        QFETCH(QByteArray, lines);
        const test::FakeProc proc;
        QVERIFY(proc.write("meminfo", "MemTotal: 100 kB\nMemAvailable: 50 kB\n" + lines));
        const auto sample = KernelMemorySource(proc.root()).read();
        QVERIFY(sample);
        QVERIFY(!sample->composition);
    }

    void sharedMemoryIsInUseAndContradictingSwapIsUnknown()
    {
        const test::FakeProc proc;
        const QByteArray memory = "MemTotal: 100 kB\nMemAvailable: 50 kB\nMemFree: 20 kB\nBuffers: 5 kB\n"
                                  "Cached: 40 kB\nShmem: 30 kB\nSReclaimable: 3 kB\nSwapTotal: 10 kB\n";
        QVERIFY(proc.write("meminfo", memory + "SwapFree: 4 kB\n"));
        KernelMemorySource source(proc.root());
        const auto sample = source.read();
        QVERIFY(sample && sample->composition);
        QCOMPARE(sample->composition->cacheBytes, std::uint64_t(13 * 1024));
        QCOMPARE(sample->composition->swapUsedBytes, std::uint64_t(6 * 1024));
        QVERIFY(proc.write("meminfo", memory + "SwapFree: 11 kB\n"));
        const auto odd = source.read();
        QVERIFY(odd && odd->composition);
        QCOMPARE(odd->composition->swapTotalBytes, std::uint64_t(0));
        QCOMPARE(odd->composition->swapUsedBytes, std::uint64_t(0));
    }

    void aKernelWithoutPsiStillGivesSamples()
    {
        const test::FakeProc proc;
        QVERIFY(proc.setUsed(75));
        QVERIFY(QFile::remove(proc.path("pressure/memory")));
        const auto sample = KernelMemorySource(proc.root()).read();
        QVERIFY(sample);
        QVERIFY(!sample->stall);
    }

    void garbageIsAnErrorAndNeverZero_data()
    {
        QTest::addColumn<QByteArray>("meminfo");
        QTest::addColumn<QString>("field");
        const auto total = QStringLiteral("MemTotal");
        const auto available = QStringLiteral("MemAvailable");
        QTest::newRow("noise") << QByteArray("\x01\xff\x00garbage", 10) << total;
        QTest::newRow("no total") << QByteArray("MemAvailable: 10 kB\n") << total;
        QTest::newRow("a total of zero") << QByteArray("MemTotal: 0 kB\nMemAvailable: 0 kB\n") << total;
        QTest::newRow("a total that is not a number")
            << QByteArray("MemTotal: lots kB\nMemAvailable: 1 kB\n") << total;
        QTest::newRow("a negative total") << QByteArray("MemTotal: -5 kB\nMemAvailable: 1 kB\n") << total;
        QTest::newRow("a total beyond 64 bits")
            << QByteArray("MemTotal: 99999999999999999999 kB\nMemAvailable: 1 kB\n") << total;
        QTest::newRow("a total whose bytes are beyond 64 bits")
            << QByteArray("MemTotal: 18446744073709551615 kB\nMemAvailable: 1 kB\n") << total;
        QTest::newRow("a longer name with the same beginning")
            << QByteArray("MemTotalX: 5 kB\nMemAvailable: 1 kB\n") << total;
        QTest::newRow("no available") << QByteArray("MemTotal: 10 kB\n") << available;
        QTest::newRow("truncated within the number")
            << QByteArray("MemTotal: 16777216 kB\nMemAvailable: 8") << available;
        QTest::newRow("truncated before the unit")
            << QByteArray("MemTotal: 16777216 kB\nMemAvailable: 8388608") << available;
        QTest::newRow("another unit") << QByteArray("MemTotal: 16 GB\nMemAvailable: 1 kB\n") << total;
        QTest::newRow("an exponent") << QByteArray("MemTotal: 5e2 kB\nMemAvailable: 1 kB\n") << total;
        QTest::newRow("truncated within the name") << QByteArray("MemTotal: 10 kB\nMemAvail") << available;
    }
    void garbageIsAnErrorAndNeverZero()
    {
        QFETCH(QByteArray, meminfo);
        QFETCH(QString, field);
        const test::FakeProc proc;
        QVERIFY(proc.write("meminfo", meminfo));
        const auto sample = KernelMemorySource(proc.root()).read();
        QVERIFY(!sample);
        QCOMPARE(sample.error().kind, SourceError::Kind::Malformed);
        QCOMPARE(QString::fromStdString(sample.error().detail), field);
        QVERIFY(sample.error().path.ends_with("/meminfo"));
    }

    void availableMemoryIsCappedAtTheTotal()
    {
        const test::FakeProc proc;
        QVERIFY(proc.write("meminfo", "MemTotal: 10 kB\nMemAvailable: 20 kB\n"));
        QCOMPARE(hostUsedPercent(*KernelMemorySource(proc.root()).read()), 0.0);
    }

    void aMissingFileIsAnErrorThatNamesIt()
    {
        const test::FakeProc proc;
        const auto sample = KernelMemorySource(proc.root()).read();
        QVERIFY(!sample);
        QCOMPARE(sample.error().kind, SourceError::Kind::Unreadable);
        QCOMPARE(sample.error().systemError, ENOENT);
    }

    void anEmptyFileIsAnError()
    {
        const test::FakeProc proc;
        QVERIFY(proc.write("meminfo", ""));
        QVERIFY(!KernelMemorySource(proc.root()).read());
    }

    void anUnreadableFileIsAnErrorWithItsErrno()
    {
        const test::FakeProc proc;
        QVERIFY(proc.setUsed(50));
        QCOMPARE(::chmod(proc.root().c_str(), 0755), 0);
        QCOMPARE(::chmod((proc.root() + "/meminfo").c_str(), 0000), 0);
        QCOMPARE(asUnprivilegedUser([&] {
                     const auto sample = KernelMemorySource(proc.root()).read();
                     return !sample && sample.error().systemError == EACCES;
                 }),
                 0);
    }

    void aFifoInTheFilesPlaceDoesNotBlockTheSampler()
    {
        const test::FakeProc proc;
        QCOMPARE(::mkfifo((proc.root() + "/meminfo").c_str(), 0600), 0);
        QVERIFY(!KernelMemorySource(proc.root()).read());
    }

    void aFileThatReappearsIsReadAgain()
    {
        const test::FakeProc proc;
        QVERIFY(proc.setUsed(50));
        KernelMemorySource source(proc.root());
        QVERIFY(source.read());
        QVERIFY(QFile::remove(proc.path("meminfo")));
        QVERIFY(!source.read());
        QVERIFY(proc.setUsed(75));
        QCOMPARE(hostUsedPercent(*source.read()), 75.0);
    }

    void aReplacedFileIsReopened()
    {
        const test::FakeProc proc;
        QVERIFY(proc.setUsed(50));
        KernelMemorySource source(proc.root());
        QCOMPARE(hostUsedPercent(*source.read()), 50.0);
        QVERIFY(QFile::rename(proc.path("meminfo"), proc.path("meminfo.old")));
        QVERIFY(proc.setUsed(25));
        QCOMPARE(hostUsedPercent(*source.read()), 25.0);
    }
};

MANOMETER_TEST(Core, TestKernelMemorySource)
#include "tst_kernel_memory_source.moc"
