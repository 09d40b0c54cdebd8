// SPDX-License-Identifier: GPL-3.0-or-later
#include "CtlFixture.h"
#include "ctl/Json.h"
#include "json/Value.h"
#include "pressure/control/Control.h"
#include "pressure/control/ControlNumbers.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <csignal>
#include <functional>
#include <pthread.h>

using namespace manometer;
using test::FakeServer;
using test::Ran;
using test::runCtl;

namespace {

// GET /api/settings, with the defaults.
std::string settingsAnswer()
{
    const pressure::ControlConfig config;
    std::string text = R"({"thresholds":{)";
    for (const pressure::Level level : pressure::levelsWithThreshold) {
        const pressure::Threshold &threshold = config.thresholds.of(level);
        const char *key = level == pressure::Level::Elevated ? "elevated"
                          : level == pressure::Level::High   ? "high"
                                                             : "critical";
        text += std::string(level == pressure::Level::Elevated ? "" : ",") + '"' + key +
                R"(":{"enter_percent":)" + std::to_string(threshold.enterPercent) + R"(,"leave_percent":)" +
                std::to_string(threshold.leavePercent) + R"(,"hold_ms":)" +
                std::to_string(threshold.hold.count()) + R"(,"target_percent":)" +
                std::to_string(threshold.targetPercent) + '}';
    }
    text += R"(},"control":{"basis":"auto")";
    for (const pressure::ControlNumber &number : pressure::controlNumbers())
        text += ",\"" + std::string(number.key) + "\":" + std::to_string(number.get(config.tuning));
    return text + R"(},"limits":{"memory_entries":500,"memory_bytes":67108864,"disk_bytes":1,)"
                  R"("expiry_s":null,"adapting":true},"preset":"default"})";
}

FakeServer::Handler server(const std::string &settings = settingsAnswer())
{
    return test::answering({{"GET /api/settings", settings}});
}

// An instance whose rehearsal ends by itself after some status requests, or when it is stopped.
struct RehearsingInstance
{
    explicit RehearsingInstance(int polls, const std::string &end = "played")
        : pollsLeft(polls)
        , outcome(end)
    {}
    test::FakeReply answer(const test::FakeRequest &request)
    {
        const std::string asked = request.method + ' ' + request.target;
        if (asked == "GET /api/settings")
            return ok(settingsAnswer());
        if (asked == "GET /api/cache/stats")
            return ok(R"({"memory_cache_size":480,"memory_bytes":100000})");
        if (asked == "GET /api/events?limit=1")
            return ok(R"({"events":[],"last_position":41})");
        if (asked == "POST /api/rehearsal")
            return ok(R"({"id":7})");
        if (asked == "DELETE /api/rehearsal") {
            if (refusesStop)
                return {.pieces = {test::problemAnswer(409, "conflict", "no rehearsal runs on this cache")}};
            outcome = "stopped";
            pollsLeft = 0;
            return {.pieces = {test::httpAnswer(204, "")}};
        }
        if (asked == "GET /api/monitor" && pollsLeft-- > 0) {
            onPoll();
            return ok(
                R"({"rehearsal":{"id":7,"curve":"ramp","percent":91.2,"level":"HIGH","played_ms":80000,)"
                R"("length_ms":120000,"evicted_entries":230}})");
        }
        if (asked == "GET /api/monitor")
            return ok(R"({"rehearsal":)" + following + '}');
        if (asked == "GET /api/events?after=41")
            return ok(R"({"events":[{"kind":"rehearsal","outcome":"stopped","rehearsal":6},)"
                      R"({"kind":"rehearsal","outcome":"began","rehearsal":7}],"last_position":43})");
        if (asked == "GET /api/events?after=43")
            return ok(R"({"events":[{"kind":"rehearsal","rehearsal":7,"outcome":")" + outcome +
                      R"(","curve":"ramp","duration_ms":120000,"evicted_entries":430,"evicted_bytes":86016,)"
                      R"("limit_entries":500},{"kind":"rehearsal","outcome":"began","rehearsal":8}],)"
                      R"("last_position":45})");
        return {.pieces = {test::problemAnswer(404, "not_found", "There is no such route.")}};
    }
    static test::FakeReply ok(const std::string &body) { return {.pieces = {test::httpAnswer(200, body)}}; }

    std::atomic<int> pollsLeft;
    std::string outcome;            // read and written in the server's thread
    std::string following = "null"; // the status once it has ended
    bool refusesStop = false;
    std::function<void()> onPoll = [] {};
    // Last: its thread uses the others.
    FakeServer server{[this](const test::FakeRequest &request) { return answer(request); }};

    int count(const std::string &method) const
    {
        int found = 0;
        for (const test::FakeRequest &request : server.requests())
            found += request.method == method && request.target == "/api/rehearsal";
        return found;
    }
};

struct Row
{
    double seconds = 0;
    QString level;
    QString limit;
    QString reason;
};

// The rows of the table that have a level.
QList<Row> levelsIn(const QByteArray &output)
{
    static const QRegularExpression pattern(
        QStringLiteral("^ *0:(\\d\\d):(\\d\\d\\.\\d) +[\\d.]+ %  ([A-Z]+) +(\\d+ -> \\d+)?  (.*)$"));
    QList<Row> rows;
    for (const QString &line : QString::fromUtf8(output).split(QLatin1Char('\n')))
        if (const auto match = pattern.match(line); match.hasMatch())
            rows += {match.captured(1).toDouble() * 60 + match.captured(2).toDouble(), match.captured(3),
                     match.captured(4), match.captured(5)};
    return rows;
}

} // namespace

class TestCtlRehearse : public QObject
{
    Q_OBJECT
private slots:
    // By hand: the ramp rises by 1.14 points a second from 40 % at second 10, and falls by 5.7 a second from
    // 97 % at second 65: under 85 % at 67.1 s. Each level is held for 10 s; a second later at most a sample
    // of CRITICAL is taken.
    void theTableHasTheLevelsOfTheRamp()
    {
        FakeServer fake(server());
        const Ran ran = runCtl(fake, {"rehearse", "ramp"});
        QCOMPARE(ran.errors, QByteArray());
        QCOMPARE(ran.exitCode, 0);
        const QList<Row> rows = levelsIn(ran.output);
        const QList<Row> expected{
            {27.5, QStringLiteral("ELEVATED"), QStringLiteral("500 -> 375"),
             QStringLiteral("two samples reached 60 %")},
            {45.1, QStringLiteral("HIGH"), QStringLiteral("375 -> 250"),
             QStringLiteral("two samples reached 80 %")},
            {53.9, QStringLiteral("CRITICAL"), QStringLiteral("250 -> 50"),
             QStringLiteral("one sample above 90 %")},
            {77.1, QStringLiteral("HIGH"), {}, QStringLiteral("below 85 % for 10 s")},
            {87.1, QStringLiteral("ELEVATED"), {}, QStringLiteral("below 75 % for 10 s")},
            {97.1, QStringLiteral("NORMAL"), {}, QStringLiteral("below 55 % for 10 s")}};
        QVERIFY2(rows.size() == expected.size(), ran.output);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows[i].level, expected[i].level);
            QVERIFY2(rows[i].reason.startsWith(expected[i].reason), ran.output);
            const double most = i < 3 ? 0.2 : 1.0 + double(i - 3);
            QVERIFY2(rows[i].seconds >= expected[i].seconds - 0.1 &&
                         rows[i].seconds <= expected[i].seconds + most,
                     ran.output);
            if (!expected[i].limit.isEmpty())
                QCOMPARE(rows[i].limit, expected[i].limit);
        }
        QVERIFY2(ran.output.contains("3 cuts, 18 steps of growth; at least 50 of 500 entries"), ran.output);
        QVERIFY2(ran.output.contains("NORMAL, limit 500"), ran.output);
    }

    void nothingIsChanged()
    {
        FakeServer fake(server());
        QCOMPARE(runCtl(fake, {"rehearse", "burst"}).exitCode, 0);
        QCOMPARE(int(fake.requests().size()), 1);
        QCOMPARE(fake.requests().front().method, std::string("GET"));
    }

    void programsGetTheSameAsJson()
    {
        FakeServer fake(server());
        const auto answer =
            json::Value::parse(runCtl(fake, {"rehearse", "ramp", "--json"}).output.toStdString());
        QVERIFY(answer);
        QCOMPARE(ctl::textAt(*answer, "curve"), std::string("ramp"));
        QCOMPARE(ctl::numberAt(*answer, "duration_s"), 120.0);
        QCOMPARE(ctl::countAt(*answer, "cuts"), 3u);
        QCOMPARE(ctl::countAt(*answer, "limit_least_entries"), 50u);
        const json::Value &first = answer->find("changes")->items().front();
        QCOMPARE(ctl::textAt(first, "level"), std::string("ELEVATED"));
        QCOMPARE(ctl::countAt(first, "limit_entries"), 375u);
        double sum = 0;
        for (const json::Value &level : answer->find("levels")->items())
            sum += ctl::numberAt(level, "duration_s").value_or(0);
        QVERIFY(std::abs(sum - 120) < 0.01);
    }

    void aFileIsPlayed()
    {
        const test::Folder folder;
        const QByteArray file = folder.path().toUtf8() + "/day.csv";
        QVERIFY(test::writeFile(file, "elapsed_s,system_used_percent\n0,50\n100,50\n100,70\n200,70\n"));
        FakeServer fake(server());
        const Ran ran =
            runCtl(fake, {"rehearse", std::string_view(file.constData(), std::size_t(file.size()))});
        const QList<Row> rows = levelsIn(ran.output);
        QCOMPARE(rows.size(), 1);
        QVERIFY2(rows.front().seconds >= 100 && rows.front().seconds < 101.1, ran.output);
        QVERIFY2(ran.output.contains("ELEVATED, limit 375"), ran.output);
    }

    void aCurveWithoutAChangeSaysSo()
    {
        const test::Folder folder;
        const QByteArray file = folder.path().toUtf8() + "/calm.csv";
        QVERIFY(test::writeFile(file, "0,50\n60,51\n"));
        FakeServer fake(server());
        const Ran ran =
            runCtl(fake, {"rehearse", std::string_view(file.constData(), std::size_t(file.size()))});
        QVERIFY2(ran.output.startsWith("Nothing changes."), ran.output);
    }

    void aDraftIsRehearsed()
    {
        FakeServer fake(server());
        const Ran ran = runCtl(fake, {"rehearse", "ramp", "--set", "high.enter=75"});
        QVERIFY2(ran.output.contains("two samples reached 75 %"), ran.output);
        const Ran wrong = runCtl(fake, {"rehearse", "ramp", "--set", "high.enter=95"});
        QCOMPARE(wrong.exitCode, 2);
        QVERIFY2(wrong.errors.contains("HIGH begins at 95 %, but CRITICAL at 90 %"), wrong.errors);
    }

    void onTheCacheItIsFollowedToItsEnd()
    {
        RehearsingInstance instance(2);
        const Ran ran =
            runCtl(instance.server, {"rehearse", "ramp", "--on-cache", "--yes", "--speed", "2.5"});
        QCOMPARE(ran.errors, QByteArray());
        QCOMPARE(ran.output,
                 QByteArray("The rehearsal ended after 2 min, the whole curve was played; its cuts "
                            "evicted 430 entries, 84.0 KiB; the limit is 500 entries again.\n"));
        QCOMPARE(ran.exitCode, 0);
        QCOMPARE(instance.count("POST"), 1);
        QCOMPARE(instance.count("DELETE"), 0);
        for (const test::FakeRequest &request : instance.server.requests())
            if (request.method == "POST")
                QCOMPARE(request.body, std::string(R"({"curve":"ramp","speed":2.5})"));
    }

    void onTheCacheATerminalIsAsked_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<int>("begun");
        QTest::newRow("yes") << QByteArray("y\n") << 1;
        QTest::newRow("no") << QByteArray("n\n") << 0;
        QTest::newRow("nothing") << QByteArray("\n") << 0;
    }
    void onTheCacheATerminalIsAsked()
    {
        QFETCH(const QByteArray, typed);
        QFETCH(const int, begun);
        RehearsingInstance instance(1);
        const test::Terminal terminal;
        terminal.type({typed.constData(), std::size_t(typed.size())});
        const test::MemoryFile out;
        const test::MemoryFile errors;
        auto surroundings = test::surroundingsOf(instance.server);
        surroundings.input = terminal.descriptor();
        surroundings.output = out.descriptor();
        surroundings.errors = errors.descriptor();
        const std::vector<std::string_view> arguments{"rehearse", "--on-cache", "ramp"};
        QCOMPARE(ctl::run(arguments, surroundings), 0);
        // The curve reaches CRITICAL, where 50 of the 480 entries stay.
        QVERIFY2(errors.contents().startsWith(
                     "This cache will be cut as if memory ran short (ramp, 2 min): of its present "
                     "entries, up to 430 are evicted, and come back only as their files are asked for "
                     "again. Ctrl+C ends it; the limit is restored at the end. Continue? [y/N] "),
                 errors.contents());
        QCOMPARE(instance.count("POST"), begun);
        QCOMPARE(out.contents().isEmpty(), begun == 0);
    }

    void onTheCacheATerminalSeesTheProgress()
    {
        RehearsingInstance instance(2);
        const test::Terminal terminal;
        const test::MemoryFile out;
        auto surroundings = test::surroundingsOf(instance.server);
        surroundings.output = out.descriptor();
        surroundings.errors = terminal.descriptor();
        const std::vector<std::string_view> arguments{"rehearse", "ramp", "--on-cache", "--yes"};
        QCOMPARE(ctl::run(arguments, surroundings), 0);
        const QByteArray shown = terminal.shown();
        QVERIFY2(
            shown.contains("ramp: plays 91.2 % of memory, HIGH, its cuts evicted 230 entries, 40 s left"),
            shown);
    }

    void anInterruptStopsItAndTheLimitIsRestored()
    {
        RehearsingInstance instance(1000);
        const pthread_t thread = ::pthread_self();
        instance.onPoll = [thread] { ::pthread_kill(thread, SIGINT); };
        const Ran ran = runCtl(instance.server, {"rehearse", "ramp", "--on-cache", "--yes"});
        QCOMPARE(instance.count("DELETE"), 1);
        QCOMPARE(ran.exitCode, 130); // as a shell reports of the other commands
        QVERIFY2(ran.output.contains("it was stopped; its cuts evicted 430 entries"), ran.output);
    }

    // Another front-end's has ended before it, and one begins as soon as it has ended.
    void onTheCacheOthersAreNotTakenForIt()
    {
        RehearsingInstance instance(2, "critical");
        instance.following = R"({"id":8,"curve":"burst","played_ms":0,"length_ms":60000})";
        const Ran ran = runCtl(instance.server, {"rehearse", "ramp", "--on-cache", "--yes"});
        QCOMPARE(ran.exitCode, 75);
        QVERIFY2(ran.output.contains("the machine itself reached CRITICAL; its cuts evicted 430"),
                 ran.output);
    }

    void oneThatWasBegunElsewhereIsStopped()
    {
        RehearsingInstance instance(1);
        const Ran ran = runCtl(instance.server, {"rehearse", "--stop"});
        QCOMPARE(ran.errors, QByteArray());
        QCOMPARE(ran.exitCode, 0);
        QCOMPARE(instance.count("DELETE"), 1);
        QCOMPARE(instance.count("POST"), 0);
        QVERIFY2(ran.output.startsWith("The rehearsal ended after 2 min, it was stopped; "), ran.output);
    }

    void withoutARehearsalNothingIsStopped_data()
    {
        QTest::addColumn<int>("polls");
        QTest::addColumn<int>("stops");
        QTest::newRow("none runs") << 0 << 0;
        QTest::newRow("it ends meanwhile") << 1 << 1;
    }
    void withoutARehearsalNothingIsStopped()
    {
        QFETCH(const int, polls);
        QFETCH(const int, stops);
        RehearsingInstance instance(polls);
        instance.refusesStop = true;
        const Ran ran = runCtl(instance.server, {"rehearse", "--stop"});
        QCOMPARE(ran.exitCode, 4);
        QCOMPARE(ran.errors, QByteArray("manometerctl: No rehearsal runs on this cache.\n"));
        QCOMPARE(instance.count("DELETE"), stops);
    }

    void criticalOfTheMachineIsAnotherExitCode()
    {
        RehearsingInstance instance(1, "critical");
        const Ran ran = runCtl(instance.server, {"rehearse", "ramp", "--on-cache", "--yes", "--json"});
        QCOMPARE(ran.exitCode, 75);
        const auto event = json::Value::parse(ran.output.toStdString());
        QVERIFY(event);
        QCOMPARE(ctl::countAt(*event, "evicted_entries"), std::uint64_t(430));
    }

    void aRefusedRehearsalOnTheCacheSaysWhy()
    {
        FakeServer fake([](const test::FakeRequest &request) {
            return request.method == "POST"
                       ? test::FakeReply{.pieces = {test::problemAnswer(409, "conflict", "it runs already")}}
                       : RehearsingInstance::ok(R"({"events":[],"last_position":41})");
        });
        const Ran ran = runCtl(fake, {"rehearse", "ramp", "--on-cache", "--yes"});
        QCOMPARE(ran.exitCode, 4);
        QVERIFY2(ran.errors.contains("rehearse: it runs already"), ran.errors);
    }

    void whatIsWrongOnTheCacheIsAUsageError_data()
    {
        QTest::addColumn<QByteArrayList>("arguments");
        QTest::addColumn<QByteArray>("problem");
        const auto row = [](const char *what, const QByteArrayList &arguments, const char *problem) {
            QTest::newRow(what) << arguments << QByteArray(problem);
        };
        row("no terminal", {"ramp", "--on-cache"}, "needs --yes");
        row("a file", {"/tmp/day.csv", "--on-cache", "--yes"}, "one of ramp, burst");
        row("too fast", {"ramp", "--on-cache", "--yes", "--speed", "101"}, "--speed needs a number");
        row("no number", {"ramp", "--on-cache", "--yes", "--speed", "fast"}, "--speed needs a number");
        row("a draft", {"ramp", "--on-cache", "--yes", "--set", "high.enter=75"}, "leave out --set");
        row("a curve to stop", {"ramp", "--stop"}, "--stop takes no curve");
        row("a question to stop", {"--stop", "--yes"}, "no other option");
        row("no curve", {"--on-cache"}, "needs CURVE");
        row("a speed of a dry one", {"ramp", "--speed", "2"}, "need --on-cache");
    }
    void whatIsWrongOnTheCacheIsAUsageError()
    {
        QFETCH(const QByteArrayList, arguments);
        QFETCH(const QByteArray, problem);
        RehearsingInstance instance(1);
        std::vector<std::string_view> given{"rehearse"};
        for (const QByteArray &argument : arguments)
            given.emplace_back(argument.constData(), std::size_t(argument.size()));
        const Ran ran = runCtl(instance.server, given);
        QCOMPARE(ran.exitCode, 2);
        QVERIFY2(ran.errors.contains(problem), ran.errors);
        QVERIFY(instance.server.requests().empty());
    }

    void whatCannotBePlayedIsAUsageError()
    {
        FakeServer fake(server());
        const Ran none = runCtl(fake, {"rehearse", "/nonexistent\x1b.csv"});
        QCOMPARE(none.exitCode, 2);
        QVERIFY2(none.errors.startsWith("manometerctl: rehearse: /nonexistent\\x1B.csv cannot be played: No "
                                        "such file or directory.\n"),
                 none.errors);
        QVERIFY2(runCtl(fake, {"rehearse", "/etc/passwd"}).errors.contains("line 1: there are neither"), "");
        QCOMPARE(runCtl(fake, {"rehearse"}).exitCode, 2);
        QVERIFY(fake.requests().empty());
    }

    void anAnswerWithoutAValueIsInvalid_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("problem");
        const auto row = [](const char *what, const char *from, const char *to, const char *problem) {
            QTest::newRow(what) << QByteArray(from) << QByteArray(to) << QByteArray(problem);
        };
        row("a missing threshold", "\"high\"", "\"higher\"", "thresholds.high.enter_percent");
        row("a missing number", "growth_hold_ms", "growth_stop_ms", "control.growth_hold_ms");
        row("a number out of range", "\"trend_minimum_tau_ratio\":0.650000", "\"trend_minimum_tau_ratio\":7",
            "control.trend_minimum_tau_ratio");
        row("a word as a limit", "\"memory_entries\":500", "\"memory_entries\":\"500\"",
            "limits.memory_entries");
        row("thresholds that contradict", "\"enter_percent\":80", "\"enter_percent\":95", "valid thresholds");
    }
    void anAnswerWithoutAValueIsInvalid()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const QByteArray, problem);
        QByteArray settings = QByteArray::fromStdString(settingsAnswer());
        QVERIFY(settings.contains(from));
        settings.replace(from, to);
        FakeServer fake(server(settings.toStdString()));
        const Ran ran = runCtl(fake, {"rehearse", "ramp"});
        QVERIFY(ran.exitCode != 0);
        QVERIFY2(ran.errors.contains(problem), ran.errors);
    }
};

MANOMETER_TEST(Core, TestCtlRehearse)
#include "tst_ctl_rehearse.moc"
