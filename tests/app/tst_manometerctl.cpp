// SPDX-License-Identifier: GPL-3.0-or-later
//
// manometerctl against the real daemon, on a simulated machine.
#include "Machine.h"
#include "RunningProgram.h"
#include "json/Value.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QTest>

#include <csignal>
#include <memory>

using namespace manometer;
using namespace manometer::test;

namespace {

struct Ran
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

json::Value jsonOf(const QByteArray &text)
{
    auto value = json::Value::parse(text.toStdString());
    return value ? std::move(*value) : json::Value();
}

std::string textOf(const json::Value &object, const char *name)
{
    const json::Value *value = object.find(name);
    return value ? value->text() : std::string();
}

} // namespace

class TestManometerctl : public QObject
{
    Q_OBJECT

    std::unique_ptr<Machine> m_machine;
    std::unique_ptr<RunningProgram> m_daemon;

    void prepare(QProcess &process, const QStringList &arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"),
                           m_machine->path(QStringLiteral("XDG_RUNTIME_DIR")));
        environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC0"));
        environment.remove(QStringLiteral("MANOMETER_SOCKET"));
        environment.remove(QStringLiteral("PWD"));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_machine->path(QStringLiteral("files")));
        process.setProgram(QStringLiteral(MANOMETERCTL));
        process.setArguments(arguments + QStringList{QStringLiteral("--rehearsal")});
    }
    Ran run(const QList<QByteArray> &arguments, const QByteArray &input = {}) const
    {
        QStringList decoded;
        for (const QByteArray &each : arguments)
            decoded += QFile::decodeName(each);
        QProcess process;
        prepare(process, decoded);
        process.start();
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            process.kill();
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }
    QByteArray file(const char *name) const { return m_machine->bytes("files/") + name; }

private slots:
    void init()
    {
        m_machine = std::make_unique<Machine>(QStringLiteral(MANOMETERD));
        QVERIFY(m_machine->proc.setUsed(42));
        QVERIFY(m_machine->addFiles(3));
        m_daemon = std::make_unique<RunningProgram>(
            *m_machine, QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
        VERIFY_EVENTUALLY(run({"status", "--exit-level"}).exitCode == 10); // with a first sample
    }
    void cleanup()
    {
        if (m_daemon)
            QVERIFY(m_daemon->quitsOn(SIGTERM));
        m_daemon.reset();
        m_machine.reset();
    }

    void theLevelFollowsTheMemory()
    {
        const json::Value status = jsonOf(run({"status", "--json"}).output);
        QCOMPARE(textOf(status, "pressure_level"), std::string("NORMAL"));
        QVERIFY(run({"status"}).output.startsWith("Level      NORMAL\n"));
        QVERIFY(m_machine->proc.setUsed(95));
        COMPARE_EVENTUALLY(run({"status", "--exit-level"}).exitCode, 13);
        QVERIFY(run({"history"}).output.contains("CRITICAL"));
        QVERIFY(run({"events"}).output.contains("NORMAL -> CRITICAL at 95 %"));
        // No file is read at this level.
        const Ran refused = run({"get", "--read", "0.txt"});
        QCOMPARE(refused.exitCode, 75);
        QCOMPARE(run({"scan", "--files0-from", "-", "--json"}, "0.txt").exitCode, 75);
    }

    void filesAreReadFoundStoredAndRemoved()
    {
        const Ran missing = run({"get", "0.txt"});
        QCOMPARE(missing.exitCode, 1);
        QVERIFY2(missing.errors.contains("it is not in the cache; --read reads it"), missing.errors);

        const Ran read = run({"get", "--json", "--read", "0.txt", "./nothing", "../files/1.txt"});
        QCOMPARE(read.exitCode, 1);
        const QByteArrayList lines = read.output.trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(textOf(jsonOf(lines[0]), "file"), file("0.txt").toStdString());
        QVERIFY(jsonOf(lines[0]).find("value")->find("metadata"));
        QCOMPARE(textOf(jsonOf(lines[1]), "reason"), std::string("no_file"));
        QCOMPARE(textOf(jsonOf(lines[2]), "file"), file("1.txt").toStdString());
        // What was read within two seconds of a change of the file is not kept.
        VERIFY_EVENTUALLY(run({"get", "--read", "--json", "0.txt", "1.txt"}).exitCode == 0 &&
                          run({"get", "0.txt", "1.txt"}).exitCode == 0);
        QVERIFY(run({"get", "0.txt"}).output.contains("mimeType"));

        QCOMPARE(run({"put", "2.txt"}, R"({"mine":1.10})").exitCode, 0);
        QCOMPARE(run({"get", "--value", "2.txt"}).output, QByteArray("{\"mine\":1.10}\n"));
        QCOMPARE(run({"put", "nothing"}, "1").exitCode, 1);

        const Ran entries = run({"entries", "--json", "--under", ".", "--sort", "path", "-r"});
        QCOMPARE(entries.exitCode, 0);
        QCOMPARE(entries.output.count('\n'), 3);
        QCOMPARE(textOf(jsonOf(entries.output.split('\n')[0]), "path"), file("2.txt").toStdString());
        QCOMPARE(run({"entries", "--json", "--limit", "2"}).output.count('\n'), 2);
        QCOMPARE(run({"entries", "--contains", "1.txt"}).output.count('\n'), 2); // with the header
        QCOMPARE(run({"entries", "--min-bytes", "1000000"}).output, QByteArray("No entries.\n"));
        QVERIFY(run({"stats"}).output.contains("3 of at most"));

        QCOMPARE(run({"export", "entries"}).output.count("\r\n"), 4);
        QCOMPARE(run({"rm", "0.txt", "0.txt"}).exitCode, 1); // the second one has no entry any more
        QCOMPARE(run({"clear"}).exitCode, 2);
        QCOMPARE(run({"clear", "--yes"}).output, QByteArray("Removed 2 entries.\n"));
    }

    void aListOfFilesIsReadInItsOrder()
    {
        const QByteArray odd = "odd\xff\n\x1b.txt";
        QVERIFY(m_machine->addFile("files/" + odd));
        QByteArray list;
        for (int i = 0; i < 100; ++i)
            for (const QByteArray &name : {QByteArray("2.txt"), odd, QByteArray("gone")})
                list += name + '\0';
        const Ran ran = run({"scan", "--files0-from", "-", "--json"}, list);
        QCOMPARE(ran.exitCode, 1);
        const QByteArrayList lines = ran.output.trimmed().split('\n');
        QCOMPARE(lines.size(), 300);
        for (int i = 0; i < 300; i += 3) {
            QCOMPARE(textOf(jsonOf(lines[i]), "file"), file("2.txt").toStdString());
            QCOMPARE(textOf(jsonOf(lines[i + 1]), "file"), file("odd\\xFF\n\x1b.txt").toStdString());
            QVERIFY(jsonOf(lines[i + 1]).find("value"));
            QCOMPARE(textOf(jsonOf(lines[i + 2]), "reason"), std::string("no_file"));
        }
    }

    void aFolderIsScanned()
    {
        const Ran ran = run({"scan", ".", "--wait"});
        QCOMPARE(ran.exitCode, 0);
        QVERIFY2(ran.output.contains(", 3 files: 0 from the cache, 3 read, "), ran.output);
        QCOMPARE(run({"scan"}).output, ran.output);
        QCOMPARE(run({"scan", "/nowhere", "--wait"}).exitCode, 1);
    }

    void settingsAreChanged()
    {
        QVERIFY(run({"thresholds"}).output.contains("ELEVATED   60 %"));
        const Ran changed = run({"thresholds", "set", "elevated.enter_percent=62.5"});
        QCOMPARE(changed.errors, QByteArray());
        QVERIFY2(changed.output.contains("ELEVATED  62.5 %"), changed.output);
        QCOMPARE(run({"thresholds", "set", "elevated.enter_percent=99"}).exitCode, 4);
        QCOMPARE(run({"preset", "save", "mine"}).exitCode, 0);
        QCOMPARE(run({"preset", "apply", "server"}).exitCode, 0);
        QVERIFY(run({"preset"}).output.contains("*  server"));
        QCOMPARE(run({"preset", "apply", "mine"}).exitCode, 0);
        COMPARE_EVENTUALLY(run({"preset"}).output.contains("*  mine"), true);
        QVERIFY(run({"thresholds"}).output.contains("62.5 %"));
        QCOMPARE(run({"preset", "rm", "mine"}).exitCode, 0);
        QCOMPARE(run({"preset", "rm", "mine"}).exitCode, 1);
    }

    void theMachineIsShown()
    {
        QVERIFY(run({"sources"}).output.contains("host_memory     works"));
        const Ran processes = run({"processes"}); // the simulated machine has none
        QCOMPARE(processes.exitCode, 0);
        QVERIFY2(processes.output.contains("This is a rehearsal with figures from /"), processes.output);
        const Ran doctor = run({"doctor"});
        QVERIFY2(doctor.output.contains("manometerd " MANOMETER_VERSION " runs, process " +
                                        QByteArray::number(m_daemon->processId())),
                 doctor.output);
        QVERIFY2(doctor.output.contains("manometerctl has the same version."), doctor.output);
        QVERIFY2(doctor.output.contains("The disk store is healthy"), doctor.output);
        QVERIFY(run({"export", "samples"}).output.contains(",NORMAL,"));
    }

    void eventsAreWatched()
    {
        QProcess watch;
        prepare(watch, {QStringLiteral("watch"), QStringLiteral("--json")});
        watch.start();
        QVERIFY(watch.waitForStarted());
        QByteArray seen;
        // When it has connected is not to be seen: a setting changes until it has.
        int percent = 60;
        VERIFY_EVENTUALLY([&] {
            percent = percent == 61 ? 62 : 61;
            run({"thresholds", "set", "elevated.enter_percent=" + QByteArray::number(percent)});
            watch.waitForReadyRead(200);
            seen += watch.readAllStandardOutput();
            return seen.contains("\"kind\":\"thresholds\"") && seen.contains('\n');
        }());
        QVERIFY(jsonOf(seen.left(seen.indexOf('\n'))).find("kind"));
        ::kill(pid_t(watch.processId()), SIGTERM);
        QVERIFY(watch.waitForFinished());
        QCOMPARE(watch.readAllStandardError(), QByteArray());
    }

    void overTcpTheTokensDecide()
    {
        QFile instance(m_machine->path(QStringLiteral("XDG_RUNTIME_DIR/manometer-rehearsal/instance.json")));
        QVERIFY(instance.open(QIODevice::ReadOnly));
        const json::Value about = jsonOf(instance.readAll());
        const auto bytes = [&about](const char *name) {
            return QByteArray::fromStdString(textOf(about, name));
        };
        const QByteArray url = bytes("url");
        QVERIFY(url.startsWith("http://127.0.0.1:"));
        QCOMPARE(run({"status", "--connect", url}).exitCode, 2);
        QCOMPARE(run({"status", "--connect", url, "--token-file", bytes("read_token_file")}).exitCode, 0);
        QCOMPARE(run({"clear", "-y", "--connect", url, "--token-file", bytes("read_token_file")}).exitCode,
                 4);
        QCOMPARE(run({"clear", "-y", "--connect", url, "--token-file", bytes("token_file")}).exitCode, 0);
    }

    void aKilledDaemonIsNoInstance()
    {
        QVERIFY(m_daemon->quitsOn(SIGKILL));
        m_daemon.reset();
        const Ran ran = run({"status"});
        QCOMPARE(ran.exitCode, 3);
        QVERIFY2(ran.errors.contains("the program has ended"), ran.errors);
        QCOMPARE(run({"doctor"}).exitCode, 3);
    }
};

MANOMETER_TEST(Core, TestManometerctl)
#include "tst_manometerctl.moc"
