// SPDX-License-Identifier: GPL-3.0-or-later
//
// The estimate of available memory for kernels without MemAvailable, compared with recordings of a kernel
// that has it.
#include "pressure/Pressure.h"
#include "pressure/source/AvailableEstimate.h"
#include "support/FakeProc.h"
#include "support/TestMain.h"

#include <QTest>

#include <cmath>
#include <unistd.h>

using namespace manometer;
using namespace manometer::pressure;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray without(const QByteArray &meminfo, const QList<QByteArray> &names)
{
    QByteArray rest;
    for (const QByteArray &line : meminfo.split('\n'))
        if (!names.contains(line.left(line.indexOf(':'))) && !line.isEmpty())
            rest += line + '\n';
    return rest;
}

// A machine of 8 GiB, in KiB.
QByteArray meminfo(const QByteArray &lines)
{
    return "MemTotal: 8388608 kB\n" + lines;
}

QByteArray zoneOf(qint64 lowPages)
{
    return "Node 0, zone   Normal\n  pages free     100000\n        min      10\n        low      " +
           QByteArray::number(lowPages) + "\n        high     1000\n    cpu: 0\n              high:  14\n";
}

} // namespace

class TestAvailableEstimate : public QObject
{
    Q_OBJECT
private slots:
    void theEstimateIsCloseToTheKernels_data()
    {
        QTest::addColumn<QString>("machine");
        QTest::addColumn<QList<QByteArray>>("missing");
        QTest::addColumn<QString>("zoneinfo");
        QTest::addColumn<double>("withinPercent"); // of the machine
        for (const char *machine : {"debian-12-24g", "debian-12-24g-page-cache", "debian-12-24g-in-use"}) {
            const auto row = [machine](const char *what, const QList<QByteArray> &missing,
                                       const char *zoneinfo, double within) {
                QTest::addRow("%s, %s", machine, what)
                    << QString::fromLatin1(machine) << missing << QString::fromLatin1(zoneinfo) << within;
            };
            row("all other lines present", {}, "debian-12-24g-in-use", 0.5);
            row("without zoneinfo", {}, "", 1.5);
            row("without SReclaimable", {"SReclaimable"}, "debian-12-24g-in-use", 2.0);
            row("without the lines of file pages", {"Active(file)", "Inactive(file)"}, "debian-12-24g-in-use",
                0.5);
            row("without the lines of file pages and Buffers", {"Active(file)", "Inactive(file)", "Buffers"},
                "debian-12-24g-in-use", 1.0);
        }
    }
    void theEstimateIsCloseToTheKernels()
    {
        QFETCH(QString, machine);
        QFETCH(QList<QByteArray>, missing);
        QFETCH(QString, zoneinfo);
        QFETCH(double, withinPercent);
        const QString folder = QStringLiteral(FIXTURES "/proc/");
        const QByteArray recorded = contentsOf(folder + machine + QStringLiteral("/meminfo"));
        const test::FakeProc proc;
        QVERIFY(proc.write("meminfo", recorded));
        const auto theirs = KernelMemorySource(proc.root(), "").read();
        QVERIFY(theirs && !theirs->availableIsEstimated);

        QVERIFY(proc.write("meminfo", without(recorded, missing + QList<QByteArray>{"MemAvailable"})));
        if (!zoneinfo.isEmpty())
            QVERIFY(proc.write("zoneinfo", contentsOf(folder + zoneinfo + QStringLiteral("/zoneinfo"))));
        const auto ours = KernelMemorySource(proc.root(), "").read();
        QVERIFY(ours && ours->availableIsEstimated);
        const double difference = std::abs(hostUsedPercent(*ours) - hostUsedPercent(*theirs));
        QVERIFY2(difference <= withinPercent, qPrintable(QString::number(difference)));
    }

    void theFormulaIsTheKernels_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<qlonglong>("lowPages");
        QTest::addColumn<qlonglong>("availableKibibytes");
        const qlonglong page = ::sysconf(_SC_PAGESIZE) / 1024;
        const QByteArray files = "Active(file): 1000000 kB\nInactive(file): 500000 kB\n";
        QTest::newRow("free memory only")
            << QByteArray("MemFree: 500000 kB\nCached: 0 kB\n") << 0ll << 500'000ll;
        QTest::newRow("the watermark is subtracted once, and from the page cache")
            << "MemFree: 500000 kB\n" + files << 1000ll << 500'000 + 1'500'000 - 2 * 1000 * page;
        QTest::newRow("half of a small page cache is not available")
            << QByteArray("MemFree: 500000 kB\nActive(file): 100 kB\nInactive(file): 100 kB\n") << 1000ll
            << 500'000 + 100 - 1000 * page;
        QTest::newRow("slabs are handled like the page cache")
            << "MemFree: 500000 kB\nSReclaimable: 100000 kB\n" + files << 1000ll
            << 500'000 + 1'500'000 + 100'000 - 3 * 1000 * page;
        QTest::newRow("shared memory is no page cache")
            << QByteArray("MemFree: 500000 kB\nBuffers: 200000 kB\nCached: 4300000 kB\nShmem: 300000 kB\n")
            << 0ll << 4'700'000ll;
        QTest::newRow("more shared memory than is cached")
            << QByteArray("MemFree: 500000 kB\nCached: 1000 kB\nShmem: 300000 kB\n") << 0ll << 500'000ll;
        QTest::newRow("a watermark above the free memory")
            << QByteArray("MemFree: 1000 kB\nCached: 0 kB\n") << 1000ll << 0ll;
        QTest::newRow("WSL1, and kernels before 2.6.28")
            << QByteArray(
                   "MemFree: 500000 kB\nBuffers: 200000 kB\nCached: 4300000 kB\nSReclaimable: 100000 kB\n")
            << 0ll << 5'100'000ll;
    }
    void theFormulaIsTheKernels()
    {
        QFETCH(QByteArray, lines);
        QFETCH(qlonglong, lowPages);
        QFETCH(qlonglong, availableKibibytes);
        const test::FakeProc proc;
        QVERIFY(proc.write("meminfo", meminfo(lines)));
        QVERIFY(proc.write("zoneinfo", zoneOf(lowPages)));
        const auto sample = KernelMemorySource(proc.root(), "").read();
        QVERIFY(sample && sample->availableIsEstimated);
        QCOMPARE(qlonglong(sample->availableBytes), availableKibibytes * 1024);
    }

    void allZonesWatermarksAreAdded()
    {
        const QByteArray zones = contentsOf(QStringLiteral(FIXTURES "/proc/debian-12-24g-in-use/zoneinfo"));
        QCOMPARE(lowWatermarkPages(zones.toStdString()), std::uint64_t(20 + 4267 + 16'830 + 32));
        QCOMPARE(lowWatermarkPages("garbage\n  low x\n lowest 4\nlow\n"), std::uint64_t(0));
    }

    void aTruncatedFileIsNoOldKernel_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::newRow("only the total") << QByteArray();
        QTest::newRow("truncated after MemFree") << QByteArray("MemFree: 1024 kB\n");
        QTest::newRow("truncated within MemAvailable") << QByteArray("MemFree: 1024 kB\nMemAvailable: 8");
        QTest::newRow("truncated within the name") << QByteArray("MemFree: 1024 kB\nMemAvail");
        QTest::newRow("a MemAvailable that is not a number")
            << QByteArray("MemFree: 1024 kB\nMemAvailable: some kB\nCached: 4096 kB\n");
        QTest::newRow("no MemFree") << QByteArray("Cached: 4096 kB\n");
        QTest::newRow("a truncated page cache") << QByteArray("MemFree: 1024 kB\nCached: 40");
    }
    void aTruncatedFileIsNoOldKernel()
    {
        QFETCH(QByteArray, lines);
        const test::FakeProc proc;
        QVERIFY(proc.write("meminfo", meminfo(lines)));
        const auto sample = KernelMemorySource(proc.root(), "").read();
        QVERIFY(!sample);
        QCOMPARE(QString::fromStdString(sample.error().detail), QStringLiteral("MemAvailable"));
    }

    void theSourceReportMarksAnEstimate()
    {
        const test::FakeProc proc;
        QVERIFY(proc.write("meminfo", meminfo("MemFree: 500000 kB\nCached: 4300000 kB\n")));
        const auto estimated = examineSources(proc.root(), "", {});
        QCOMPARE(estimated.rows.front().state, SignalState::Estimated);
        QVERIFY(estimated.rows.front().delay);
        QVERIFY(proc.setUsed(50));
        QCOMPARE(examineSources(proc.root(), "", {}).rows.front().state, SignalState::Works);
    }
};

MANOMETER_TEST(Core, TestAvailableEstimate)
#include "tst_available_estimate.moc"
