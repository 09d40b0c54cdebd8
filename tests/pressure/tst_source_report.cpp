// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/Pressure.h"
#include "support/FakeProc.h"
#include "support/TestMain.h"
#include "support/TreeCopy.h"

#include <QTest>

#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace manometer::pressure;
using namespace manometer::test;

namespace {

SignalState stateOf(const SourceReport &report, Signal signal)
{
    return report.rows.at(static_cast<std::size_t>(signal)).state;
}

SourceReport reportOf(const char *tree, const PressureWatchSetting &setting = {})
{
    const std::string folder = treeFolder(QString::fromLatin1(tree)).toStdString();
    return examineSources(folder + "/proc", folder + "/sys", setting);
}

const PressureTrigger::Watch &noticeOf(const PressureTrigger &trigger)
{
    return trigger.watches()[2];
}

} // namespace

class TestSourceReport : public QObject
{
    Q_OBJECT
private slots:
    void rowsAreInTheOrderOfSignals()
    {
        const auto report = reportOf("cgroup-v1");
        QCOMPARE(report.rows.size(), std::size_t(11));
        for (std::size_t i = 0; i < report.rows.size(); ++i) {
            QCOMPARE(static_cast<std::size_t>(report.rows[i].signal), i);
            QCOMPARE(report.rows[i].delay.has_value(), report.rows[i].state == SignalState::Works);
        }
    }

    void psiIsMissingOnAHostWithoutIt()
    {
        const auto report = reportOf("host-without-psi");
        QCOMPARE(stateOf(report, Signal::HostMemory), SignalState::Works);
        QCOMPARE(stateOf(report, Signal::HostStall), SignalState::Missing);
        QCOMPARE(stateOf(report, Signal::HostTrigger), SignalState::Missing);
        QCOMPARE(stateOf(report, Signal::Notice), SignalState::NotConfigured);
        QCOMPARE(stateOf(report, Signal::CgroupLimit), SignalState::NotLimited);
    }

    void aLimitedGroupIsNamedWithItsLimit()
    {
        const auto report = reportOf("cgroup-v2-nested");
        QCOMPARE(stateOf(report, Signal::CgroupLimit), SignalState::Works);
        QCOMPARE(report.place.version, CgroupVersion::V2);
        QCOMPARE(report.place.group, std::string("/machine.slice/work.service/unit"));
        QCOMPARE(report.tightest->limitBytes, std::uint64_t(2048) << 20);
        QCOMPARE(stateOf(report, Signal::CgroupStall), SignalState::Works);
        QCOMPARE(report.rows[0].delay->count(), 100);
    }

    void garbageIsMalformed()
    {
        const auto report = reportOf("garbage", {.path = "/dev/zero", .writeBase64 = {}});
        QCOMPARE(stateOf(report, Signal::HostStall), SignalState::Malformed);
        QCOMPARE(stateOf(report, Signal::OutOfMemory), SignalState::Malformed);
        QCOMPARE(stateOf(report, Signal::OwnMemory), SignalState::Malformed);
        QCOMPARE(stateOf(report, Signal::Notice), SignalState::Malformed);
    }

    void thisMachineHasAFootprint()
    {
        const auto report = examineSources("/proc", "/sys", {});
        QVERIFY(report.footprint);
        QVERIFY(report.footprint->proportionalBytes > 100'000);
        QVERIFY(report.footprint->privateDirtyBytes > 10'000);
        QCOMPARE(stateOf(report, Signal::OwnFootprint), SignalState::Works);
    }

    // On a kernel with PSI, unprivileged processes may use windows of 2 s.
    void aStallTriggerIsArmedWhereThereIsPsi()
    {
        if (::access("/proc/pressure/memory", W_OK) != 0)
            QSKIP("this kernel has no PSI that we may write to");
        const PressureTrigger trigger("/proc", {}, {});
        const auto &watch = trigger.watches()[0];
        if (watch.outcome == PressureTrigger::Outcome::Missing)
            QSKIP("PSI is switched off");
        QCOMPARE(watch.outcome, PressureTrigger::Outcome::Armed);
        pollfd ready{.fd = watch.descriptor, .events = POLLPRI, .revents = 0};
        QVERIFY(::poll(&ready, 1, 0) >= 0);
        QVERIFY(!(ready.revents & POLLERR));
    }

    void aPipeOfTheServiceManagerIsANotice()
    {
        const QTemporaryDir folder;
        const QByteArray path = folder.filePath(QStringLiteral("watch")).toLocal8Bit();
        QCOMPARE(::mkfifo(path.constData(), 0600), 0);
        PressureTrigger trigger("/nonexistent", {}, {.path = path.toStdString(), .writeBase64 = {}});
        const auto &watch = noticeOf(trigger);
        QCOMPARE(watch.outcome, PressureTrigger::Outcome::Armed);
        QCOMPARE(watch.wait, PressureTrigger::Wait::Readable);
        QCOMPARE(trigger.acknowledge(watch.descriptor), PressureTrigger::Answer::WakeUp); // the pipe is empty
        QCOMPARE(::write(watch.descriptor, "x", 1), ssize_t(1));
        QCOMPARE(trigger.acknowledge(watch.descriptor), PressureTrigger::Answer::Notice);
        QCOMPARE(trigger.acknowledge(watch.descriptor), PressureTrigger::Answer::WakeUp);
        QCOMPARE(trigger.acknowledge(12345), PressureTrigger::Answer::Gone);
    }

    void aSocketOfTheServiceManagerReceivesTheRequestAndMayClose()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("watch")).toStdString();
        const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::copy(path.begin(), path.end(), address.sun_path);
        QCOMPARE(::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        QCOMPARE(::listen(listener, 1), 0);
        PressureTrigger trigger("/nonexistent", {}, {.path = path, .writeBase64 = "aGVsbG8="});
        QCOMPARE(noticeOf(trigger).outcome, PressureTrigger::Outcome::Armed);
        const int peer = ::accept(listener, nullptr, nullptr);
        char received[16] = {};
        QCOMPARE(::read(peer, received, sizeof received), ssize_t(5));
        QCOMPARE(QByteArray(received), QByteArray("hello"));
        QCOMPARE(::write(peer, "!", 1), ssize_t(1));
        QCOMPARE(trigger.acknowledge(noticeOf(trigger).descriptor), PressureTrigger::Answer::Notice);
        ::close(peer);
        QCOMPARE(trigger.acknowledge(noticeOf(trigger).descriptor), PressureTrigger::Answer::Gone);
        ::close(listener);
    }

    void anInvalidSettingIsNeitherWrittenNorPolled_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("a relative path") << QByteArray("watch") << QByteArray();
        QTest::newRow("a folder") << QByteArray("/tmp") << QByteArray();
        QTest::newRow("a device") << QByteArray("/dev/zero") << QByteArray();
        QTest::newRow("a plain file that is not empty")
            << QByteArray(FIXTURES "/trees/cgroup-v1/proc/meminfo") << QByteArray("aGVsbG8=");
        QTest::newRow("a request that is not Base64")
            << QByteArray("/proc/pressure/memory") << QByteArray("some 150000");
    }
    void anInvalidSettingIsNeitherWrittenNorPolled()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, request);
        const PressureTrigger trigger("/nonexistent", {},
                                      {.path = path.toStdString(), .writeBase64 = request.toStdString()});
        QCOMPARE(noticeOf(trigger).outcome, PressureTrigger::Outcome::Invalid);
        QCOMPARE(noticeOf(trigger).descriptor, -1);
    }

    void base64IsDecoded_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "f", "fo", "foo", "some 200000 2000000", "\x01\xff\xfe"})
            QTest::newRow(text) << QByteArray(text);
    }
    void base64IsDecoded()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(decodeBase64(text.toBase64().toStdString()), std::optional(text.toStdString()));
        for (const char *wrong : {"a", "ab==cd==", "a===", "====", "ab*=", "abc"})
            QVERIFY(!decodeBase64(wrong));
    }

    void theLargestProcessesAreListed()
    {
        const auto holders = largestHolders(3);
        QVERIFY(!holders.empty() && holders.size() <= 3);
        for (std::size_t i = 1; i < holders.size(); ++i)
            QVERIFY(holders[i - 1].rssBytes >= holders[i].rssBytes);
        const auto all = largestHolders(100'000);
        const auto self = std::find_if(
            all.begin(), all.end(), [](const ProcessMemory &process) { return process.pid == ::getpid(); });
        QVERIFY(self != all.end());
        QCOMPARE(self->name, std::string("tests_pressure")); // the program's name, of at most 15 bytes
        QVERIFY(largestHolders(3, "/nonexistent").empty());
    }

    void theLargestUsersHaveAllFigures()
    {
        const auto users = largestUsers(100'000);
        for (std::size_t i = 1; i < users.size(); ++i)
            QVERIFY(heldBytes(users[i - 1]) >= heldBytes(users[i]));
        const auto self = std::find_if(users.begin(), users.end(), [](const ProcessMemory &process) {
            return process.pid == ::getpid();
        });
        QVERIFY(self != users.end());
        QCOMPARE(self->name, std::string("tests_pressure"));
        QVERIFY(self->pssBytes > 0);
        QVERIFY(largestUsers(3).size() <= 3);
        QVERIFY(largestUsers(0).empty());
        QVERIFY(largestUsers(3, "/nonexistent").empty());
    }

    void usersAreInTheOrderOfOwnShareAndSwap()
    {
        FakeProc proc;
        // Three back ends share one segment; the large process is swapped out.
        for (const int pid : {11, 12, 13})
            proc.addProcess(pid, {.name = "postgres", .rssKiB = 4'000'000, .pssKiB = 100'000 + 4 * pid});
        proc.addProcess(21, {.name = "java", .rssKiB = 300'000, .pssKiB = 280'000, .swapKiB = 2'000'000});
        proc.addProcess(31, {.name = "of another user", .rssKiB = 500'000, .swapKiB = 40});
        proc.addProcess(2, {.name = "kthreadd"});
        std::vector<std::int64_t> pids;
        for (const ProcessMemory &user : largestUsers(4, proc.root()))
            pids.push_back(user.pid);
        QCOMPARE(pids, (std::vector<std::int64_t>{21, 31, 13, 12}));
        const ProcessMemory another = largestUsers(4, proc.root()).at(1);
        QCOMPARE(another.pssBytes, std::uint64_t(0));
        QCOMPARE(another.swapBytes, std::uint64_t(40 * 1024));
    }

    void aProcessThatEndsMeanwhileIsSkipped()
    {
        FakeProc proc;
        proc.addProcess(11, {.name = "stays", .rssKiB = 100});
        proc.addProcess(12, {.name = "ends", .rssKiB = 200});
        proc.addProcess(13, {.name = "", .rssKiB = 50}); // has cleared its name
        QVERIFY(QFile::remove(proc.path("12/comm")));
        const auto users = largestUsers(15, proc.root());
        QCOMPARE(users.size(), std::size_t(2));
        QCOMPARE(users.front().name, std::string("stays"));
        QCOMPARE(users.back().pid, std::int64_t(13));
    }

    void theControlGroupIsThatOfTheSecondVersion()
    {
        const std::string deep = "/a" + std::string(400, 'b') + "/c" + std::string(400, 'd');
        FakeProc proc;
        proc.addProcess(1, {.name = "v2", .rssKiB = 400, .cgroup = "0::/system.slice/x.service\n"});
        proc.addProcess(2, {.name = "v1", .rssKiB = 300, .cgroup = "4:memory:/user\n1:name=systemd:/user\n"});
        proc.addProcess(3, {.name = "both", .rssKiB = 200, .cgroup = "4:memory:/user\n0::/\xff a\n"});
        proc.addProcess(
            4, {.name = "deep", .rssKiB = 100, .cgroup = QByteArray::fromStdString("0::" + deep + "\n")});
        const auto users = largestUsers(15, proc.root());
        QCOMPARE(users.size(), std::size_t(4));
        QCOMPARE(users[0].controlGroup, std::string("/system.slice/x.service"));
        QCOMPARE(users[1].controlGroup, std::string());
        QCOMPARE(users[2].controlGroup, std::string("/\xff a"));
        QCOMPARE(users[3].controlGroup, deep.substr(0, 402)); // its parent
    }
};

MANOMETER_TEST(Core, TestSourceReport)
#include "tst_source_report.moc"
