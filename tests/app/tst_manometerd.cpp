// SPDX-License-Identifier: GPL-3.0-or-later
//
// The daemon as a whole: a backend without a window, under a service manager.
#include "RunningProgram.h"
#include "support/Eventually.h"
#include "support/TestMain.h"
#include "wire/EventLine.h"

#include <QTest>

#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>

using namespace manometer;
using namespace manometer::test;

namespace {

// Receives what a service manager would.
class NotifySocket
{
public:
    explicit NotifySocket(const QByteArray &path)
        : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.constData(), sizeof address.sun_path - 1);
        m_isBound = ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~NotifySocket() { ::close(m_socket); }
    NotifySocket(const NotifySocket &) = delete;
    NotifySocket &operator=(const NotifySocket &) = delete;

    bool isBound() const { return m_isBound; }
    const QByteArrayList &received()
    {
        char message[512];
        for (ssize_t size = 0; (size = ::recv(m_socket, message, sizeof message, 0)) > 0;)
            m_received += QByteArray(message, qsizetype(size));
        return m_received;
    }

private:
    int m_socket;
    bool m_isBound = false;
    QByteArrayList m_received;
};

QList<views::Event> eventsIn(const QByteArrayList &lines)
{
    QList<views::Event> events;
    for (const QByteArray &line : lines)
        if (const auto event = wire::fromLine(line))
            events += *event;
    return events;
}

} // namespace

class TestManometerd : public QObject
{
    Q_OBJECT
private slots:
    void itLinksNoGui()
    {
        QProcess process;
        process.start(QStringLiteral("ldd"), {QStringLiteral(MANOMETERD)});
        QVERIFY(process.waitForFinished());
        const QByteArray libraries = process.readAllStandardOutput();
        QVERIFY(libraries.contains("libQt6Core"));
        QVERIFY2(!libraries.contains("libQt6Gui") && !libraries.contains("libQt6Widgets"), libraries);
    }

    // glibc's arenas begin at multiples of 64 MiB, the first one excepted. Without a limit, each thread gets
    // one.
    void itsThreadsShareAFewMallocArenas()
    {
        Machine machine(QStringLiteral(MANOMETERD));
        QVERIFY(machine.proc.setUsed(42));
        RunningProgram program(machine, {});
        QVERIFY(program.logs("programs are served"));
        const QString proc = QStringLiteral("/proc/%1/").arg(program.processId());
        QVERIFY(QDir(proc + QStringLiteral("task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() > 15);
        QFile maps(proc + QStringLiteral("maps"));
        QVERIFY(maps.open(QIODevice::ReadOnly));
        int arenas = 0;
        for (const QByteArray &line : maps.readAll().split('\n')) {
            const qulonglong start = line.left(line.indexOf('-')).toULongLong(nullptr, 16);
            arenas += start % (64u << 20) == 0 && line.contains(" rw-p 00000000 00:00 0");
        }
        QVERIFY2(arenas <= 3, qPrintable(QString::number(arenas)));
    }

    void itAnswersTheServiceManager()
    {
        Machine machine(QStringLiteral(MANOMETERD));
        QVERIFY(machine.proc.setUsed(42));
        NotifySocket manager(machine.bytes("notify"));
        QVERIFY(manager.isBound());
        QProcess process;
        machine.startUnder(process,
                           {QStringLiteral("env"),
                            QStringLiteral("NOTIFY_SOCKET=%1").arg(machine.path(QStringLiteral("notify"))),
                            QStringLiteral("WATCHDOG_USEC=100000")},
                           {});
        VERIFY_EVENTUALLY(manager.received().contains("READY=1"));
        QVERIFY(manager.received().contains("STATUS=NORMAL"));
        VERIFY_EVENTUALLY(manager.received().count("WATCHDOG=1") >= 3);
        QVERIFY(machine.proc.setUsed(95));
        VERIFY_EVENTUALLY(manager.received().contains("STATUS=CRITICAL"));
        QVERIFY(!manager.received().contains("STOPPING=1"));
        ::kill(pid_t(process.processId()), SIGTERM);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(manager.received().contains("STOPPING=1"));
    }

    void eachEventIsALineOnStandardOutputAndHasTheLogsNumber()
    {
        Machine machine(QStringLiteral(MANOMETERD));
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(machine.addFiles(3));
        const Run run = machine.runUntil({"3 read, 0 failed"}, {},
                                         machine.scanOfFiles() +
                                             QStringList{QStringLiteral("--events"), QStringLiteral("-")});
        QCOMPARE(run.exitCode, 0);
        const auto written = eventsIn(run.output.toUtf8().trimmed().split('\n'));
        const auto recorded =
            eventsIn(machine.lines(QStringLiteral("XDG_STATE_HOME/manometer-rehearsal/events.jsonl")));
        QVERIFY(!written.isEmpty());
        QCOMPARE(written.size(), recorded.size());
        for (qsizetype i = 0; i < written.size(); ++i)
            QCOMPARE(wire::toLine(written[i]), wire::toLine(recorded[i]));
        QVERIFY(std::holds_alternative<views::ScanEvent>(written.last().what));
    }

    void theEventsOfItsEndAreWritten()
    {
        Machine machine(QStringLiteral(MANOMETERD));
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(machine.addFiles(1));
        // The reader does not answer, so the scan is cancelled by the end.
        const Run run = machine.runUnder(machine.withReader("exec sleep 60\n"),
                                         exitAfter(1) + machine.scanOfFiles() +
                                             QStringList{QStringLiteral("--events"), QStringLiteral("-")});
        const auto written = eventsIn(run.output.toUtf8().trimmed().split('\n'));
        QVERIFY2(!written.isEmpty(), qPrintable(run.errors));
        const auto *scan = std::get_if<views::ScanEvent>(&written.last().what);
        QVERIFY(scan && scan->cancelled);
    }

    void aCacheInUseIsRefusedWithAReason()
    {
        Machine machine(QStringLiteral(MANOMETERD));
        QVERIFY(machine.proc.setUsed(42));
        QProcess first;
        first.setReadChannel(QProcess::StandardError);
        machine.start(first, {});
        VERIFY_EVENTUALLY(machine.journalBytes() > 0);
        const Run second = machine.run({});
        QCOMPARE(second.exitCode, 1);
        QVERIFY2(second.errors.contains(QStringLiteral("Another Manometer is using the cache in")),
                 qPrintable(second.errors));
        ::kill(pid_t(first.processId()), SIGTERM);
        QVERIFY(first.waitForFinished());
        QCOMPARE(first.exitCode(), 0);
    }

    void anInvalidEventsFileIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no such folder") << QStringLiteral("no/such/folder") << 1;
        QTest::newRow("a folder") << QStringLiteral(".") << 1;
        QTest::newRow("its own event log")
            << QStringLiteral("XDG_STATE_HOME/manometer-rehearsal/events.jsonl") << 2;
    }
    void anInvalidEventsFileIsRefused()
    {
        QFETCH(const QString, file);
        QFETCH(const int, exitCode);
        Machine machine(QStringLiteral(MANOMETERD));
        QVERIFY(machine.proc.setUsed(42));
        const Run run =
            machine.run(exitAfter(1) + QStringList{QStringLiteral("--events"), machine.path(file)});
        QCOMPARE(run.exitCode, exitCode);
        QVERIFY2(run.errors.contains(QStringLiteral("--events: ")), qPrintable(run.errors));
    }

    void optionsOfTheWindowAreUnknown()
    {
        Machine machine(QStringLiteral(MANOMETERD));
        QVERIFY(machine.proc.setUsed(42));
        const Run run = machine.run({QStringLiteral("--screenshot"), QStringLiteral("x.png")});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.errors.contains(QStringLiteral("screenshot")));
        const Run help = machine.run({QStringLiteral("--help")});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.output.contains(QStringLiteral("--events")));
        QVERIFY(!help.output.contains(QStringLiteral("--screenshot")));
        QVERIFY(machine.run({QStringLiteral("--version")}).output.startsWith(QStringLiteral("manometerd ")));
    }
};

MANOMETER_TEST(Core, TestManometerd)
#include "tst_manometerd.moc"
