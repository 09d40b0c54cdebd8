// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/PlaceChecks.h"
#include "app/Places.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/stat.h>

using namespace manometer;
using namespace manometer::app;

class TestPlaceChecks : public QObject
{
    Q_OBJECT

    QByteArray in(const QByteArray &name) const { return QFile::encodeName(m_folder.path()) + '/' + name; }
    bool make(const QByteArray &name) const
    {
        return QDir().mkpath(QFileInfo(QFile::decodeName(in(name))).path()) && test::writeFile(in(name), "x");
    }

    // The error message; empty if the arguments are accepted.
    QString problemOf(QList<QByteArray> arguments, int *exitCode = nullptr) const
    {
        for (QByteArray &argument : arguments)
            argument.replace('@', QFile::encodeName(m_folder.path()));
        arguments.prepend("manometer");
        const auto options = parse(arguments);
        if (!options)
            return QStringLiteral("not parsed");
        const auto problem = findPlaceProblem(*options);
        if (problem && exitCode)
            *exitCode = problem->exitCode;
        return problem ? problem->text : QString();
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", in("config"));
        qputenv("XDG_STATE_HOME", in("state"));
        qputenv("XDG_CACHE_HOME", in("cache"));
        for (const char *name :
             {"dotfiles/settings", "state/manometer/events.jsonl", "state/manometer/history/1s",
              "state/manometer/layout", "cache/manometer/store-0.sqlite", "there.csv",
              "described.csv.meta.json", "proc/meminfo", "empty/nothing", "config/manometer/kept"})
            QVERIFY(make(name));
        QVERIFY(QDir().mkpath(QFile::decodeName(in("proc-folder/meminfo"))));
        const auto link = [this](const char *target, const char *name) {
            return QFile::link(QFile::decodeName(in(target)), QFile::decodeName(in(name)));
        };
        QVERIFY(link("dotfiles/settings", "config/manometer/settings.json"));
        QVERIFY(link("state/manometer", "elsewhere"));
        QVERIFY(link("state/manometer/not-there-yet", "dangling.csv"));
        QVERIFY(link("state/manometer/events.jsonl", "linked.csv.meta.json"));
        QVERIFY(link("there.csv", "link-to-there.csv"));
        QCOMPARE(::mkfifo(in("pipe").constData(), 0600), 0);
    }

    void theProgramsOwnFilesAreNeverReplaced_data()
    {
        QTest::addColumn<QByteArray>("file");
        const auto row = [](const char *what, const char *file) { QTest::newRow(what) << QByteArray(file); };
        row("the settings", "@/config/manometer/settings.json");
        row("the target of the settings' link", "@/dotfiles/settings");
        row("a file beside the settings", "@/config/manometer/new.csv");
        row("the events", "@/state/manometer/events.jsonl");
        row("an events file that does not exist yet", "@/state/manometer/events.1.jsonl");
        row("the history", "@/state/manometer/history/1s");
        row("the layout", "@/state/manometer/layout");
        row("the cache", "@/cache/manometer/store-0.sqlite");
        row("the events by another spelling of the path", "@/state/../state/./manometer//events.jsonl");
        row("the events by a link to their folder", "@/elsewhere/events.jsonl");
        row("the events of a simulated machine, which do not exist yet",
            "@/state/manometer-rehearsal/events.jsonl");
        row("the cache of a simulated machine", "@/cache/manometer-rehearsal/x");
        row("a dangling link to an own file", "@/dangling.csv");
        row("the cache that --cache-dir names", "@/other/x.csv");
    }
    void theProgramsOwnFilesAreNeverReplaced()
    {
        QFETCH(QByteArray, file);
        for (const char *option : {"--export-samples", "--screenshot"}) {
            int exitCode = 0;
            const QString problem =
                problemOf({option, file, "--overwrite", "--cache-dir", "@/other"}, &exitCode);
            QVERIFY2(problem.contains(QStringLiteral("own files")), qPrintable(problem));
            QVERIFY(problem.startsWith(QString::fromLatin1(option)));
            QCOMPARE(exitCode, 2);
        }
    }

    void theDescriptionFileNeverReplacesAnOwnFile()
    {
        QVERIFY(problemOf({"--export-samples", "@/linked.csv", "--overwrite"})
                    .contains(QStringLiteral("linked.csv.meta.json is reserved for Manometer's own")));
    }

    void anExistingFileIsReplacedOnlyWithOverwrite_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("the samples") << QByteArray("@/there.csv");
        QTest::newRow("their description") << QByteArray("@/described.csv");
        QTest::newRow("a link to a file") << QByteArray("@/link-to-there.csv");
    }
    void anExistingFileIsReplacedOnlyWithOverwrite()
    {
        QFETCH(QByteArray, file);
        int exitCode = 0;
        if (!file.contains("described")) { // a picture has no description
            QVERIFY(problemOf({"--screenshot", file}, &exitCode).contains(QStringLiteral("--overwrite")));
            QCOMPARE(exitCode, 2);
        }
        QCOMPARE(problemOf({"--screenshot", file, "--overwrite"}), QString());
        QVERIFY(problemOf({"--export-samples", file}, &exitCode).contains(QStringLiteral("--overwrite")));
        QCOMPARE(exitCode, 2);
        QCOMPARE(problemOf({"--export-samples", file, "--overwrite"}), QString());
    }

    void outputsThatReplaceNothingAreAccepted_data()
    {
        QTest::addColumn<QList<QByteArray>>("arguments");
        QTest::newRow("a new file") << QList<QByteArray>{"--export-samples", "@/new.csv"};
        QTest::newRow("a pipe") << QList<QByteArray>{"--export-samples", "@/pipe"};
        QTest::newRow("standard output") << QList<QByteArray>{"--export-samples", "/dev/stdout"};
        QTest::newRow("a device") << QList<QByteArray>{"--export-samples", "/dev/null"};
        QTest::newRow("a folder whose name begins like the state directory's")
            << QList<QByteArray>{"--export-samples", "@/state/manometer-2/x.csv"};
        QTest::newRow("a screenshot beside the samples")
            << QList<QByteArray>{"--screenshot", "@/m.png", "--export-samples", "@/m.csv"};
    }
    void outputsThatReplaceNothingAreAccepted()
    {
        QFETCH(QList<QByteArray>, arguments);
        QCOMPARE(problemOf(arguments), QString());
    }

    void aSimulatedMachineMustExist_data()
    {
        QTest::addColumn<QList<QByteArray>>("arguments");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *what, const QList<QByteArray> &arguments, const char *message) {
            QTest::newRow(what) << arguments << QString::fromLatin1(message);
        };
        row("a folder with meminfo", {"--proc-root", "@/proc"}, "");
        row("both folders", {"--proc-root", "@/proc", "--sys-root", "@/empty"}, "");
        row("the real /proc and /sys", {"--proc-root", "/proc/", "--sys-root", "/sys"}, "");
        row("a missing folder", {"--proc-root", "@/nonexistent"},
            "--proc-root: @/nonexistent cannot be read: No such");
        row("a file", {"--proc-root", "@/there.csv"},
            "--proc-root: @/there.csv cannot be read: Not a directory");
        row("a folder below a file", {"--proc-root", "@/there.csv/proc"}, "cannot be read: Not a directory");
        row("a folder without meminfo", {"--proc-root", "@/empty"},
            "--proc-root: @/empty/meminfo cannot be read: No such");
        row("a missing /sys", {"--sys-root", "@/nonexistent"},
            "--sys-root: @/nonexistent cannot be read: No such");
        row("a file in place of /sys", {"--sys-root", "@/there.csv"},
            "--sys-root: @/there.csv cannot be read: Not a directory");
        row("a relative path", {"--proc-root", "nonexistent"}, "--proc-root: nonexistent cannot be read");
    }
    void aSimulatedMachineMustExist()
    {
        QFETCH(QList<QByteArray>, arguments);
        QFETCH(QString, message);
        int exitCode = 0;
        const QString problem = problemOf(arguments, &exitCode);
        QVERIFY2(message.isEmpty() ? problem.isEmpty()
                                   : problem.contains(message.replace(u'@', m_folder.path())),
                 qPrintable(problem));
        QCOMPARE(exitCode, message.isEmpty() ? 0 : 2);
    }

private:
    test::Folder m_folder;
};

MANOMETER_TEST(Core, TestPlaceChecks)
#include "tst_place_checks.moc"
