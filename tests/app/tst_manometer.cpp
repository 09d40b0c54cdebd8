// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program as its user has it: the real window, real exiftool, a pretended /proc.
#include "service/settings/SettingsStore.h"
#include "support/FakeProc.h"
#include "support/Files.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace manometer;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Run
{
    int exitCode = -1;
    QString output;
    QString errors;
};

class Machine
{
public:
    Machine()
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        // It says when its window is there, and its event loop runs.
        m_environment.insert(QStringLiteral("QT_LOGGING_RULES"),
                             QStringLiteral("manometer.start.debug=true"));
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            m_environment.insert(QString::fromLatin1(name), path(QString::fromLatin1(name)));
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray bytes(const char *name) const { return QFile::encodeName(m_folder.path()) + '/' + name; }

    void start(QProcess &process, const QStringList &arguments) const
    {
        process.setProcessEnvironment(m_environment);
        process.start(QStringLiteral(MANOMETER),
                      QStringList{QStringLiteral("--proc-root"), QString::fromStdString(proc.root())} +
                          arguments);
    }
    Run run(const QStringList &arguments) const { return runUnder({}, arguments); }
    // `wrapper`: a command that runs the program for us, as somebody else or somewhere else.
    Run runUnder(const QStringList &wrapper, const QStringList &arguments) const
    {
        QProcess process;
        if (wrapper.isEmpty()) {
            start(process, arguments);
        } else {
            process.setProcessEnvironment(m_environment);
            process.start(wrapper.constFirst(),
                          wrapper.mid(1) +
                              QStringList{QStringLiteral(MANOMETER), QStringLiteral("--proc-root"),
                                          QString::fromStdString(proc.root())} +
                              arguments);
        }
        if (!process.waitForFinished(50'000)) {
            process.kill();
            process.waitForFinished();
        }
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    // For a program that runs as somebody else.
    void openToAll()
    {
        ::chmod(QFile::encodeName(m_folder.path()).constData(), 0777);
        ::chmod(proc.root().c_str(), 0755);
    }
    QList<QByteArray> lines(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QList<QByteArray>();
    }

    test::FakeProc proc;

private:
    test::Folder m_folder;
    QProcessEnvironment m_environment;
};

// Waits for these words on its stderr, which is collected in `errors`.
bool says(QProcess &process, QByteArray &errors, const char *words)
{
    return QTest::qWaitFor(
        [&] {
            process.waitForReadyRead(50);
            errors += process.readAllStandardError();
            return errors.contains(words);
        },
        40'000);
}

QStringList exitAfter(double seconds)
{
    return {QStringLiteral("--exit-after"), QString::number(seconds)};
}

// Root may read and write anything; faults of permission need somebody who may not, and who is not let onto
// another's display either.
QStringList asNobody()
{
    const QStringList headless{QStringLiteral("env"), QStringLiteral("QT_QPA_PLATFORM=offscreen")};
    if (::geteuid() != 0)
        return headless;
    return headless + QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=65534"),
                                  QStringLiteral("--regid=65534"), QStringLiteral("--clear-groups")};
}

} // namespace

class TestManometer : public QObject
{
    Q_OBJECT
private slots:
    void itScansShowsExportsAndLeaves()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(QDir().mkpath(machine.path(QStringLiteral("files"))));
        for (int i = 0; i < 5; ++i)
            QVERIFY(test::writeFile(machine.bytes("files/") + QByteArray::number(i) + ".txt", "some text"));
        const Run run = machine.run(
            exitAfter(12) + QStringList{QStringLiteral("--scan"), machine.path(QStringLiteral("files")),
                                        QStringLiteral("--screenshot"), machine.path(QStringLiteral("m.png")),
                                        QStringLiteral("--export-samples"),
                                        machine.path(QStringLiteral("m.csv"))});
        QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
        QVERIFY2(run.errors.contains(QStringLiteral("5 files, 0 from the cache, 5 read")),
                 qPrintable(run.errors));
        const QImage picture(machine.path(QStringLiteral("m.png")));
        QVERIFY(picture.width() >= 1024 && picture.height() >= 640);
        const auto rows = machine.lines(QStringLiteral("m.csv"));
        QVERIFY2(rows.size() >= 4, qPrintable(QString::number(rows.size()))); // a header, a row a second
        const auto names = rows.constFirst().trimmed().split(',');
        const auto last = rows.constLast().trimmed().split(',');
        QCOMPARE(last.size(), names.size());
        QVERIFY(std::abs(last[names.indexOf("system_used_percent")].toDouble() - 42) < 0.01);
        QCOMPARE(last[names.indexOf("level")], QByteArray("NORMAL"));
        QCOMPARE(last[names.indexOf("cache_entries")], QByteArray("5"));

        QProcess again;
        machine.start(again, exitAfter(50) + QStringList{QStringLiteral("--scan"),
                                                         machine.path(QStringLiteral("files"))});
        QByteArray errors;
        QVERIFY2(says(again, errors, "5 files, 5 from the cache, 0 read"), errors.constData());
        ::kill(pid_t(again.processId()), SIGTERM);
        QVERIFY(again.waitForFinished(10'000));
        QCOMPARE(again.exitStatus(), QProcess::NormalExit);
    }

    void pressureCutsTheCacheAtOnceAndItComesBack()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(85));
        QProcess process;
        machine.start(process, exitAfter(60));
        QByteArray errors;
        const auto logs = [&](const char *words) { return says(process, errors, words); };
        QVERIFY2(logs("NORMAL -> HIGH"), errors.constData());
        QVERIFY2(logs("limit 500 -> 250 entries (pressure)"), errors.constData());
        QVERIFY(machine.proc.setUsed(95));
        QVERIFY2(logs("HIGH -> CRITICAL"), errors.constData());
        QVERIFY2(logs("limit 250 -> 50 entries (pressure)"), errors.constData());
        ::kill(pid_t(process.processId()), SIGTERM);
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    }

    void aSignalLeavesNothingBehind()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QProcess process;
        machine.start(process, {QStringLiteral("--export-samples"), machine.path(QStringLiteral("m.csv"))});
        QVERIFY(process.waitForStarted());
        QByteArray errors;
        QVERIFY2(says(process, errors, "painted"), errors.constData());
        // Written a second after the monitor began, which takes its first sample at once.
        QVERIFY(QTest::qWaitFor(
            [&] {
                const QDir journal(
                    machine.path(QStringLiteral("XDG_STATE_HOME/manometer-rehearsal/journal")));
                const auto files = journal.entryInfoList(QDir::Files);
                return !files.isEmpty() && files.constLast().size() > 0;
            },
            20'000));
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QVERIFY(machine.lines(QStringLiteral("m.csv")).size() >= 2);
    }

    void thereIsOneMonitorAProgram()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QProcess process;
        machine.start(process, exitAfter(30));
        QVERIFY(process.waitForStarted());
        const auto monitors = [&process] {
            int count = 0;
            const QDir tasks(QStringLiteral("/proc/%1/task").arg(process.processId()));
            for (const auto &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                QFile name(tasks.filePath(task + QStringLiteral("/comm")));
                if (name.open(QIODevice::ReadOnly) && name.readAll().trimmed() == "monitor")
                    ++count;
            }
            return count;
        };
        QVERIFY(QTest::qWaitFor([&] { return monitors() > 0; }, 20'000));
        QTest::qWait(500);
        QCOMPARE(monitors(), 1);
        ::kill(pid_t(process.processId()), SIGTERM);
        QVERIFY(process.waitForFinished(10'000));
    }

    void aSecondOneOnTheSameCacheIsRefusedInWords()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QProcess first;
        machine.start(first, exitAfter(40));
        QVERIFY(first.waitForStarted());
        QVERIFY(QTest::qWaitFor(
            [&] {
                return QFile::exists(
                    machine.path(QStringLiteral("XDG_CACHE_HOME/manometer-rehearsal/entries-3.db")));
            },
            20'000));
        const Run second = machine.run(exitAfter(1));
        QCOMPARE(second.exitCode, 1);
        QVERIFY2(second.errors.contains(QStringLiteral("Another Manometer uses the cache")),
                 qPrintable(second.errors));
        ::kill(pid_t(first.processId()), SIGTERM);
        QVERIFY(first.waitForFinished(10'000));
    }

    void aSecondStartShowsTheFirstAndLeaves()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QProcess first;
        machine.start(first, exitAfter(40));
        QVERIFY(first.waitForStarted());
        QVERIFY(QTest::qWaitFor(
            [&] {
                return !QDir(machine.path(QStringLiteral("XDG_RUNTIME_DIR/manometer")))
                            .isEmpty(QDir::System | QDir::NoDotAndDotDot);
            },
            20'000));
        const Run second = machine.run({}); // by hand: without --exit-after
        QCOMPARE(second.exitCode, 0);
        QCOMPARE(second.errors, QString());
        const Run asked = machine.run({QStringLiteral("--scan"), machine.path(QString())});
        QCOMPARE(asked.exitCode, 1);
        QVERIFY2(asked.errors.contains(QStringLiteral("was not done")), qPrintable(asked.errors));
        ::kill(pid_t(first.processId()), SIGTERM);
        QVERIFY(first.waitForFinished(10'000));
    }

    void aProcWithoutMemoryFiguresIsStaleAndTheProgramGoesOn()
    {
        Machine machine; // no meminfo
        const Run run = machine.run(exitAfter(4) + QStringList{QStringLiteral("--export-samples"),
                                                               machine.path(QStringLiteral("m.csv"))});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.errors.contains(QStringLiteral("no memory signal")), qPrintable(run.errors));
        const auto rows = machine.lines(QStringLiteral("m.csv"));
        QVERIFY(rows.size() > 1);
        QVERIFY(rows.constLast().contains(",,,")); // no figures, and no zeros for them
    }

    void aFileThatMayNotBeReadIsCountedAndTheRestIsRead()
    {
        const QStringList nobody = asNobody();
        Machine machine;
        machine.openToAll();
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(QDir().mkpath(machine.path(QStringLiteral("files/shut"))));
        QVERIFY(test::writeFile(machine.bytes("files/open.txt"), "some text"));
        QVERIFY(test::writeFile(machine.bytes("files/secret.txt"), "some text", 0));
        QCOMPARE(::chmod(machine.bytes("files/shut").constData(), 0), 0);
        const Run run =
            machine.runUnder(nobody, exitAfter(6) + QStringList{QStringLiteral("--scan"),
                                                                machine.path(QStringLiteral("files"))});
        QCOMPARE(::chmod(machine.bytes("files/shut").constData(), 0700), 0);
        QVERIFY2(run.errors.contains(QStringLiteral("2 files, 0 from the cache, 1 read, 2 failed")),
                 qPrintable(run.errors));
        QCOMPARE(run.exitCode, 0);
    }

    void aReadOnlyCacheFolderIsSaidAndTheProgramGoesOn()
    {
        const QStringList nobody = asNobody();
        Machine machine;
        machine.openToAll();
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(QDir().mkpath(machine.path(QStringLiteral("readonly"))));
        QCOMPARE(::chmod(machine.bytes("readonly").constData(), 0555), 0);
        QVERIFY(QDir().mkpath(machine.path(QStringLiteral("files"))));
        QVERIFY(test::writeFile(machine.bytes("files/open.txt"), "some text"));
        const Run run = machine.runUnder(
            nobody, exitAfter(6) +
                        QStringList{QStringLiteral("--cache-dir"), machine.path(QStringLiteral("readonly")),
                                    QStringLiteral("--scan"), machine.path(QStringLiteral("files"))});
        QVERIFY2(run.errors.contains(QStringLiteral("disk store: read-only")), qPrintable(run.errors));
        QVERIFY2(run.errors.contains(QStringLiteral("1 read, 0 failed")), qPrintable(run.errors));
        QCOMPARE(run.exitCode, 0);
    }

    void aFullDiskIsSaidAndTheProgramGoesOn()
    {
        // A disk of 300 KiB, in a mount namespace that goes away with the program.
        QProcess attempt;
        attempt.start(QStringLiteral("unshare"), {QStringLiteral("--mount"), QStringLiteral("true")});
        if (!attempt.waitForFinished(10'000) || attempt.exitCode() != 0)
            QSKIP("no mount namespace may be made here");
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(QDir().mkpath(machine.path(QStringLiteral("small"))));
        QVERIFY(QDir().mkpath(machine.path(QStringLiteral("files"))));
        for (int i = 0; i < 300; ++i)
            QVERIFY(test::writeFile(machine.bytes("files/") + QByteArray::number(i) + ".txt", "some text"));
        const Run run = machine.runUnder(
            {QStringLiteral("unshare"), QStringLiteral("--mount"), QStringLiteral("sh"), QStringLiteral("-c"),
             QStringLiteral("mount -t tmpfs -o size=300k none \"$0\" && exec \"$@\""),
             machine.path(QStringLiteral("small"))},
            exitAfter(8) + QStringList{QStringLiteral("--cache-dir"), machine.path(QStringLiteral("small")),
                                       QStringLiteral("--scan"), machine.path(QStringLiteral("files"))});
        QVERIFY2(run.errors.contains(QStringLiteral("disk store: disk full")), qPrintable(run.errors));
        QVERIFY2(run.errors.contains(QStringLiteral("300 read, 0 failed")), qPrintable(run.errors));
        QCOMPARE(run.exitCode, 0);
    }

    void withoutItsReaderTheScanSaysSoAndTheProgramGoesOn()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(QDir().mkpath(machine.path(QStringLiteral("files"))));
        QVERIFY(test::writeFile(machine.bytes("files/a.txt"), "some text"));
        const Run run = machine.runUnder(
            {QStringLiteral("env"), QStringLiteral("PATH=/nonexistent")},
            exitAfter(5) + QStringList{QStringLiteral("--scan"), machine.path(QStringLiteral("files"))});
        QVERIFY2(run.errors.contains(QStringLiteral("0 read, 1 failed")), qPrintable(run.errors));
        QCOMPARE(run.exitCode, 1); // the script that waited for the scan
    }

    void aScanThatIsNotOverWhenItLeavesIsSaid()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QVERIFY(QDir().mkpath(machine.path(QStringLiteral("files"))));
        QVERIFY(QDir().mkpath(machine.path(QStringLiteral("bin"))));
        QVERIFY(test::writeFile(machine.bytes("files/a.txt"), "some text"));
        QVERIFY(test::writeFile(machine.bytes("bin/exiftool"), "#!/bin/sh\nexec sleep 100\n", 0700));
        const Run run = machine.runUnder(
            {QStringLiteral("env"),
             QStringLiteral("PATH=%1:/usr/bin:/bin").arg(machine.path(QStringLiteral("bin")))},
            exitAfter(4) + QStringList{QStringLiteral("--scan"), machine.path(QStringLiteral("files"))});
        QVERIFY2(run.errors.contains(QStringLiteral("was not finished: 0 of its files")),
                 qPrintable(run.errors));
        QCOMPARE(run.exitCode, 0);
    }

    void aPictureThatCannotBeWrittenIsSaid()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        const Run run = machine.run(exitAfter(0.5) + QStringList{QStringLiteral("--screenshot"),
                                                                 QStringLiteral("/nonexistent/m.png")});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains(QStringLiteral("/nonexistent/m.png")), qPrintable(run.errors));
    }

    void aPictureIsWhatItsNameSays()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        const QString file = machine.path(QStringLiteral("m.jpg"));
        const Run run = machine.run(exitAfter(0.5) + QStringList{QStringLiteral("--screenshot"), file});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(QImageReader::imageFormat(file), QByteArray("jpeg"));
        const Run refused = machine.run(exitAfter(0.5) + QStringList{QStringLiteral("--screenshot"),
                                                                     machine.path(QStringLiteral("m.docx"))});
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.errors.contains(QStringLiteral(".png")), qPrintable(refused.errors));
    }

    void pipesInThePlaceOfItsFilesDoNotHoldItUp()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        for (const char *name :
             {"XDG_CONFIG_HOME/manometer/settings.json", "XDG_STATE_HOME/manometer/layout"}) {
            const QFileInfo pipe(machine.path(QString::fromLatin1(name)));
            QVERIFY(QDir().mkpath(pipe.path()));
            QCOMPARE(::mkfifo(machine.bytes(name).constData(), 0600), 0);
        }
        const Run run = machine.run(exitAfter(0.5));
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.errors.contains(QStringLiteral("not a regular file")), qPrintable(run.errors));
    }

    void cacheAndStateMayShareAFolder()
    {
        const Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        const Run run = machine.run(
            exitAfter(1) + QStringList{QStringLiteral("--cache-dir"),
                                       machine.path(QStringLiteral("XDG_STATE_HOME/manometer-rehearsal"))});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(!run.errors.contains(QStringLiteral("recording")), qPrintable(run.errors));
        QVERIFY(QFile::exists(machine.path(QStringLiteral("XDG_STATE_HOME/manometer-rehearsal/history/1s"))));
    }

    void theLimitsOfTheSettingsCountUnlessTheCommandLineSaysOtherwise()
    {
        const Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        service::Settings settings;
        settings.memory.entries = 777;
        const QString file = machine.path(QStringLiteral("XDG_CONFIG_HOME/manometer/settings.json"));
        {
            service::SettingsStore store(file);
            QVERIFY(store.applySettings(settings, QStringLiteral("default")));
        }
        const auto limitOf = [&](const QStringList &arguments) {
            const QString csv = machine.path(QStringLiteral("m.csv"));
            const Run run = machine.run(exitAfter(1.5) +
                                        QStringList{QStringLiteral("--export-samples"), csv} + arguments);
            const QList<QByteArray> lines = contents(csv).trimmed().split('\n');
            const auto column = lines.constFirst().split(',').indexOf("cache_limit_entries");
            return run.exitCode == 0 ? lines.constLast().split(',').value(column).trimmed() : QByteArray();
        };
        QCOMPARE(limitOf({}), QByteArray("777"));
        const QByteArray before = contents(file);
        QCOMPARE(limitOf({QStringLiteral("--max-entries"), QStringLiteral("55")}), QByteArray("55"));
        QCOMPARE(limitOf({QStringLiteral("--preset"), QStringLiteral("small-host")}), QByteArray("100"));
        QCOMPARE(contents(file), before);
    }

    void yesterdaysSamplesAreThereAfterARestart()
    {
        const Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        QCOMPARE(machine.run(exitAfter(3)).exitCode, 0);
        QVERIFY(machine.proc.setUsed(30));
        const QString csv = machine.path(QStringLiteral("m.csv"));
        QCOMPARE(machine.run(exitAfter(1) + QStringList{QStringLiteral("--export-samples"), csv}).exitCode,
                 0);
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.contains(",42") || text.contains(",41.99"), text.constData());
        QVERIFY2(text.contains(",30") || text.contains(",29.99"), text.constData());
    }

    void aFolderThatCannotBeScannedIsNamedAndAnError()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        const QStringList scan{QStringLiteral("--scan"), QStringLiteral("/nonexistent/folder")};
        const Run run = machine.run(exitAfter(2) + scan);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains(QStringLiteral("/nonexistent/folder cannot be scanned: No such file")),
                 qPrintable(run.errors));
        const QStringList nobody = asNobody();
        machine.openToAll();
        QVERIFY(QDir().mkpath(machine.path(QStringLiteral("shut"))));
        QCOMPARE(::chmod(machine.bytes("shut").constData(), 0), 0);
        const Run refused = machine.runUnder(
            nobody,
            exitAfter(2) + QStringList{QStringLiteral("--cache-dir"), machine.path(QStringLiteral("cache")),
                                       QStringLiteral("--scan"), machine.path(QStringLiteral("shut"))});
        QCOMPARE(::chmod(machine.bytes("shut").constData(), 0700), 0);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains(QStringLiteral("shut cannot be scanned: Permission denied")),
                 qPrintable(refused.errors));
    }

    void samplesGoWhereTheOutputGoes()
    {
        Machine machine;
        QVERIFY(machine.proc.setUsed(42));
        const Run run = machine.run(
            exitAfter(2.5) + QStringList{QStringLiteral("--export-samples"), QStringLiteral("/dev/stdout")});
        QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
        QVERIFY2(run.output.startsWith(QStringLiteral("time_utc,")), qPrintable(run.output));
    }

    void helpAndVersionNeedNoDisplay()
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("DISPLAY"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(MANOMETER), {QStringLiteral("--version")});
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().startsWith("manometer "));
    }

    void withoutADisplayItSaysWhatToDo()
    {
        const Machine machine;
        const Run run = machine.runUnder({QStringLiteral("env"), QStringLiteral("--unset=DISPLAY"),
                                          QStringLiteral("--unset=WAYLAND_DISPLAY"),
                                          QStringLiteral("--unset=QT_QPA_PLATFORM")},
                                         {});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains(QStringLiteral("QT_QPA_PLATFORM=offscreen")), qPrintable(run.errors));
    }
};

QTEST_GUILESS_MAIN(TestManometer)
#include "tst_manometer.moc"
