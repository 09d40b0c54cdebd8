// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/Pressure.h"
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
        QCOMPARE(withProportionalSets(holders).size(), holders.size());
        const std::vector<ProcessMemory> ours{{.pid = ::getpid(), .name = {}, .pssBytes = 1}};
        QVERIFY(withProportionalSets(ours).front().pssBytes > 1);
        QCOMPARE(withProportionalSets(ours, "/nonexistent").front().pssBytes, std::uint64_t(0));
    }
};

MANOMETER_TEST(Core, TestSourceReport)
#include "tst_source_report.moc"
