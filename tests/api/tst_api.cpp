// SPDX-License-Identifier: GPL-3.0-or-later
//
// What clients of the API find, and what is recorded of them.
#include "ApiFixture.h"
#include "api/endpoints/Metrics.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QUrl>

#include <sys/stat.h>

using namespace manometer;
using namespace manometer::test;
using namespace Qt::StringLiterals;

class TestApi : public QObject
{
    Q_OBJECT
private slots:
    void theFourOfTheOriginalHaveItsFields()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        VERIFY_EVENTUALLY(fixture.backend->views().monitor->status().latest.wallMs != 0);
        const QJsonObject stats = fixture.get("/api/cache/stats").json();
        for (const char *name :
             {"hits", "misses", "memory_hits", "disk_hits", "db_hits", "redis_hits", "evictions",
              "pressure_evictions", "total_requests", "memory_pressure_events", "adaptive_adjustments",
              "hit_rate_percent", "memory_cache_size", "disk_cache_files"})
            QVERIFY2(stats[QLatin1StringView(name)].isDouble(), name);
        const QJsonObject status = fixture.get("/api/memory/status").json();
        QCOMPARE(status[u"pressure_level"_s].toString(), u"NORMAL"_s);
        QCOMPARE(status[u"system"_s][u"percent"_s].toDouble(), 42.0);
        QVERIFY(status[u"process"_s][u"rss_mb"_s].isDouble());
        QCOMPARE(status[u"thresholds"_s][u"critical"_s].toString(), u">90%"_s);
        const QJsonArray samples = fixture.get("/api/memory/history?limit=1").json()[u"samples"_s].toArray();
        QCOMPARE(samples.size(), 1);
        QCOMPARE(samples[0][u"system"_s][u"percent"_s].toDouble(), 42.0);
        QCOMPARE(fixture.ask("DELETE", "/api/cache/clear").json(), (QJsonObject{{u"removed"_s, 0}}));
    }

    void theSocketIsPrivateAndDescribed()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        struct stat status = {};
        QCOMPARE(::stat(fixture.socket().constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, 0600u);
        QCOMPARE(::stat(fixture.bytes("run").constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, 0700u);
        QFile file(fixture.path("run/instance.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject instance = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(instance[u"socket"_s].toString(), fixture.api->socket());
        QCOMPARE(instance[u"pid"_s].toInteger(), qint64(::getpid()));
        QVERIFY(!instance.contains(u"url"_s));
        fixture.api.reset();
        QVERIFY(!file.exists());
        QVERIFY(!QFile::exists(fixture.path("run/api.sock")));
    }

    void aSecondInstanceLeavesTheFirstOnesDoor()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const auto second = fixture.openApi();
        QVERIFY(!second);
        QVERIFY2(second.error().contains(u"already serves"_s), qPrintable(second.error()));
        QCOMPARE(fixture.get("/healthz").status, 200);
    }

    void aSocketOfAKilledInstanceIsReplaced()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        fixture.api.reset();
        QVERIFY(QFile(fixture.path("run/api.sock")).open(QIODevice::WriteOnly));
        auto opened = fixture.openApi();
        QVERIFY(opened);
        fixture.api = std::move(*opened);
        QCOMPARE(fixture.get("/healthz").json()[u"status"_s].toString(), u"ok"_s);
    }

    void aFolderThatOthersMayEnterIsRefused()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        fixture.api.reset();
        QCOMPARE(::chmod(fixture.bytes("run").constData(), 0755), 0);
        const auto opened = fixture.openApi();
        QVERIFY(!opened);
        QVERIFY2(opened.error().contains(u"other users"_s), qPrintable(opened.error()));
    }

    void aScanIsStartedFollowedAndCancelled()
    {
        ApiFixture fixture;
        fixture.settleTime = std::chrono::minutes(1); // so that it lasts
        QVERIFY(fixture.open());
        QVERIFY(!fixture.addFile("a.txt").isEmpty());
        const QByteArray body = "{\"folder\":\"" + fixture.bytes("files") + "\"}";
        QCOMPARE(fixture.ask("POST", "/api/scan", body).status, 202);
        QCOMPARE(fixture.ask("POST", "/api/scan", body).reason(), u"conflict"_s);
        QVERIFY(fixture.get("/api/scan").json()[u"progress"_s][u"running"_s].toBool());
        QCOMPARE(fixture.ask("DELETE", "/api/scan").status, 204);
        VERIFY_EVENTUALLY(!fixture.backend->views().scan->progress().running);
        QVERIFY(fixture.get("/api/scan").json()[u"progress"_s][u"cancelled"_s].toBool());
        QCOMPARE(fixture.ask("POST", "/api/scan", "{\"folder\":\"files\"}").status, 400);
        QCOMPARE(fixture.ask("POST", "/api/scan", "{\"folder\":\"/no/such/folder\"}").reason(), u"no_file"_s);
        QCOMPARE(fixture.ask("POST", "/api/scan", "{\"folder\":\"/etc/hosts\"}").reason(), u"invalid"_s);
    }

    void eventsAreListedFromAPositionOn()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        for (const char *text : {"one", "two", "three"})
            QCOMPARE(fixture.ask("POST", "/api/events", "{\"text\":\"" + QByteArray(text) + "\"}").status,
                     204);
        const QJsonArray all = events(fixture);
        QCOMPARE(all.last()[u"text"_s].toString(), u"three"_s);
        const qint64 before = all[all.size() - 3][u"position"_s].toInteger();
        const QJsonObject next =
            fixture.get("/api/events?limit=1&after=" + QByteArray::number(before)).json();
        QCOMPARE(next[u"events"_s].toArray().size(), 1);
        QCOMPARE(next[u"events"_s][0][u"text"_s].toString(), u"two"_s);
        QCOMPARE(next[u"last_position"_s].toInteger(), before + 1);
    }

    void aNoteNamesItsAuthor()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        QCOMPARE(fixture.ask("POST", "/api/events", "{\"text\":\"one\"}").status, 204);
        const QString author = events(fixture).last()[u"author"_s].toString();
        QVERIFY2(author.startsWith(u"uid %1, pid "_s.arg(::getuid())), qPrintable(author));
        QCOMPARE(fixture.ask("POST", "/api/events", R"({"text":"two","author":"uid 0"})").status, 400);
        QCOMPARE(events(fixture).last()[u"text"_s].toString(), u"one"_s);
    }

    void singleWritesAreReportedTogether()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const QByteArray file = fixture.addFile("a.txt");
        for (int i = 0; i < 20; ++i)
            QCOMPARE(fixture.ask("PUT", entryTarget(file), "{}").status, 204);
        fixture.api.reset(); // reports what it has counted
        QList<views::Event> all;
        VERIFY_EVENTUALLY(!(all = fixture.backend->views().events->events(0, 1000).result()).isEmpty() &&
                          std::holds_alternative<views::ClientActionEvent>(all.constLast().what));
        const auto &action = std::get<views::ClientActionEvent>(all.constLast().what);
        QCOMPARE(action.entries, 20u);
        QCOMPARE(action.actor, "uid " + QByteArray::number(::getuid()));
    }

    void aSnoozeBeginsAndEnds()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const auto snoozed = [&fixture] { return fixture.backend->views().monitor->status().snoozePercent; };
        QCOMPARE(fixture.ask("POST", "/api/monitor/snooze", "{\"share_percent\":50,\"seconds\":60}").status,
                 204);
        VERIFY_EVENTUALLY(snoozed() == 50.0);
        QCOMPARE(fixture.ask("POST", "/api/monitor/snooze", "{\"seconds\":0}").status, 204);
        VERIFY_EVENTUALLY(!snoozed());
        QCOMPARE(fixture.ask("POST", "/api/monitor/snooze", "{\"share_percent\":0,\"seconds\":1}").status,
                 422);
    }

    void aRehearsalOnTheCacheIsBegunAndStopped()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        VERIFY_EVENTUALLY(fixture.backend->views().monitor->status().latest.wallMs != 0);
        const auto rehearsal = [&fixture]() -> QJsonValue {
            return fixture.get("/api/monitor").json()[u"rehearsal"_s];
        };
        QVERIFY(rehearsal().isNull());
        QCOMPARE(fixture.ask("DELETE", "/api/rehearsal").status, 409);
        QCOMPARE(fixture.ask("POST", "/api/rehearsal?speed=6", R"({"curve":"ramp"})").status, 400);
        const Answered begun = fixture.ask("POST", "/api/rehearsal", R"({"curve":"noise","speed":1})");
        QCOMPARE(begun.status, 200);
        const int id = begun.json()[u"id"_s].toInt();
        QVERIFY(id > 0);
        VERIFY_EVENTUALLY(rehearsal().isObject());
        QCOMPARE(rehearsal().toObject()[u"id"_s].toInt(), id);
        QCOMPARE(rehearsal().toObject()[u"curve"_s].toString(), u"noise"_s);
        QCOMPARE(rehearsal().toObject()[u"length_ms"_s].toInt(), 300'000);
        const Answered second = fixture.ask("POST", "/api/rehearsal", R"({"curve":"ramp"})");
        QCOMPARE(second.status, 409);
        QVERIFY2(second.body.contains("already"), second.body);
        QCOMPARE(fixture.ask("DELETE", "/api/rehearsal").status, 204);
        VERIFY_EVENTUALLY(rehearsal().isNull());
        // Who did it is in the log.
        QList<QJsonObject> ofIt;
        const auto hasEnded = [&] {
            ofIt.clear();
            for (const QJsonValue &event : fixture.get("/api/events").json()[u"events"_s].toArray())
                if (event[u"kind"_s] == u"rehearsal"_s)
                    ofIt += event.toObject();
            return ofIt.size() == 2;
        };
        VERIFY_EVENTUALLY(hasEnded());
        for (const QJsonObject &event : std::as_const(ofIt))
            QCOMPARE(event[u"rehearsal"_s].toInt(), id);
        QCOMPARE(ofIt[0][u"outcome"_s].toString(), u"began"_s);
        QVERIFY(ofIt[0][u"actor"_s].toString().startsWith(u"uid "_s));
        QCOMPARE(ofIt[1][u"outcome"_s].toString(), u"stopped"_s);
        QCOMPARE(ofIt[1][u"limit_entries"_s].toInt(), 500);
    }

    void whatCannotBeRehearsedOnTheCacheIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("no curve") << QByteArray("{}") << 400;
        QTest::newRow("a curve that is no text") << QByteArray(R"({"curve":7})") << 400;
        QTest::newRow("a speed that is no number") << QByteArray(R"({"curve":"ramp","speed":"2"})") << 400;
        QTest::newRow("an unknown field") << QByteArray(R"({"curve":"ramp","file":"/etc/passwd"})") << 400;
        QTest::newRow("a file's path") << QByteArray(R"({"curve":"/etc/passwd"})") << 422;
        QTest::newRow("too fast") << QByteArray(R"({"curve":"ramp","speed":1000})") << 422;
        QTest::newRow("over ten minutes") << QByteArray(R"({"curve":"noise","speed":0.1})") << 422;
    }
    void whatCannotBeRehearsedOnTheCacheIsRefused()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        ApiFixture fixture;
        QVERIFY(fixture.open());
        QCOMPARE(fixture.ask("POST", "/api/rehearsal", body).status, status);
        QVERIFY(!fixture.backend->views().monitor->status().rehearsal);
    }

    void metricsHaveTheFiguresOfTheApi()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        VERIFY_EVENTUALLY(fixture.backend->views().monitor->status().latest.wallMs != 0);
        const QByteArray file = fixture.addFile("a.txt");
        QCOMPARE(fixture.ask("PUT", entryTarget(file), "{}").status, 204);
        QCOMPARE(fixture.get(entryTarget(file)).status, 200);
        QCOMPARE(fixture.get(entryTarget("/tmp/none")).status, 404);
        const QJsonObject stats = fixture.get("/api/cache/stats").json();
        QCOMPARE(stats[u"hits"_s].toInt(), 1);
        const Answered metrics = fixture.get("/metrics");
        QCOMPARE(metrics.header("Content-Type"), QByteArray("text/plain; version=0.0.4; charset=utf-8"));
        QVERIFY(metrics.body.contains("\nmanometer_cache_hits_total{tier=\"memory\"} 1\n"));
        const qsizetype used = metrics.body.indexOf("\nmanometer_memory_used_ratio ") + 29;
        const double ratio = metrics.body.mid(used, metrics.body.indexOf('\n', used) - used).toDouble();
        QVERIFY2(std::abs(ratio - 0.42) < 0.001, qPrintable(QString::number(ratio)));
        QVERIFY(metrics.body.contains("\nmanometer_cache_entries{tier=\"memory\"} 1\n"));
        QVERIFY(metrics.body.endsWith('\n'));
        QVERIFY(!metrics.body.contains(fixture.bytes("")));
    }

    void theMetricsHaveTheRecordOfForecasts()
    {
        views::MonitorStatus status;
        status.forecastRecord.high = {.cameTrue = 7, .notTrue = 2, .unforeseen = 1, .errors = {}};
        const auto has = [&status](const char *line) {
            return api::metricsText(status, {}).find(line) != std::string::npos;
        };
        for (const char *line : {"\nmanometer_forecasts_right_total{level=\"HIGH\"} 7\n",
                                 "\nmanometer_forecasts_wrong_total{level=\"HIGH\"} 2\n",
                                 "\nmanometer_levels_unforeseen_total{level=\"HIGH\"} 1\n",
                                 "\nmanometer_forecasts_right_total{level=\"ELEVATED\"} 0\n"})
            QVERIFY2(has(line), line);
        QVERIFY(!has("manometer_forecast_seconds")); // none is no zero
        status.forecast.toNext = std::chrono::seconds(72);
        QVERIFY(has("\nmanometer_forecast_seconds 72\n"));
    }

    void theMetricsHaveTheCostOfPressure()
    {
        views::CacheSummary summary;
        summary.stats.pressureCost = {
            .diskReads = 12, .fileReads = 41, .fileReadTime = std::chrono::milliseconds(3'200)};
        const std::string metrics = api::metricsText({}, summary);
        for (const char *line : {"\nmanometer_cache_pressure_lost_requests_total 53\n",
                                 "\nmanometer_cache_pressure_lost_file_reads_total 41\n",
                                 "\nmanometer_cache_pressure_lost_seconds_total 3.2\n"})
            QVERIFY2(metrics.find(line) != std::string::npos, line);
    }

    void whatProgramsAskExiftoolForIsInTheStatisticsAndWithoutNamesInTheMetrics()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        QFile file(QFile::decodeName(fixture.addFile("a.txt")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string path = QFile::encodeName(file.fileName()).toStdString();
        struct stat status = {};
        QCOMPARE(::fstat(file.handle(), &status), 0);
        const auto nanoseconds = [](const timespec &time) {
            return std::int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
        };
        const answers::FileState before{.device = status.st_dev,
                                        .inode = status.st_ino,
                                        .sizeBytes = static_cast<std::uint64_t>(status.st_size),
                                        .mtimeNanoseconds = nanoseconds(status.st_mtim),
                                        .ctimeNanoseconds = nanoseconds(status.st_ctim)};
        const answers::Question question{.file = file.handle(), .path = path, .text = "-json"};
        answers::AnswerStore &store = fixture.backend->answerStore();
        QVERIFY(!store.find(question, "indexer\xff"));
        QVERIFY(store.store(question, before, {.output = "[]", .costMicroseconds = 2'500'000}));
        QVERIFY(store.find(question, "indexer\xff"));
        const auto use = [&fixture] {
            return fixture.get("/api/cache/stats").json()[u"exiftool"_s].toObject();
        };
        QCOMPARE(use()[u"requests"_s].toInt(), 2);
        QCOMPARE(use()[u"hits"_s].toInt(), 1);
        QCOMPARE(use()[u"saved_seconds"_s].toDouble(), 2.5);
        QCOMPARE(use()[u"clients"_s].toArray().size(), 1);
        QCOMPARE(use()[u"clients"_s][0][u"program"_s].toString(), u"indexer\\xFF"_s);
        const QByteArray metrics = fixture.get("/metrics").body;
        for (const char *line :
             {"\nmanometer_exiftool_requests_total 2\n", "\nmanometer_exiftool_hits_total 1\n",
              "\nmanometer_exiftool_saved_seconds_total 2.5\n"})
            QVERIFY2(metrics.contains(line), line);
        QVERIFY(!metrics.contains("indexer"));
    }

    void theDescriptionHasEveryResourceAndNoOther()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const Answered described = fixture.get("/api/openapi.json");
        QCOMPARE(described.status, 200);
        QStringList listed;
        const QJsonObject paths = described.json()[u"paths"_s].toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path)
            for (const QString &method : path->toObject().keys())
                listed += method.toUpper() + u' ' + path.key();
        QStringList resources = fixture.api->resources();
        listed.sort();
        resources.sort();
        QCOMPARE(listed, resources);
    }

    void aHungThreadOfTheViewsDelaysNoLookUp()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const QByteArray file = fixture.addFile("a.txt");
        QCOMPARE(fixture.ask("PUT", entryTarget(file), "{}").status, 204);
        // This thread, the views', runs no event loop while it waits.
        const auto asked = [path = fixture.socket()](const QByteArray &target) {
            RawClient client(path);
            return client.send(requestText("GET", target)) ? client.answer() : Answered();
        };
        for (const QByteArray &target : {entryTarget(file), QByteArray("/healthz"),
                                         QByteArray("/api/cache/stats"), QByteArray("/metrics")}) {
            const auto start = std::chrono::steady_clock::now();
            QCOMPARE(asked(target).status, 200);
            QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(1));
        }
        const Answered hung = asked("/api/presets");
        QCOMPARE(hung.status, 503);
        QCOMPARE(hung.reason(), u"hung"_s);
    }
};

MANOMETER_TEST(Core, TestApi)
#include "tst_api.moc"
