// SPDX-License-Identifier: GPL-3.0-or-later
#include "CtlFixture.h"
#include "ctl/CommandTable.h"
#include "ctl/Times.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QTest>

#include <thread>

using namespace manometer;
using test::FakeReply;
using test::FakeRequest;
using test::FakeServer;
using test::httpAnswer;
using test::Ran;
using test::runCtl;

namespace {

const std::string statusBody = R"({"timestamp":null, "pressure_level":"HIGH","system":{"percent":81.20}})"
                               "\n";

using Arguments = std::vector<std::string_view>;

} // namespace

Q_DECLARE_METATYPE(Arguments)

class TestCtlCommands : public QObject
{
    Q_OBJECT
private slots:
    void programsGetTheBodyAsItCame()
    {
        FakeServer server(test::answering({{"GET /api/memory/status", statusBody},
                                           {"GET /api/cache/stats", "{\"hits\": 1.0}\n"},
                                           {"GET /api/memory/history", "{\"samples\": []}\n"},
                                           {"GET /api/processes", "{\"processes\": []}\n"},
                                           {"GET /api/sources", "{\"signals\": []}\n"},
                                           {"GET /api/evidence/hits", "{\"lack\": \"few_requests\"}\n"}}));
        QCOMPARE(runCtl(server, {"status", "--json"}).output, QByteArray::fromStdString(statusBody));
        QCOMPARE(runCtl(server, {"stats", "--json"}).output, QByteArray("{\"hits\": 1.0}\n"));
        QCOMPARE(runCtl(server, {"--json", "history"}).output, QByteArray("{\"samples\": []}\n"));
        QCOMPARE(runCtl(server, {"processes", "-j"}).output, QByteArray("{\"processes\": []}\n"));
        QCOMPARE(runCtl(server, {"sources", "--json"}).output, QByteArray("{\"signals\": []}\n"));
        QCOMPARE(runCtl(server, {"hits", "--json"}).output, QByteArray("{\"lack\": \"few_requests\"}\n"));
    }

    void whatIfSendsTheChangedThresholdsAndTheTime()
    {
        std::string sent;
        FakeServer server([&sent](const FakeRequest &request) {
            if (request.method == "GET")
                return FakeReply{{httpAnswer(200, R"({"high":{"enter_percent":80,"hold_ms":10000}})")}};
            sent = request.body;
            return FakeReply{{httpAnswer(200, "{\"samples\": 0}\n")}};
        });
        const Ran ran = runCtl(server, {"whatif", "--set", "high.enter=75", "--set", "high.hold=20s",
                                        "--from", "@1000", "--to", "@2000"});
        QCOMPARE(ran.exitCode, 0);
        QCOMPARE(QByteArray::fromStdString(sent),
                 QByteArray(R"({"from_unix_ms":1000000,"to_unix_ms":2000000,"settings":{"thresholds":)"
                            R"({"high":{"enter_percent":75,"hold_ms":20000}}}})"));
        QCOMPARE(ran.output, QByteArray("Nothing is recorded of this time.\n"));
    }

    void aNoteIsSentWithItsMoment()
    {
        std::vector<std::string> sent;
        FakeServer server([&sent](const FakeRequest &request) {
            sent.push_back(request.method + ' ' + request.target + ' ' + request.body);
            return FakeReply{{httpAnswer(204, "")}};
        });
        const std::int64_t at = ctl::nowUnixMs() / 1000 - 60;
        const std::string time = '@' + std::to_string(at);
        const Ran ran = runCtl(server, {"note", "C:\\x", "--incident", "--at", time});
        QCOMPARE(ran.exitCode, 0);
        QCOMPARE(ran.output,
                 "Marked an incident at " + QByteArray::fromStdString(ctl::localTime(at * 1000)) + ".\n");
        QCOMPARE(QByteArray::fromStdString(sent.front()),
                 "POST /api/events {\"text\":\"C:\\\\\\\\x\",\"at_unix_ms\":" +
                     QByteArray::number(qint64(at * 1000)) +
                     ",\"incident\":true}"); // a name's byte escape, then JSON's
        QVERIFY(runCtl(server, {"note", "x"}).output.startsWith("Added a note about "));
        QCOMPARE(QByteArray::fromStdString(sent.back()),
                 QByteArray(R"(POST /api/events {"text":"x","incident":false})"));
    }

    void aNoteOfAnotherTimeIsRefused()
    {
        FakeServer server(test::refusing(500, "x"));
        for (const auto &[at, problem] :
             {std::pair{"@0", " is more than a week ago.\n"}, std::pair{"-8d", " is more than a week ago.\n"},
              std::pair{"2099-01-01", "--at: 2099-01-01 00:00:00 is in the future.\n"},
              std::pair{"soon", "'soon' is not a time such as"}}) {
            const Ran ran = runCtl(server, {"note", "x", "--at", at});
            QCOMPARE(ran.exitCode, 2);
            QVERIFY2(ran.errors.contains(problem), ran.errors);
        }
        QCOMPARE(runCtl(server, {"note", ""}).exitCode, 2);
        QCOMPARE(runCtl(server, {"note", " \t"}).exitCode, 2);
        QVERIFY(server.requests().empty());
    }

    void suggestSendsWhatIsToBeKept()
    {
        std::string sent;
        FakeServer server([&sent](const FakeRequest &request) {
            sent = request.body;
            return FakeReply{{httpAnswer(200, "{\"end\": \"nothing_recorded\"}\n")}};
        });
        QCOMPARE(runCtl(server, {"suggest", "--most-criticals=2", "--incident-lead", "1.5",
                                 "--most-hit-points", "0.5"})
                     .exitCode,
                 5);
        QCOMPARE(QByteArray::fromStdString(sent),
                 QByteArray(R"({"most_criticals_per_day":2,"incident_lead_ms":1500,"most_hit_points":0.5})"));
        QCOMPARE(runCtl(server, {"suggest", "--incident-lead=600"}).exitCode, 5);
        QCOMPARE(QByteArray::fromStdString(sent), QByteArray(R"({"incident_lead_ms":600000})"));
    }

    void withoutAChoiceTheExitCodeAndTheErrorsSayIt()
    {
        const std::string body =
            R"({"end":"impossible","drafts":[],"unkept":[{"constraint":"criticals","nearest":3}]})"
            "\n";
        FakeServer server(test::answering({{"POST /api/evidence/suggest", body}}));
        const Ran ran = runCtl(server, {"suggest", "--most-criticals", "0"});
        QCOMPARE(ran.exitCode, 5);
        QCOMPARE(ran.errors,
                 QByteArray("manometerctl: No thresholds keep what is required. --most-criticals: "
                            "CRITICAL begins 3 times a day at least.\n"));
        const Ran json = runCtl(server, {"suggest", "--most-criticals", "0", "--json"});
        QCOMPARE(json.exitCode, 5);
        QCOMPARE(json.output, QByteArray::fromStdString(body));
        FakeServer finding(
            test::answering({{"POST /api/evidence/suggest", R"({"end":"found","drafts":[{}]})"}}));
        QCOMPARE(runCtl(finding, {"suggest", "--most-criticals", "0"}).exitCode, 0);
    }

    void aNumberOutOfRangeIsRefusedByItsOption_data()
    {
        QTest::addColumn<QByteArray>("option");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("problem");
        const auto row = [](const char *option, const char *given, const char *problem) {
            QTest::addRow("%s %s", option, given)
                << QByteArray(option) << QByteArray(given) << QByteArray(problem);
        };
        row("--most-hit-points", "1000", "--most-hit-points needs a number from 0 to 100.");
        row("--most-hit-points", "-0.5", "--most-hit-points needs a number from 0 to 100.");
        row("--most-hit-points", "0,5",
            "--most-hit-points needs a number, not '0,5'. Decimals are written with "
            "a point: 0.5.");
        row("--most-criticals", "2000000", "--most-criticals needs a number from 0 to 1000000.");
        row("--incident-lead", "100000", "--incident-lead needs a number from 0 to 86400.");
        row("--incident-lead", "60s", "--incident-lead needs a number, not '60s'.");
    }

    void aNumberOutOfRangeIsRefusedByItsOption()
    {
        QFETCH(QByteArray, option);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, problem);
        FakeServer server(test::refusing(500, "x"));
        const Ran ran = runCtl(server, {"suggest", option.constData(), value.constData()});
        QCOMPARE(ran.exitCode, 2);
        QVERIFY2(ran.errors.startsWith("manometerctl: " + problem + '\n'), ran.errors);
        QVERIFY(server.requests().empty());
    }

    void questionsThatAreIncompleteAreWrongUsage_data()
    {
        QTest::addColumn<Arguments>("arguments");
        QTest::newRow("no change") << Arguments{"whatif"};
        QTest::newRow("no such threshold") << Arguments{"whatif", "--set", "highest.enter=1"};
        QTest::newRow("no number") << Arguments{"whatif", "--set", "high.enter=x"};
        QTest::newRow("no length") << Arguments{"whatif", "--set", "high.enter=75", "--last", "long"};
        QTest::newRow("a length of 0") << Arguments{"suggest", "--most-criticals", "2", "--last", "0s"};
        QTest::newRow("a reversed range")
            << Arguments{"whatif", "--set", "high.enter=75", "--from", "@2000", "--to", "@1000"};
        QTest::newRow("two times") << Arguments{"whatif", "--set", "high.enter=75", "--last", "2h",
                                                "--to",   "now"};
        QTest::newRow("nothing to keep") << Arguments{"suggest"};
        QTest::newRow("below zero") << Arguments{"suggest", "--most-criticals", "-1"};
    }

    void questionsThatAreIncompleteAreWrongUsage()
    {
        QFETCH(Arguments, arguments);
        FakeServer server(test::answering({{"GET /api/thresholds", R"({"high":{"enter_percent":80}})"}}));
        const Ran ran = runCtl(server, arguments);
        QCOMPARE(ran.exitCode, 2);
        QVERIFY(ran.errors.contains("--help"));
    }

    void peopleGetText()
    {
        FakeServer server(test::answering({{"GET /api/memory/status", statusBody}}));
        const Ran ran = runCtl(server, {"status"});
        QCOMPARE(ran.exitCode, 0);
        QCOMPARE(ran.errors, QByteArray());
        QVERIFY2(ran.output.startsWith("Level      HIGH\n"), ran.output);
    }

    void aTerminalGetsNoControlCharacters()
    {
        FakeServer server(
            test::answering({{"GET /api/memory/status", "{\"pressure_level\":\"\x1b[2J\u009b\"}\n"}}));
        for (const Arguments &arguments : {Arguments{"status"}, Arguments{"status", "--json"}}) {
            const test::Terminal terminal;
            auto surroundings = test::surroundingsOf(server);
            surroundings.output = surroundings.errors = terminal.descriptor();
            ctl::run(arguments, surroundings);
            const QByteArray shown = terminal.shown();
            QVERIFY(!shown.isEmpty());
            QVERIFY2(!shown.contains('\x1b') && !shown.contains("\u009b"), shown);
        }
    }

    void theLevelCanBeTheExitCode_data()
    {
        QTest::addColumn<QByteArray>("level");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("NORMAL") << QByteArray("NORMAL") << 10;
        QTest::newRow("ELEVATED") << QByteArray("ELEVATED") << 11;
        QTest::newRow("HIGH") << QByteArray("HIGH") << 12;
        QTest::newRow("CRITICAL") << QByteArray("CRITICAL") << 13;
        QTest::newRow("another word") << QByteArray("FINE") << 4;
    }
    void theLevelCanBeTheExitCode()
    {
        QFETCH(QByteArray, level);
        QFETCH(int, exitCode);
        FakeServer server(test::answering(
            {{"GET /api/memory/status", "{\"pressure_level\":\"" + level.toStdString() + "\"}\n"}}));
        QCOMPARE(runCtl(server, {"status", "--exit-level"}).exitCode, exitCode);
        const Ran ran = runCtl(server, {"status", "--exit-level", "--json"});
        QCOMPARE(ran.exitCode, exitCode);
        QVERIFY(ran.output.startsWith("{"));
    }

    void aRangeOfTheHistoryIsAskedFor()
    {
        FakeServer server(test::refusing(404, "not_found"));
        runCtl(server, {"history", "--limit", "5"});
        runCtl(server, {"history", "--from=@1000", "--to", "@2000.5"});
        QCOMPARE(server.asked(),
                 (std::vector<std::string>{
                     "GET /api/memory/history?limit=5",
                     "GET /api/memory/history?limit=100000&from_unix_ms=1000000&to_unix_ms=2000500"}));
    }

    void refusalsHaveExitCodes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("not cached") << 404 << QByteArray("not_cached") << 1;
        QTest::newRow("no file") << 404 << QByteArray("no_file") << 1;
        QTest::newRow("unauthorized") << 401 << QByteArray("unauthorized") << 4;
        QTest::newRow("an error of the server") << 500 << QByteArray("x") << 4;
        QTest::newRow("a program that hangs") << 503 << QByteArray("hung") << 4;
        QTest::newRow("critical memory") << 503 << QByteArray("memory_critical") << 75;
        QTest::newRow("a busy server") << 503 << QByteArray("busy") << 75;
        QTest::newRow("not found, as another status") << 410 << QByteArray("not_cached") << 4;
    }
    void refusalsHaveExitCodes()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, reason);
        QFETCH(int, exitCode);
        FakeServer server(test::refusing(status, reason.toStdString()));
        const Ran ran = runCtl(server, {"rm", "/x"});
        QCOMPARE(ran.exitCode, exitCode);
        QCOMPARE(ran.errors, "manometerctl: /x: A detail. (" + reason + ")\n");
        QCOMPARE(ran.output, QByteArray());
    }

    void aRefusalNamesTheTimeToTryAgain()
    {
        FakeServer server([](const FakeRequest &) {
            return FakeReply{
                .pieces = {test::problemAnswer(503, "busy", "Bu\\u001bsy", "Retry-After: 90\r\n")}};
        });
        QCOMPARE(runCtl(server, {"stats"}).errors,
                 QByteArray("manometerctl: Bu\\x1Bsy. (busy) Try again in 1 min 30 s.\n"));
    }

    void withoutAnInstanceTheExitCodeIsThree()
    {
        const test::Folder runtime;
        ctl::Surroundings surroundings;
        surroundings.search.runtimeDirectory = runtime.path().toStdString();
        const Ran nothing = runCtl(surroundings, {"status"});
        QCOMPARE(nothing.exitCode, 3);
        QVERIFY2(nothing.errors.startsWith("manometerctl: No Manometer is running: "), nothing.errors);
        QVERIFY2(nothing.errors.endsWith(" Start manometer or manometerd.\n"), nothing.errors);
        surroundings.search.address = "unix:/nowhere/api.sock";
        QCOMPARE(runCtl(surroundings, {"status"}).exitCode, 3);
    }

    void theInstanceIsFoundByItsFile()
    {
        FakeServer server(test::answering({{"GET /api/memory/status", statusBody}}));
        const test::Folder runtime;
        QVERIFY(QDir(runtime.path()).mkdir(QStringLiteral("manometer")));
        QVERIFY(
            test::writeFile(QFile::encodeName(runtime.filePath(QStringLiteral("manometer/instance.json"))),
                            "{\"socket\":\"" + QByteArray::fromStdString(server.path()) + "\"}", 0600));
        ctl::Surroundings surroundings;
        surroundings.search.runtimeDirectory = runtime.path().toStdString();
        QCOMPARE(runCtl(surroundings, {"status", "--json"}).output, QByteArray::fromStdString(statusBody));
        QCOMPARE(runCtl(surroundings, {"status", "--rehearsal"}).exitCode, 3);
    }

    void anAddressCanBeNamed()
    {
        FakeServer server(test::answering({{"GET /api/memory/status", statusBody}}), FakeServer::Kind::Tcp);
        const std::string address = "http://127.0.0.1:" + std::to_string(server.port());
        const std::string token = server.folder() + "/token";
        QVERIFY(test::writeFile(QByteArray::fromStdString(token), QByteArray(64, 'a') + '\n'));
        QCOMPARE(
            runCtl(ctl::Surroundings(), {"status", "--connect", address, "--token-file", token}).exitCode, 0);
        const Ran wrong = runCtl(ctl::Surroundings(), {"status", "--connect", "http://example.org:80"});
        QCOMPARE(wrong.exitCode, 2);
        QVERIFY2(wrong.errors.contains("the host must be 127.0.0.1"), wrong.errors);
    }

    void aTokenFileThatCannotBeUsedIsNamed()
    {
        FakeServer server(test::answering({{"GET /api/memory/status", statusBody}}), FakeServer::Kind::Tcp);
        const std::string address = "http://127.0.0.1:" + std::to_string(server.port());
        const Ran missing =
            runCtl(ctl::Surroundings(), {"status", "--connect", address, "--token-file", "/nope"});
        QCOMPARE(missing.exitCode, 2);
        QCOMPARE(missing.errors,
                 QByteArray("manometerctl: The token file /nope cannot be read: No such file or directory.\n"
                            "'manometerctl status --help' shows the usage.\n"));
        const Ran none = runCtl(ctl::Surroundings(), {"status", "--connect", address});
        QCOMPARE(none.exitCode, 2);
        QVERIFY2(none.errors.startsWith("manometerctl: An address with http:// needs --token-file FILE.\n"),
                 none.errors);
        QVERIFY(server.requests().empty());
    }

    void aServerThatHangsIsLeft()
    {
        FakeServer server([](const FakeRequest &) { return FakeReply{.after = FakeReply::After::Hang}; });
        const Ran ran = runCtl(server, {"status", "--timeout=0.1"});
        QCOMPARE(ran.exitCode, 4);
        QCOMPARE(ran.errors, QByteArray("manometerctl: The server did not answer in time.\n"));
    }

    void anAnswerThatIsNoJsonIsAnError()
    {
        FakeServer server(
            test::answering({{"GET /api/memory/status", "hello\x1b"}, {"GET /api/events?limit=20", "[]"}}));
        QCOMPARE(runCtl(server, {"status"}).exitCode, 4);
        QCOMPARE(runCtl(server, {"events"}).exitCode, 4);
    }

    void eventsHaveTheCostsOfCutsWithOneMoreQuestion()
    {
        const auto cut = [](int action) {
            return R"({"unix_ms":0,"kind":"limit","cause":"pressure","run":"1f","action":)" +
                   std::to_string(action) + '}';
        };
        FakeServer server(test::answering(
            {{"GET /api/events?limit=20",
              R"({"events":[{"unix_ms":0,"kind":"source","run":"1f"},)" + cut(1) + ',' + cut(2) + "]}"},
             {"GET /api/cache/stats",
              R"({"pressure_lost":{"run":"1f","cuts":[{"action":2,"disk_reads":3,"file_reads":0}]}})"}}));
        const Ran ran = runCtl(server, {"events"});
        QCOMPARE(ran.exitCode, 0);
        QCOMPARE(ran.output.count("cost so far"), 1);
        QVERIFY2(ran.output.endsWith("; cost so far: 3 disk reads\n"), ran.output);
        QCOMPARE(server.requests().size(), std::size_t(2));
    }

    void eventsWithoutStatisticsAreShownAllTheSame()
    {
        FakeServer server(test::answering(
            {{"GET /api/events?limit=20",
              R"({"events":[{"unix_ms":0,"kind":"limit","cause":"pressure","run":"1f","action":1}]})"}}));
        const Ran ran = runCtl(server, {"events"});
        QCOMPARE(ran.exitCode, 0);
        QVERIFY2(ran.output.contains("limit "), ran.output);
    }

    void usageErrorsExitWithTwo_data()
    {
        QTest::addColumn<Arguments>("arguments");
        QTest::newRow("no command") << Arguments{};
        QTest::newRow("an unknown command") << Arguments{"plant"};
        QTest::newRow("an unknown option") << Arguments{"status", "--colour"};
        QTest::newRow("a limit of zero") << Arguments{"history", "--limit", "0"};
        QTest::newRow("a limit with a fraction") << Arguments{"history", "--limit", "1.5"};
        QTest::newRow("a time that is none") << Arguments{"history", "--from", "soon"};
        QTest::newRow("too many events") << Arguments{"events", "--limit=1001"};
        QTest::newRow("a range of entries") << Arguments{"export", "entries", "--from=-1h"};
        QTest::newRow("an unknown export") << Arguments{"export", "everything"};
        QTest::newRow("two kinds of scan") << Arguments{"scan", "/x", "--cancel"};
        QTest::newRow("two kinds of output") << Arguments{"get", "/x", "--json", "--value"};
        QTest::newRow("an interval of nothing") << Arguments{"status", "--watch=0"};
        QTest::newRow("clear without a terminal") << Arguments{"clear"};
        QTest::newRow("a timeout of nothing") << Arguments{"status", "--timeout", "0"};
        QTest::newRow("a timeout in the past") << Arguments{"status", "--timeout=-1"};
        QTest::newRow("two formats") << Arguments{"export", "events", "--json", "--format", "csv"};
        QTest::newRow("TCP without a token") << Arguments{"status", "--connect=http://127.0.0.1:1"};
    }
    void usageErrorsExitWithTwo()
    {
        QFETCH(Arguments, arguments);
        FakeServer server(test::refusing(500, "x"));
        const Ran ran = runCtl(server, arguments);
        QCOMPARE(ran.exitCode, 2);
        QVERIFY2(ran.errors.startsWith("manometerctl: "), ran.errors);
        QVERIFY2(ran.errors.contains("--help' shows the usage."), ran.errors);
        QCOMPARE(ran.output, QByteArray());
        QVERIFY(server.requests().empty());
    }

    void aUsageErrorNamesTheHelpOfItsCommand_data()
    {
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QByteArray>("help");
        QTest::newRow("no command") << Arguments{} << QByteArray("manometerctl --help");
        QTest::newRow("an unknown command") << Arguments{"plant"} << QByteArray("manometerctl --help");
        QTest::newRow("an unknown option before the command")
            << Arguments{"--colour", "status"} << QByteArray("manometerctl --help");
        QTest::newRow("an unknown option")
            << Arguments{"status", "--colour"} << QByteArray("manometerctl status --help");
        QTest::newRow("behind options with values")
            << Arguments{"--timeout", "5", "--connect", "unix:/x", "get"}
            << QByteArray("manometerctl get --help");
        QTest::newRow("too many operands")
            << Arguments{"stats", "x"} << QByteArray("manometerctl stats --help");
        QTest::newRow("a wrong address")
            << Arguments{"status", "--connect", "x"} << QByteArray("manometerctl status --help");
        QTest::newRow("a wrong value")
            << Arguments{"events", "--limit=1001"} << QByteArray("manometerctl events --help");
    }
    void aUsageErrorNamesTheHelpOfItsCommand()
    {
        QFETCH(Arguments, arguments);
        QFETCH(QByteArray, help);
        FakeServer server(test::refusing(500, "x"));
        const Ran ran = runCtl(server, arguments);
        QCOMPARE(ran.exitCode, 2);
        QVERIFY2(ran.errors.endsWith("\n'" + help + "' shows the usage.\n"), ran.errors);
    }

    void helpAndVersionNeedNoInstance()
    {
        const Ran version = runCtl(ctl::Surroundings{.version = "1.2.3"}, {"--version"});
        QCOMPARE(version.output, QByteArray("manometerctl 1.2.3\n"));
        QCOMPARE(version.exitCode, 0);
        QVERIFY(runCtl(ctl::Surroundings(), {"--help"}).output.startsWith("Usage: manometerctl COMMAND"));
        for (const options::Command &command : ctl::program().commands) {
            const Ran ran = runCtl(ctl::Surroundings(), {command.name, "--help"});
            QCOMPARE(ran.exitCode, 0);
            QVERIFY(ran.output.startsWith("Usage: manometerctl " +
                                          QByteArray(command.name.data(), qsizetype(command.name.size()))));
        }
    }

    void everyCommandOfTheTableRuns()
    {
        FakeServer server(test::refusing(500, "x"));
        for (const options::Command &command : ctl::program().commands) {
            Arguments arguments{command.name};
            if (command.operands.least > 0)
                arguments.push_back(command.operands.words.empty() ? "/x" : command.operands.words[0].word);
            if (command.name == "clear")
                arguments.push_back("--yes");
            if (command.name == "whatif")
                arguments.push_back("--set=high.enter=75");
            if (command.name == "suggest")
                arguments.push_back("--most-criticals=2");
            if (command.name == "rehearse")
                arguments.push_back("ramp");
            const std::size_t before = server.requests().size();
            const Ran ran = runCtl(server, arguments, "{}");
            QVERIFY2(ran.exitCode == 4, command.name.data());
            QVERIFY2(server.requests().size() > before, command.name.data());
        }
    }

    void aFullDiskIsSaid()
    {
        const test::Descriptor full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
        if (full.number() < 0)
            QSKIP("/dev/full is missing");
        FakeServer server(test::answering({{"GET /api/memory/status", statusBody}}));
        const test::MemoryFile errors;
        auto surroundings = test::surroundingsOf(server);
        surroundings.output = full.number();
        surroundings.errors = errors.descriptor();
        const Arguments arguments{"status"};
        QCOMPARE(ctl::run(arguments, surroundings), 74);
        QVERIFY2(errors.contents().startsWith("manometerctl: The output cannot be written: "),
                 errors.contents());
    }

    void statusIsRepeatedUntilTheReaderIsGone()
    {
        FakeServer server(test::answering({{"GET /api/memory/status", statusBody}}));
        std::array<int, 2> ends{};
        QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
        const test::Descriptor writer(ends[1]);
        const test::MemoryFile errors;
        auto surroundings = test::surroundingsOf(server);
        surroundings.output = writer.number();
        surroundings.errors = errors.descriptor();
        std::string read;
        std::thread reader([&read, end = ends[0]] { // leaves after three answers
            std::array<char, 256> piece{};
            while (std::count(read.begin(), read.end(), '\n') < 3) {
                const ssize_t got = ::read(end, piece.data(), piece.size());
                if (got <= 0)
                    break;
                read.append(piece.data(), std::size_t(got));
            }
            ::close(end);
        });
        const Arguments arguments{"status", "--json", "--watch", "0.1"};
        QCOMPARE(ctl::run(arguments, surroundings), 0);
        reader.join();
        QCOMPARE(QByteArray::fromStdString(read.substr(0, statusBody.size())),
                 QByteArray::fromStdString(statusBody));
        QCOMPARE(errors.contents(), QByteArray());
        QVERIFY(server.requests().size() >= 3);
    }
};

MANOMETER_TEST(None, TestCtlCommands)
#include "tst_ctl_commands.moc"
