// SPDX-License-Identifier: GPL-3.0-or-later
//
// KernelMemorySource on recorded /proc and /sys trees of many kinds of machines, and on trees that change
// while it runs.
#include "pressure/Pressure.h"
#include "support/Eventually.h"
#include "support/TestMain.h"
#include "support/TreeCopy.h"

#include <QTest>

#include <thread>

using namespace manometer::pressure;
using namespace manometer::test;
using namespace std::chrono_literals;

namespace {

constexpr double none = -1;
constexpr std::uint64_t mebibyte = 1u << 20;

MemorySample sampleOf(const QString &tree)
{
    const std::string folder = treeFolder(tree).toStdString();
    return KernelMemorySource(folder + "/proc", folder + "/sys").read().value_or(MemorySample{});
}

double cgroupPercent(const MemorySample &sample)
{
    return sample.cgroup ? cgroupUsedPercent(*sample.cgroup) : none;
}

// The source looks its groups up once a second, and in its first read.
void waitUntilLookUpIsDue()
{
    std::this_thread::sleep_for(1010ms);
}

} // namespace

class TestRecordedMachines : public QObject
{
    Q_OBJECT
private slots:
    void eachRecordedTreeIsReadCorrectly_data()
    {
        QTest::addColumn<QString>("tree");
        QTest::addColumn<double>("host");
        QTest::addColumn<double>("group"); // p of the tightest level, -1 without a limit
        QTest::addColumn<qulonglong>("limitMebibytes");
        QTest::addColumn<bool>("hostStall");
        QTest::addColumn<bool>("groupStall");
        const auto row = [](const char *what, const char *tree, double host, double group, qulonglong limit,
                            bool hostStall, bool groupStall) {
            QTest::newRow(what) << QString::fromLatin1(tree) << host << group << limit << hostStall
                                << groupStall;
        };
        row("a host without PSI", "host-without-psi", 50, none, 0, false, false);
        row("a host without swap, groups without limits", "swapless-host", 25, none, 0, true, true);
        row("v1: the parent is tighter than the unlimited own group", "cgroup-v1", 25, 100 * 410.0 / 512, 512,
            true, false);
        row("v2: high in the middle against max of the grandparent", "cgroup-v2-nested", 25,
            100 * 1810.0 / 2048, 2048, true, true);
        row("hybrid, 0:: first: memory by v1, stalls by v2", "hybrid-unified-first", 25, 75, 256, true, true);
        row("hybrid, 0:: last: the same", "hybrid-unified-last", 25, 75, 256, true, true);
        row("a container of 512 MiB in its own namespace", "container-512mb", 21.875, 78.125, 512, true,
            true);
        row("a v1 container that sees its own part of the mount", "docker-v1", 50, 100 * 820.0 / 1024, 1024,
            true, false);
        row("garbage in every optional file", "garbage", 75, none, 0, false, false);
        row("4 TiB, and a mount table of a thousand containers", "host-4tib", 75, none, 0, true, false);
    }
    void eachRecordedTreeIsReadCorrectly()
    {
        QFETCH(QString, tree);
        QFETCH(double, host);
        QFETCH(double, group);
        QFETCH(qulonglong, limitMebibytes);
        QFETCH(bool, hostStall);
        QFETCH(bool, groupStall);
        const MemorySample sample = sampleOf(tree);
        QCOMPARE(hostUsedPercent(sample), host);
        QCOMPARE(cgroupPercent(sample), group);
        QCOMPARE(sample.cgroup ? sample.cgroup->limitBytes / mebibyte : 0, limitMebibytes);
        QCOMPARE(sample.stall.has_value(), hostStall);
        QCOMPARE(sample.cgroupStall.has_value(), groupStall);
    }

    void reclaimAndSwapInAreRead()
    {
        const MemorySample big = sampleOf(QStringLiteral("host-4tib"));
        QCOMPARE(*big.reclaimedPages, std::uint64_t(1'100'000'000'000));
        QCOMPARE(*big.swappedInPages, std::uint64_t(10'000'000'000));
        const MemorySample garbage = sampleOf(QStringLiteral("garbage"));
        QVERIFY(!garbage.reclaimedPages && !garbage.swappedInPages && !garbage.oomEvents);
        QCOMPARE(garbage.processRssBytes, std::uint64_t(0));
    }

    void killsBeforeTheStartAreIgnored()
    {
        QCOMPARE(*sampleOf(QStringLiteral("host-4tib")).oomEvents, std::uint64_t(0));
        QCOMPARE(*sampleOf(QStringLiteral("cgroup-v2-nested")).oomEvents, std::uint64_t(0));
    }

    void aLoweredLimitAppliesAtTheNextSample()
    {
        const TreeCopy tree(QStringLiteral("container-512mb"));
        KernelMemorySource source(tree.procRoot(), tree.sysRoot());
        QCOMPARE(source.read()->cgroup->limitBytes, 512 * mebibyte);
        QVERIFY(tree.write(QStringLiteral("sys/fs/cgroup/memory.max"), "419430400\n"));
        QCOMPARE(source.read()->cgroup->limitBytes, 400 * mebibyte);
        QVERIFY(tree.write(QStringLiteral("sys/fs/cgroup/memory.high"), "209715200\n"));
        QCOMPARE(source.read()->cgroup->limitBytes, 200 * mebibyte);
        QVERIFY(tree.write(QStringLiteral("sys/fs/cgroup/memory.high"), "max\n"));
        QVERIFY(tree.write(QStringLiteral("sys/fs/cgroup/memory.max"), "max\n"));
        QVERIFY(!source.read()->cgroup);
    }

    void aLimitNearZeroHasABoundedPercentage_data()
    {
        QTest::addColumn<QString>("tree");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("limit");
        QTest::addColumn<qulonglong>("limitBytes");
        QTest::addColumn<double>("percent");
        const auto row = [](const char *what, const char *tree, const char *file, const char *limit,
                            qulonglong bytes, double percent) {
            QTest::newRow(what) << QString::fromLatin1(tree)
                                << QStringLiteral("sys/fs/cgroup/") + QString::fromLatin1(file)
                                << QByteArray(limit) << bytes << percent;
        };
        row("memory.high 0, to make the kernel reclaim", "container-512mb", "memory.high", "0\n", 0, 100);
        row("memory.high of a page", "container-512mb", "memory.high", "4096\n", 4096, 100);
        row("memory.high slightly below the usage", "container-512mb", "memory.high", "419430400\n",
            419'430'400, 100);
        row("memory.high above the usage", "container-512mb", "memory.high", "524288000\n", 524'288'000, 80);
        row("memory.max 0", "container-512mb", "memory.max", "0\n", 0, 100);
        row("memory.high 0 of a group above ours", "cgroup-v2-nested", "machine.slice/memory.high", "0\n", 0,
            100);
        row("two groups over their limits: the one further over is used", "cgroup-v2-nested",
            "machine.slice/work.service/unit/memory.high", "1048576\n", 1'048'576, 100);
        row("v1: limit_in_bytes 0", "cgroup-v1", "memory/batch/job/memory.limit_in_bytes", "0\n", 0, 100);
        row("v1: limit_in_bytes of a page", "cgroup-v1", "memory/batch/job/memory.limit_in_bytes", "4096\n",
            4096, 100);
    }
    void aLimitNearZeroHasABoundedPercentage()
    {
        QFETCH(QString, tree);
        QFETCH(QString, file);
        QFETCH(QByteArray, limit);
        const TreeCopy copy(tree);
        QVERIFY(copy.write(file, limit));
        const auto sample = KernelMemorySource(copy.procRoot(), copy.sysRoot()).read();
        QTEST(qulonglong(sample->cgroup->limitBytes), "limitBytes");
        QTEST(cgroupPercent(*sample), "percent");
        QTEST(gauge(*sample, Thresholds{}).percent, "percent");
    }

    void aNewLimitAppliesWithinASecond()
    {
        const TreeCopy tree(QStringLiteral("swapless-host"));
        KernelMemorySource source(tree.procRoot(), tree.sysRoot());
        QVERIFY(!source.read()->cgroup);
        QVERIFY(tree.write(QStringLiteral("sys/fs/cgroup/user.slice/memory.max"), "4194304000\n"));
        COMPARE_EVENTUALLY(cgroupPercent(*source.read()), 75.0);
    }

    void aMovedProcessIsFollowed()
    {
        const TreeCopy tree(QStringLiteral("cgroup-v2-nested"));
        KernelMemorySource source(tree.procRoot(), tree.sysRoot());
        QCOMPARE(source.read()->cgroup->limitBytes, 2048 * mebibyte);
        QVERIFY(tree.write(QStringLiteral("proc/self/cgroup"), "0::/\n"));
        VERIFY_EVENTUALLY(!source.read()->cgroup);
    }

    void aRemovedGroupHasNoLimit()
    {
        const TreeCopy tree(QStringLiteral("hybrid-unified-first"));
        KernelMemorySource source(tree.procRoot(), tree.sysRoot());
        QVERIFY(source.read()->cgroup);
        QVERIFY(tree.remove(QStringLiteral("sys/fs/cgroup/memory/app")));
        const auto after = source.read();
        QVERIFY(after && !after->cgroup);
        waitUntilLookUpIsDue();
        QVERIFY(source.read());
    }

    void withoutMeminfoThereIsNoSampleAndWithItThereIsOneAgain()
    {
        const TreeCopy tree(QStringLiteral("cgroup-v1"));
        KernelMemorySource source(tree.procRoot(), tree.sysRoot());
        QVERIFY(source.read());
        QVERIFY(tree.rename(QStringLiteral("proc/meminfo"), QStringLiteral("proc/gone")));
        QCOMPARE(source.read().error().systemError, ENOENT);
        QVERIFY(tree.rename(QStringLiteral("proc/gone"), QStringLiteral("proc/meminfo")));
        QVERIFY(source.read());
    }

    void everyOptionalFileMayVanish_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path :
             {"proc/vmstat", "proc/self", "proc/pressure", "sys/fs/cgroup", "sys/fs/cgroup/memory.stat",
              "sys/fs/cgroup/memory.current", "sys/fs/cgroup/memory.max", "sys/fs/cgroup/memory.pressure"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void everyOptionalFileMayVanish()
    {
        QFETCH(QString, path);
        const TreeCopy tree(QStringLiteral("container-512mb"));
        KernelMemorySource source(tree.procRoot(), tree.sysRoot());
        QVERIFY(source.read());
        QVERIFY(tree.remove(path));
        QVERIFY(source.read());
        QVERIFY(KernelMemorySource(tree.procRoot(), tree.sysRoot()).read());
    }

    void aKillInTheGroupIsCountedOnce_data()
    {
        QTest::addColumn<QString>("tree");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("v2") << QStringLiteral("container-512mb")
                            << QStringLiteral("sys/fs/cgroup/memory.events")
                            << QByteArray("low 0\nhigh 3\nmax 17\noom 0\noom_kill 1\noom_group_kill 0\n");
        QTest::newRow("v1") << QStringLiteral("cgroup-v1")
                            << QStringLiteral("sys/fs/cgroup/memory/batch/memory.oom_control")
                            << QByteArray("oom_kill_disable 0\nunder_oom 0\noom_kill 1\n");
    }
    void aKillInTheGroupIsCountedOnce()
    {
        QFETCH(QString, tree);
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        const TreeCopy copy(tree);
        KernelMemorySource source(copy.procRoot(), copy.sysRoot());
        QCOMPARE(*source.read()->oomEvents, std::uint64_t(0));
        QVERIFY(copy.write(file, text));
        QCOMPARE(*source.read()->oomEvents, std::uint64_t(1));
        QCOMPARE(*source.read()->oomEvents, std::uint64_t(1));
    }

    // vmstat includes processes that were killed for another group's limit.
    void aKillOnTheHostIsCountedOnlyIfTheHostIsShortOfMemory_data()
    {
        QTest::addColumn<QString>("tree");
        QTest::addColumn<qulonglong>("events");
        QTest::newRow("three quarters used") << QStringLiteral("host-4tib") << 1ull;
        QTest::newRow("a quarter used") << QStringLiteral("swapless-host") << 0ull;
    }
    void aKillOnTheHostIsCountedOnlyIfTheHostIsShortOfMemory()
    {
        QFETCH(QString, tree);
        QFETCH(qulonglong, events);
        const TreeCopy copy(tree);
        KernelMemorySource source(copy.procRoot(), copy.sysRoot());
        QVERIFY(source.read());
        QVERIFY(copy.write(QStringLiteral("proc/vmstat"), "oom_kill 4\n"));
        // A stall counter has moved, so vmstat is read.
        QVERIFY(copy.write(QStringLiteral("proc/pressure/memory"),
                           "some avg10=1.25 avg60=0.50 avg300=0.10 total=1300000\n"
                           "full avg10=0.00 avg60=0.00 avg300=0.00 total=345678\n"));
        QCOMPARE(source.read()->oomEvents.value_or(99), events);
    }

    void withoutASysRootThereAreNoGroups()
    {
        const std::string folder = treeFolder(QStringLiteral("container-512mb")).toStdString();
        QVERIFY(!KernelMemorySource(folder + "/proc", {}).read()->cgroup);
    }

    void mountPointsMayContainBlanks()
    {
        const auto place = parseCgroupPlace(
            "0::/a\n", "35 24 0:29 / /sys/fs/my\\040groups rw - cgroup2 cgroup2 rw\n", "/fake");
        QCOMPARE(place.version, CgroupVersion::V2);
        QCOMPARE(place.levels, (std::vector<std::string>{"/fake/fs/my groups/a", "/fake/fs/my groups"}));
    }

    void aGroupOutsideTheNamespaceIsReadAtTheMount()
    {
        const auto place =
            parseCgroupPlace("0::/../../x\n", "35 24 0:29 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n", "/s");
        QCOMPARE(place.levels, std::vector<std::string>{"/s/fs/cgroup"});
    }
};

MANOMETER_TEST(Core, TestRecordedMachines)
#include "tst_recorded_machines.moc"
