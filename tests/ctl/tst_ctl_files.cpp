// SPDX-License-Identifier: GPL-3.0-or-later
//
// The commands about entries: get, put, rm, entries, clear, scan, export.
#include "CtlFixture.h"
#include "client/Bytes.h"
#include "json/Value.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QTest>

#include <atomic>
#include <unistd.h>

using namespace manometer;
using test::FakeReply;
using test::FakeRequest;
using test::FakeServer;
using test::httpAnswer;
using test::Ran;
using test::runCtl;

namespace {

using Lines = std::vector<std::string>;

// Has an entry for each file whose name does not contain "missing".
FakeReply lookedUp(const FakeRequest &request)
{
    const auto asked = json::Value::parse(request.body);
    json::Writer body;
    body.beginObject();
    body.member("entries");
    body.beginArray();
    for (const json::Value &path : asked->find("paths")->items()) {
        body.beginObject();
        body.member("file", path.text());
        if (path.text().find("missing") != std::string::npos) {
            body.member("reason", "not_cached");
        } else if (path.text().find("critical") != std::string::npos) {
            body.member("reason", "memory_critical");
        } else {
            body.member("value");
            body.document(R"({"n":1.10,"s":"\u00e9"})");
        }
        body.endObject();
    }
    body.endArray();
    body.endObject();
    return {.pieces = {httpAnswer(200, body.take())}};
}

std::vector<std::size_t> sizesOfLookups(const FakeServer &server)
{
    std::vector<std::size_t> sizes;
    for (const FakeRequest &each : server.requests())
        sizes.push_back(json::Value::parse(each.body)->find("paths")->items().size());
    return sizes;
}

// Pages of entries: `all` of them, with cursors.
FakeServer::Handler pages(int all)
{
    return [all](const FakeRequest &request) {
        const auto number = [&request](const char *name) {
            const auto at = request.target.find(name);
            return at == std::string::npos ? 0 : std::atoi(request.target.c_str() + at + std::strlen(name));
        };
        const int from = number("cursor=");
        const int to = std::min(all, from + number("limit="));
        std::string body = "{\"total\":" + std::to_string(all) + ",\"entries\":[";
        for (int i = from; i < to; ++i)
            body += (i > from ? "," : "") + std::string("{\"path\":\"/") + std::to_string(i) +
                    "\",\"next\":\"x\"}";
        body += "],\"next\":" + (to < all ? '"' + std::to_string(to) + '"' : std::string("null")) + "}\n";
        return FakeReply{.pieces = {httpAnswer(200, body)}};
    };
}

} // namespace

class TestCtlFiles : public QObject
{
    Q_OBJECT
private slots:
    void eachFileIsALineInItsOrder()
    {
        FakeServer server(lookedUp);
        const Ran ran = runCtl(server, {"get", "--json", "/b", "/missing\\\xff", "/a"});
        QCOMPARE(ran.exitCode, 1);
        QCOMPARE(ran.output, QByteArray(R"({"file":"/b","value":{"n":1.10,"s":"\u00e9"}})"
                                        "\n"
                                        R"({"file":"/missing\\\\\\xFF","reason":"not_cached"})"
                                        "\n"
                                        R"({"file":"/a","value":{"n":1.10,"s":"\u00e9"}})"
                                        "\n"));
        QCOMPARE(ran.errors, QByteArray());
        QCOMPARE(server.asked(), (Lines{"POST /api/entries/lookup"}));
    }

    void textHasTheFilesAndTheReasons()
    {
        FakeServer server(lookedUp);
        const Ran ran = runCtl(server, {"get", "/b", "/missing\x1b", "/a"});
        QCOMPARE(ran.exitCode, 1);
        QCOMPARE(ran.output, QByteArray("/b\nn  1.10\ns  \u00e9\n\n/a\nn  1.10\ns  \u00e9\n"));
        QCOMPARE(ran.errors,
                 QByteArray("manometerctl: /missing\\x1B: it is not in the cache; --read reads it.\n"));
    }

    void valuesAloneAreVerbatim()
    {
        FakeServer server(lookedUp);
        QCOMPARE(runCtl(server, {"get", "--value", "/b"}).output, QByteArray(R"({"n":1.10,"s":"\u00e9"})"
                                                                             "\n"));
    }

    void relativeNamesAreCompleted()
    {
        FakeServer server(lookedUp);
        const test::Folder folder;
        const std::string previous = std::filesystem::current_path();
        const std::string path = folder.path().toStdString();
        QVERIFY(::symlink(path.c_str(), (path + "/link").c_str()) == 0);
        QVERIFY(::chdir((path + "/link").c_str()) == 0);
        qputenv("PWD", QByteArray::fromStdString(path + "/link")); // as a shell does after 'cd link'
        const Ran ran = runCtl(server, {"get", "--json", "a.jpg", "./b/../c", "../d"});
        qputenv("PWD", "/nowhere");
        const Ran other = runCtl(server, {"get", "--json", "a.jpg"});
        QVERIFY(::chdir(previous.c_str()) == 0);
        const QByteArray at = QByteArray::fromStdString(path);
        QVERIFY2(ran.output.contains("\"file\":\"" + at + "/link/a.jpg\""), ran.output);
        QVERIFY2(ran.output.contains("\"file\":\"" + at + "/link/b/../c\""), ran.output); // b is no folder
        QVERIFY2(ran.output.contains(
                     "\"file\":\"" +
                     QByteArray::fromStdString(std::filesystem::path(path).parent_path().string()) + "/d\""),
                 ran.output);
        QVERIFY2(other.output.contains("\"file\":\"" + at + "/a.jpg\""), other.output);
    }

    void manyFilesAreAskedForInGroups()
    {
        FakeServer server(lookedUp);
        std::vector<std::string> names;
        for (int i = 0; i < 600; ++i)
            names.push_back('/' + std::to_string(i));
        std::vector<std::string_view> arguments{"get", "--json"};
        arguments.insert(arguments.end(), names.begin(), names.end());
        QCOMPARE(runCtl(server, arguments).output.count('\n'), 600);
        QCOMPARE(sizesOfLookups(server), (std::vector<std::size_t>{256, 256, 88}));
    }

    void missingFilesAreReadOnRequest()
    {
        FakeServer server(lookedUp);
        QCOMPARE(runCtl(server, {"get", "--read", "--json", "/a", "/critical", "/missing"}).exitCode, 75);
        QCOMPARE(server.asked(), (Lines{"POST /api/entries/lookup?read=missing"}));
    }

    void listedFilesAreReadInTheirOrder()
    {
        FakeServer server(lookedUp);
        QByteArray list;
        for (int i = 0; i < 150; ++i)
            list += '/' + QByteArray::number(i) + '\0';
        list += QByteArray("/missing\n\0", 10);
        const Ran ran = runCtl(server, {"scan", "--files0-from", "-", "--json"}, list);
        QCOMPARE(ran.exitCode, 1);
        const QByteArrayList lines = ran.output.trimmed().split('\n');
        QCOMPARE(lines.size(), 151);
        for (int i = 0; i < 150; ++i)
            QVERIFY(lines[i].startsWith("{\"file\":\"/" + QByteArray::number(i) + "\","));
        QCOMPARE(lines[150], QByteArray(R"({"file":"/missing\u000a","reason":"not_cached"})"));
        QCOMPARE(sizesOfLookups(server), (std::vector<std::size_t>{64, 64, 23}));
        QCOMPARE(server.asked().at(0), std::string("POST /api/entries/lookup?read=missing"));
    }

    void filesThatMemoryForbidsToReadAreTriedLater()
    {
        FakeServer server(lookedUp);
        const Ran got = runCtl(server, {"get", "--read", "/critical", "/a", "/missing"});
        QCOMPARE(got.exitCode, 75);
        QCOMPARE(got.output, QByteArray("/a\nn  1.10\ns  \u00e9\n"));
        QVERIFY2(got.errors.contains("/critical: it is not read while memory is critical.\n"), got.errors);
        // Later groups are looked up, too: some of their files are in the cache.
        QByteArray list("/critical\0", 10);
        for (int i = 0; i < 70; ++i)
            list += '/' + QByteArray::number(i) + '\0';
        list += "/missing";
        const Ran lines = runCtl(server, {"scan", "--files0-from", "-", "--json"}, list);
        QCOMPARE(lines.exitCode, 75);
        QCOMPARE(lines.output.count("\"value\":"), 70);
        QVERIFY(lines.output.startsWith(R"({"file":"/critical","reason":"memory_critical"})"));
        const Ran text = runCtl(server, {"scan", "--files0-from", "-"}, list);
        QCOMPARE(text.exitCode, 75);
        QCOMPARE(text.output, QByteArray("70 files in the cache, 2 without metadata.\n"));
    }

    void aListOfLinesGetsAHintOnce()
    {
        FakeServer server(lookedUp);
        const Ran lines = runCtl(server, {"scan", "--files0-from", "-", "--json"},
                                 QByteArray("/missing1\n/missing2\n\0/missing3\n", 32));
        QCOMPARE(lines.errors,
                 QByteArray("manometerctl: In a list, names end with a zero byte (find -print0).\n"));
        // A name with a newline that exists is a name.
        const test::Folder folder;
        const QByteArray file = QFile::encodeName(folder.filePath(QStringLiteral("missing\n")));
        QVERIFY(test::writeFile(file, "x"));
        QCOMPARE(runCtl(server, {"scan", "--files0-from", "-", "--json"}, file).errors, QByteArray());
    }

    void aSymbolicLinkIsNamedAsOne()
    {
        FakeServer server([](const FakeRequest &request) {
            if (request.method == "PUT")
                return FakeReply{.pieces = {test::problemAnswer(404, "not_regular", "No.")}};
            const auto asked = json::Value::parse(request.body);
            json::Writer body;
            body.value(asked->find("paths")->items()[0].text());
            return FakeReply{.pieces = {httpAnswer(200, "{\"entries\":[{\"file\":" + body.text() +
                                                            R"(,"reason":"not_regular","detail":"No."}]})")}};
        });
        const test::Folder folder;
        const std::string link = folder.filePath(QStringLiteral("link")).toStdString();
        QVERIFY(::symlink("/nowhere", link.c_str()) == 0);
        const QByteArray text = "manometerctl: " + QByteArray::fromStdString(link) +
                                ": it is a symbolic link; resolve it with readlink -f.\n";
        const Ran got = runCtl(server, {"get", link});
        QCOMPARE(got.exitCode, 1);
        QCOMPARE(got.errors, text);
        const Ran put = runCtl(server, {"put", link}, "1");
        QCOMPARE(put.exitCode, 1);
        QCOMPARE(put.errors, text);
        QVERIFY(runCtl(server, {"get", "/dev/null"}).errors.endsWith(": it is not a regular file.\n"));
    }

    void aFileThatHasJustChangedIsExplained()
    {
        FakeServer server(lookedUp);
        const test::Folder folder;
        const std::string file = folder.filePath(QStringLiteral("missing")).toStdString();
        QVERIFY(test::writeFile(QByteArray::fromStdString(file), "x"));
        const QByteArray hint = "A file that has just changed is kept only after two seconds.\n";
        const Ran fresh = runCtl(server, {"get", file});
        QCOMPARE(fresh.exitCode, 1);
        QVERIFY2(fresh.errors.endsWith("--read reads it. " + hint), fresh.errors);
        QVERIFY(!runCtl(server, {"get", "/missing"}).errors.contains(hint));
    }

    void aListCanBeAFile()
    {
        FakeServer server(lookedUp);
        const test::Folder folder;
        const QByteArray file = QFile::encodeName(folder.filePath(QStringLiteral("list")));
        QVERIFY(test::writeFile(file, QByteArray("/a\0/b", 5)));
        const Ran ran = runCtl(server, {"scan", "--files0-from", std::string_view(file.constData())});
        QCOMPARE(ran.exitCode, 0);
        QCOMPARE(ran.output, QByteArray("2 files in the cache, 0 without metadata.\n"));
        QCOMPARE(runCtl(server, {"scan", "--files0-from", "/nowhere"}).exitCode, 2);
        QCOMPARE(runCtl(server, {"scan", "--files0-from", "-"}, QByteArray(100'000, 'x')).exitCode, 2);
    }

    void aListEndsWhereReadingIsRefused()
    {
        FakeServer server(test::refusing(503, "memory_critical"));
        QByteArray list;
        for (int i = 0; i < 200; ++i)
            list += "/x" + QByteArray(1, '\0');
        QCOMPARE(runCtl(server, {"scan", "--files0-from", "-", "--json"}, list).exitCode, 75);
        QCOMPARE(int(server.requests().size()), 1);
    }

    void anEntryIsPutAndRemoved()
    {
        FakeServer server([](const FakeRequest &request) {
            return FakeReply{.pieces = {request.target.find("missing") == std::string::npos
                                            ? httpAnswer(204, "")
                                            : test::problemAnswer(404, "not_cached", "It is not cached.")}};
        });
        QCOMPARE(runCtl(server, {"put", "/a b&\xff", "--depth", "fast"}, "{\"x\": 1.0}\n").exitCode, 0);
        const Ran removed = runCtl(server, {"rm", "/missing1", "/a", "/missing2"});
        QCOMPARE(removed.exitCode, 1);
        QCOMPARE(removed.errors, QByteArray("manometerctl: /missing1: It is not cached. (not_cached)\n"
                                            "manometerctl: /missing2: It is not cached. (not_cached)\n"));
        QCOMPARE(server.asked(),
                 (Lines{"PUT /api/entry?path=/a%20b%26%FF&depth=fast", "DELETE /api/entry?path=/missing1",
                        "DELETE /api/entry?path=/a", "DELETE /api/entry?path=/missing2"}));
        QCOMPARE(server.requests().at(0).body, std::string("{\"x\": 1.0}\n"));
    }

    void whatIsNoJsonIsNotPut()
    {
        FakeServer server(test::refusing(500, "x"));
        QCOMPARE(runCtl(server, {"put", "/a"}, "{\"x\":").exitCode, 2);
        QCOMPARE(runCtl(server, {"put", "/a"}, "").exitCode, 2);
        QVERIFY(server.requests().empty());
    }

    void entriesFollowTheCursors()
    {
        FakeServer server(pages(2500));
        const Ran ran = runCtl(server, {"entries", "--json"});
        QCOMPARE(ran.exitCode, 0);
        QCOMPARE(ran.output.count('\n'), 2500);
        QVERIFY(ran.output.endsWith("{\"path\":\"/2499\",\"next\":\"x\"}\n"));
        QCOMPARE(server.asked(),
                 (Lines{"GET /api/entries?limit=1000", "GET /api/entries?limit=1000&cursor=1000",
                        "GET /api/entries?limit=1000&cursor=2000"}));
    }

    void entriesEndAtTheLimit()
    {
        FakeServer server(pages(2500));
        QCOMPARE(runCtl(server, {"entries", "--json", "--limit=1200"}).output.count('\n'), 1200);
        QCOMPARE(server.asked(),
                 (Lines{"GET /api/entries?limit=1000", "GET /api/entries?limit=200&cursor=1000"}));
        QCOMPARE(runCtl(server, {"entries", "--limit=3"}).output.count('\n'), 4); // with its header
    }

    void entriesAreFiltered()
    {
        FakeServer server(pages(0));
        runCtl(server, {"entries", "--contains", "a b", "--under", "/x/../y", "--sort=hits", "-r",
                        "--kept=yes", "--on-disk=no", "--in-memory=yes", "--min-bytes=1", "--max-bytes=2",
                        "--min-hits=3", "--max-hits=4", "--error=yes"});
        QCOMPARE(server.asked().at(0).substr(0, 28), std::string("GET /api/entries?contains=a%"));
        for (const char *part :
             {"contains=a%20b", "sort=hits", "order=desc", "kept=true", "on_disk=false", "in_memory=true",
              "min_bytes=1", "max_bytes=2", "min_hits=3", "max_hits=4", "error=true"})
            QVERIFY2(server.asked().at(0).find(part) != std::string::npos, part);
    }

    void aCursorThatLeadsNowhereIsAnError()
    {
        FakeServer server([](const FakeRequest &) {
            return FakeReply{.pieces = {httpAnswer(200, R"({"entries":[],"next":"again"})")}};
        });
        QCOMPARE(runCtl(server, {"entries"}).exitCode, 4);
        QCOMPARE(int(server.requests().size()), 1);
    }

    void entriesEndQuietlyWhereTheReaderIsGone()
    {
        FakeServer server(pages(1'000'000));
        std::array<int, 2> ends{};
        QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
        ::close(ends[0]);
        const test::Descriptor writer(ends[1]);
        const test::MemoryFile errors;
        auto surroundings = test::surroundingsOf(server);
        surroundings.output = writer.number();
        surroundings.errors = errors.descriptor();
        const std::vector<std::string_view> arguments{"entries", "--json"};
        QCOMPARE(ctl::run(arguments, surroundings), 0);
        QCOMPARE(errors.contents(), QByteArray());
        QVERIFY(server.requests().size() < 10);
    }

    void clearAsksAtATerminal_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<bool>("isCleared");
        QTest::newRow("yes") << QByteArray("y\n") << true;
        QTest::newRow("the whole word") << QByteArray("yes\n") << true;
        QTest::newRow("no") << QByteArray("n\n") << false;
        QTest::newRow("nothing") << QByteArray("\n") << false;
        QTest::newRow("something else") << QByteArray("yesterday\n") << false;
        QTest::newRow("the end of the input") << QByteArray("\x04") << false;
    }
    void clearAsksAtATerminal()
    {
        QFETCH(QByteArray, typed);
        QFETCH(bool, isCleared);
        FakeServer server(test::answering({{"DELETE /api/cache/clear", "{\"removed\":1234}\n"}}));
        const test::Terminal terminal;
        terminal.type({typed.constData(), std::size_t(typed.size())});
        const test::MemoryFile out;
        const test::MemoryFile errors;
        auto surroundings = test::surroundingsOf(server);
        surroundings.input = terminal.descriptor();
        surroundings.output = out.descriptor();
        surroundings.errors = errors.descriptor();
        const std::vector<std::string_view> arguments{"clear"};
        QCOMPARE(ctl::run(arguments, surroundings), 0);
        QVERIFY(errors.contents().startsWith("Remove all entries from the cache?"));
        QCOMPARE(out.contents(), QByteArray(isCleared ? "Removed 1,234 entries.\n" : ""));
        QCOMPARE(int(server.requests().size()), isCleared ? 1 : 0);
    }

    void clearDoesNotAskWithYes()
    {
        FakeServer server(test::answering({{"DELETE /api/cache/clear", "{\"removed\":1}\n"}}));
        QCOMPARE(runCtl(server, {"clear", "--yes"}).output, QByteArray("Removed 1 entry.\n"));
        QCOMPARE(runCtl(server, {"clear", "-y", "--json"}).output, QByteArray("{\"removed\":1}\n"));
    }

    void aScanIsStarted()
    {
        FakeServer server([](const FakeRequest &) {
            return FakeReply{.pieces = {httpAnswer(202, "{\"progress\":{}}\n")}};
        });
        QCOMPARE(runCtl(server, {"scan", "/x\xff"}).output, QByteArray("Scanning /x\\xFF.\n"));
        QCOMPARE(server.asked(), (Lines{"POST /api/scan"}));
        QCOMPARE(server.requests().at(0).body, std::string(R"({"folder":"/x\\xFF"})"));
        QCOMPARE(runCtl(server, {"scan", "--cancel"}).exitCode, 0);
        QCOMPARE(server.asked().at(1), std::string("DELETE /api/scan"));
    }

    void aScanThatCannotStartSaysWhy_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no folder of this name")
            << 404 << QByteArray("no_file") << 1 << QByteArray("scan: /dev/null: No such file or directory.");
        QTest::newRow("a file") << 422 << QByteArray("invalid") << 4
                                << QByteArray("scan: /dev/null: Not a directory.");
        QTest::newRow("a second scan")
            << 409 << QByteArray("conflict") << 75
            << QByteArray("A scan is already running; 'manometerctl scan --cancel' ends "
                          "it, 'manometerctl scan --wait' follows it.");
        QTest::newRow("something else") << 503 << QByteArray("memory_critical") << 75
                                        << QByteArray("scan: /dev/null: A detail. (memory_critical)");
    }
    void aScanThatCannotStartSaysWhy()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, reason);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, text);
        FakeServer server(test::refusing(status, reason.toStdString()));
        const Ran ran = runCtl(server, {"scan", "/dev/null"});
        QCOMPARE(ran.exitCode, exitCode);
        QCOMPARE(ran.errors, "manometerctl: " + text + '\n');
        QCOMPARE(ran.output, QByteArray());
    }

    void aScanIsWaitedFor_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("all files") << QByteArray(R"("failed":0},"failures":[])") << 0;
        QTest::newRow("a failed file")
            << QByteArray(R"("failed":1},"failures":[{"kind":"unreadable","file":"/x/y"}])") << 1;
        QTest::newRow("a cancelled scan") << QByteArray(R"("cancelled":true},"failures":[])") << 4;
    }
    void aScanIsWaitedFor()
    {
        QFETCH(QByteArray, end);
        QFETCH(int, exitCode);
        std::atomic<int> polls = 0;
        FakeServer server([&polls, &end](const FakeRequest &request) {
            if (request.method == "POST")
                return FakeReply{.pieces = {httpAnswer(202, "{}")}};
            const bool isRunning = ++polls < 3;
            const std::string progress =
                R"({"progress":{"folder":"/x","running":)" + std::string(isRunning ? "true" : "false") +
                ",\"done\":" + std::to_string(polls * 10) + R"(,"found":30,"counting":false,)";
            return FakeReply{
                .pieces = {httpAnswer(
                    200, progress + (isRunning ? R"("failed":0},"failures":[])" : end.toStdString()) + '}')}};
        });
        const test::Terminal terminal;
        const test::MemoryFile out;
        auto surroundings = test::surroundingsOf(server);
        surroundings.output = out.descriptor();
        surroundings.errors = terminal.descriptor();
        const std::vector<std::string_view> arguments{"scan", "/x", "--wait"};
        QCOMPARE(ctl::run(arguments, surroundings), exitCode);
        QVERIFY(terminal.shown().contains("[######..............] 10 of 30 files"));
        QVERIFY2(out.contents().startsWith("/x: "), out.contents());
        QVERIFY(!out.contents().contains('#'));
    }

    void withoutATerminalThereIsNoProgress()
    {
        FakeServer server(test::answering(
            {{"GET /api/scan", R"({"progress":{"folder":"/x","running":false},"failures":[]})"}}));
        QCOMPARE(runCtl(server, {"scan", "--wait"}).errors, QByteArray());
        QVERIFY(runCtl(server, {"scan", "--json"}).output.startsWith("{\"progress\":"));
    }

    void samplesAreExported()
    {
        FakeServer server(test::answering(
            {{"GET /api/monitor/samples?from_unix_ms=1000&to_unix_ms=5000",
              R"({"samples":[{"unix_ms":1000,"monotonic_ms":50,"gap":false,"system_used_percent":50.10,)"
              R"("system_available_bytes":7,"process_rss_bytes":0,"psi_some_avg10_percent":null,)"
              R"("level_applied":"HIGH","cache_entries":1,"cache_limit_entries":2,"cache_hits_total":3},)"
              R"({"unix_ms":2000,"monotonic_ms":1050,"gap":true,"level_applied":"HIGH"}]})"}}));
        const Ran csv = runCtl(server, {"export", "samples", "--from=@1", "--to=@5"});
        QCOMPARE(csv.errors, QByteArray());
        const QByteArrayList rows = csv.output.split('\n');
        QVERIFY(rows[0].startsWith("time_utc,timestamp,unix_time_s,elapsed_s,system_used_percent,"));
        QCOMPARE(
            rows[1],
            QByteArray(
                "1970-01-01T00:00:01.000,1970-01-01T00:00:01.000Z,1.000,0.000,50.10,7,,,HIGH,1,2,3,,,,,,\r"));
        QCOMPARE(
            rows[2],
            QByteArray("1970-01-01T00:00:02.000,1970-01-01T00:00:02.000Z,2.000,1.000,,,,,HIGH,,,,,,,,,\r"));
        const Ran lines = runCtl(server, {"export", "samples", "--from=@1", "--to=@5", "--format=jsonl"});
        QCOMPARE(lines.output.count('\n'), 2);
        QVERIFY(lines.output.startsWith("{\"unix_ms\":1000,"));
    }

    void eventsAreExportedInPages()
    {
        FakeServer server([](const FakeRequest &request) {
            const int after = std::atoi(request.target.c_str() + std::strlen("/api/events?after="));
            std::string body = "{\"events\":[";
            for (int i = after + 1; i <= std::min(after + 1000, 1500); ++i)
                body += (i > after + 1 ? "," : "") + std::string("{\"position\":") + std::to_string(i) +
                        ",\"unix_ms\":" + std::to_string(i * 1000) +
                        ",\"kind\":\"suspend\",\"duration_ms\":5}";
            return FakeReply{.pieces = {httpAnswer(200, body + "],\"last_position\":1500}")}};
        });
        QCOMPARE(runCtl(server, {"export", "events", "--format", "jsonl"}).output.count('\n'), 1500);
        QCOMPARE(runCtl(server, {"export", "events", "--json"}).output.count("\n{\"position\":"), 1499);
        const Lines asked = server.asked();
        QCOMPARE(Lines(asked.begin(), asked.begin() + 3),
                 (Lines{"GET /api/events?after=0&limit=1000", "GET /api/events?after=1000&limit=1000",
                        "GET /api/events?after=1500&limit=1000"}));
        const Ran range = runCtl(server, {"export", "events", "--from", "@10", "--to", "@11"});
        QCOMPARE(range.output.count('\n'), 3);
        QVERIFY(range.output.endsWith("1970-01-01T00:00:11.000,1970-01-01T00:00:11.000Z,11.000,suspend,,,,,,,"
                                      ",,,\"{\"\"duration_ms\"\":5}\"\r\n"));
    }

    void entriesAreExported()
    {
        FakeServer server(test::answering(
            {{"GET /api/entries?limit=1000",
              R"({"entries":[{"path":"/=a,\\xFF","depth":"full","value_bytes":1,"in_memory":true,)"
              R"("modified_unix_ms":null,"stored_unix_ms":1500}],"next":null})"}}));
        const Ran ran = runCtl(server, {"export", "entries"});
        QCOMPARE(ran.output.split('\n')[1],
                 QByteArray("\"/=a,\xef\xbf\xbd\",/%3Da%2C%FF,full,1,,,,,1,0,0,,1.500,,\r"));
    }
};

MANOMETER_TEST(None, TestCtlFiles)
#include "tst_ctl_files.moc"
