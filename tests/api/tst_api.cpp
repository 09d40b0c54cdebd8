// SPDX-License-Identifier: GPL-3.0-or-later
//
// What clients of the API can do.
#include "ApiFixture.h"
#include "api/endpoints/SettingsTrial.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QUrl>

using namespace manometer;
using namespace manometer::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray entryTarget(const QByteArray &file, const QByteArray &more = {})
{
    return "/api/entry?path=" + file.toPercentEncoding("/") + more;
}

QByteArray lookupBody(const QByteArrayList &files)
{
    QJsonArray paths;
    for (const QByteArray &file : files)
        paths += QString::fromUtf8(file);
    return QJsonDocument(QJsonObject{{u"paths"_s, paths}}).toJson(QJsonDocument::Compact);
}

QJsonArray events(const ApiFixture &fixture)
{
    return fixture.get("/api/events").json()[u"events"_s].toArray();
}

QStringList actionsIn(const QJsonArray &events)
{
    QStringList actions;
    for (const QJsonValue &event : events)
        if (event[u"kind"_s].toString() == u"client_action"_s)
            actions += event[u"action"_s].toString();
    return actions;
}

} // namespace

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

    // The file's name is not UTF-8.
    void aValueIsStoredServedAndDeletedByPath()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const QByteArray file = fixture.addFile("a b+\xff.txt");
        QCOMPARE(fixture.get(entryTarget(file)).reason(), u"not_cached"_s);
        QCOMPARE(fixture.ask("PUT", entryTarget(file), "{\"n\": 1e999, \"s\": \"\\u00e9\"}").status, 204);
        const Answered got = fixture.get(entryTarget(file));
        QCOMPARE(got.status, 200);
        QCOMPARE(got.body, QByteArray("{\"n\":1e999,\"s\":\"\\u00e9\"}\n"));
        QCOMPARE(fixture.get(entryTarget(file, "&depth=other")).reason(), u"not_cached"_s);
        QCOMPARE(fixture.ask("DELETE", entryTarget(file)).status, 204);
        QCOMPARE(fixture.ask("DELETE", entryTarget(file)).reason(), u"not_cached"_s);
    }

    void aValueOfAnotherVersionIsNeverServed()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const QByteArray file = fixture.addFile("a.txt");
        QCOMPARE(fixture.ask("PUT", entryTarget(file, "&size_bytes=3"), "1").reason(), u"changed_since"_s);
        QCOMPARE(fixture.ask("PUT", entryTarget(file, "&size_bytes=9"), "1").status, 204);
        QVERIFY(test::writeFile(file, "other text"));
        QCOMPARE(fixture.get(entryTarget(file)).reason(), u"not_cached"_s);
    }

    // Another change might leave the same times.
    void aFileThatChangedAMomentAgoIsNotCached()
    {
        ApiFixture fixture;
        fixture.settleTime = std::chrono::minutes(1);
        QVERIFY(fixture.open());
        const QByteArray file = fixture.addFile("a.txt");
        QCOMPARE(fixture.ask("PUT", entryTarget(file), "1").reason(), u"unsettled"_s);
        QCOMPARE(fixture.get(entryTarget(file, "&read=missing")).status, 200);
        QCOMPARE(fixture.get(entryTarget(file)).reason(), u"not_cached"_s);
    }

    void whatIsNotAFileHasAReason_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("reason");
        QTest::newRow("missing file") << QByteArray("/api/entry?path=/no/such/file") << 404 << u"no_file"_s;
        QTest::newRow("folder") << QByteArray("/api/entry?path=/tmp") << 404 << u"not_regular"_s;
        QTest::newRow("relative path") << QByteArray("/api/entry?path=a") << 400 << u"bad_request"_s;
        QTest::newRow("no path") << QByteArray("/api/entry") << 400 << u"bad_request"_s;
        QTest::newRow("NUL") << QByteArray("/api/entry?path=/tmp%00") << 400 << u"bad_request"_s;
        QTest::newRow("misspelled parameter")
            << QByteArray("/api/entry?path=/tmp&dept=x") << 400 << u"bad_request"_s;
        QTest::newRow("unknown resource") << QByteArray("/api/entr") << 404 << u"not_found"_s;
    }
    void whatIsNotAFileHasAReason()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        QFETCH(QString, reason);
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const Answered answered = fixture.get(target);
        QCOMPARE(answered.status, status);
        QCOMPARE(answered.reason(), reason);
        QCOMPARE(answered.header("Content-Type"), QByteArray("application/problem+json"));
    }

    void aBatchAnswersInItsOrderWithAReasonForEachMiss()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const QByteArray first = fixture.addFile("1.txt");
        const QByteArray second = fixture.addFile("2.txt");
        QCOMPARE(fixture.ask("PUT", entryTarget(second), "[2]").status, 204);
        const QJsonObject answer =
            fixture.ask("POST", "/api/entries/lookup", lookupBody({first, second, "/no/file"})).json();
        QCOMPARE(answer[u"found"_s].toInt(), 1);
        const QJsonArray entries = answer[u"entries"_s].toArray();
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries[0][u"reason"_s].toString(), u"not_cached"_s);
        QCOMPARE(entries[1][u"file"_s].toString(), QString::fromUtf8(second));
        QCOMPARE(entries[1][u"value"_s].toArray(), QJsonArray{2});
        QCOMPARE(entries[2][u"reason"_s].toString(), u"no_file"_s);
    }

    void aBatchOfMoreThan4096PathsIsRefused()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const QByteArrayList files(4097, "/tmp");
        QCOMPARE(fixture.ask("POST", "/api/entries/lookup", lookupBody(files)).status, 400);
    }

    void whatIsMissingIsRead()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const QByteArray file = fixture.addFile("a.txt", "text to read");
        const Answered read = fixture.get(entryTarget(file, "&read=missing"));
        QVERIFY2(read.status == 200, read.body);
        QCOMPARE(read.json()[u"file"_s][u"sizeBytes"_s].toString(), u"12"_s);
        QCOMPARE(fixture.get(entryTarget(file)).body, read.body);
        const QByteArray other = fixture.addFile("b.txt", "more");
        const QJsonObject batch =
            fixture.ask("POST", "/api/entries/lookup?read=missing", lookupBody({file, other, "/no"})).json();
        QCOMPARE(batch[u"found"_s].toInt(), 2);
        QCOMPARE(batch[u"entries"_s][2][u"reason"_s].toString(), u"no_file"_s);
    }

    void nothingIsReadWhileMemoryIsCritical()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const QByteArray file = fixture.addFile("a.txt");
        QVERIFY(fixture.proc.setUsed(95));
        COMPARE_EVENTUALLY(fixture.backend->views().monitor->status().applied, views::Level::Critical);
        COMPARE_EVENTUALLY(fixture.get("/api/memory/status").json()[u"pressure_level"_s].toString(),
                           u"CRITICAL"_s);
        for (const Answered &refused : {fixture.get(entryTarget(file, "&read=missing")),
                                        fixture.ask("POST", "/api/scan", "{\"folder\":\"/tmp\"}")}) {
            QCOMPARE(refused.status, 503);
            QCOMPARE(refused.reason(), u"memory_critical"_s);
            QVERIFY(!refused.header("Retry-After").isEmpty());
        }
        // A batch has a reason for each file; what is cached is served.
        const QByteArray cached = fixture.addFile("b.txt");
        QCOMPARE(fixture.ask("PUT", entryTarget(cached), "[1]").status, 204);
        const QJsonArray entries =
            fixture.ask("POST", "/api/entries/lookup?read=missing", lookupBody({file, cached, "/no/file"}))
                .json()[u"entries"_s]
                .toArray();
        QCOMPARE(entries[0][u"reason"_s].toString(), u"memory_critical"_s);
        QCOMPARE(entries[1][u"value"_s].toArray(), QJsonArray{1});
        QCOMPARE(entries[2][u"reason"_s].toString(), u"no_file"_s);
    }

    void entriesAreListedInPagesOfOneListing()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        QByteArrayList files;
        for (const char *name : {"a", "b", "c", "d", "e"})
            files += fixture.addFile(name);
        for (const QByteArray &file : files)
            QCOMPARE(fixture.ask("PUT", entryTarget(file), "{}").status, 204);
        QByteArrayList listed;
        QByteArray cursor;
        do {
            const QJsonObject page =
                fixture.get("/api/entries?limit=2&order=desc" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .json();
            QCOMPARE(page[u"total"_s].toInt(), 5);
            for (const QJsonValue &row : page[u"entries"_s].toArray())
                listed += row[u"path"_s].toString().toUtf8();
            if (cursor.isEmpty()) // what happens meanwhile does not move the pages
                QCOMPARE(fixture.ask("DELETE", entryTarget(files[4])).status, 204);
            cursor = page[u"next"_s].toString().toUtf8();
        } while (!cursor.isEmpty());
        std::reverse(files.begin(), files.end());
        QCOMPARE(listed, files);
        QCOMPARE(fixture.get("/api/entries?cursor=99.0").reason(), u"gone"_s);
        QCOMPARE(fixture.get("/api/entries?sort=size").status, 400);
    }

    void aDeletionCanBeFollowedAndUndone()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const QByteArray file = fixture.addFile("a.txt");
        QCOMPARE(fixture.ask("PUT", entryTarget(file), "{}").status, 204);
        const QJsonObject page = fixture.get("/api/entries").json();
        const QByteArray id = QByteArray::number(page[u"entries"_s][0][u"id"_s].toInteger());
        const Answered begun = fixture.ask("POST", "/api/removals", "{\"ids\":[" + id + "]}");
        QCOMPARE(begun.status, 201);
        const QJsonObject ended = fixture.get(begun.header("Location") + "?wait=true").json();
        QCOMPARE(ended[u"result"_s][u"removed"_s].toInt(), 1);
        QCOMPARE(fixture.get(entryTarget(file)).reason(), u"not_cached"_s);
        const QByteArray undo = QByteArray::number(ended[u"result"_s][u"undo_id"_s].toInteger());
        QCOMPARE(fixture.ask("POST", "/api/undo/" + undo).json(), (QJsonObject{{u"restored"_s, 1}}));
        QCOMPARE(fixture.get(entryTarget(file)).status, 200);
        const QStringList actions = actionsIn(events(fixture));
        QVERIFY(actions.contains(u"removed_entries"_s) && actions.contains(u"restored_entries"_s));
    }

    void aChangeOfThresholdsNamesWhatItIsBasedOn()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const QByteArray body = "{\"elevated\":{\"enter_percent\":65}}";
        const QByteArray tag = fixture.get("/api/thresholds").header("ETag");
        QCOMPARE(fixture.ask("PUT", "/api/thresholds", body).reason(), u"if_match_required"_s);
        const Answered changed = fixture.ask("PUT", "/api/thresholds", body, "If-Match: " + tag + "\r\n");
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json()[u"elevated"_s][u"enter_percent"_s].toDouble(), 65.0);
        QCOMPARE(fixture.backend->views().settings->settings().thresholds.elevated.enterPercent, 65.0);
        QCOMPARE(fixture.ask("PUT", "/api/thresholds", body, "If-Match: " + tag + "\r\n").reason(),
                 u"changed_since"_s);
        QVERIFY(actionsIn(events(fixture)).contains(u"changed_settings"_s));
    }

    void settingsThatTheRulesRefuseChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("out of range") << QByteArray("{\"limits\":{\"memory_entries\":0}}");
        QTest::newRow("unknown field") << QByteArray("{\"limits\":{\"memory\":1}}");
        QTest::newRow("unknown part") << QByteArray("{\"thresholdz\":{}}");
        QTest::newRow("contradiction") << QByteArray("{\"thresholds\":{\"high\":{\"enter_percent\":99}}}");
        QTest::newRow("unknown preset") << QByteArray("{\"preset\":\"none\"}");
    }
    void settingsThatTheRulesRefuseChangeNothing()
    {
        QFETCH(QByteArray, body);
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const auto before = fixture.backend->views().settings->settings();
        const Answered refused = fixture.ask("PUT", "/api/settings", body, "If-Match: *\r\n");
        QCOMPARE(refused.status, 422);
        QVERIFY(!refused.json()[u"detail"_s].toString().isEmpty());
        QVERIFY(fixture.backend->views().settings->settings() == before);
    }

    void aTrialIsAnnouncedAndCanBeConfirmed()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        QCOMPARE(fixture
                     .ask("PUT", "/api/thresholds?revert_after_s=60", "{\"elevated\":{\"enter_percent\":70}}",
                          "If-Match: *\r\n")
                     .status,
                 200);
        QVERIFY(fixture.get("/api/settings").json()[u"reverts_at_unix_ms"_s].isDouble());
        // Another client's change would make it permanent.
        QCOMPARE(fixture.ask("PUT", "/api/thresholds", "{\"high\":{\"enter_percent\":82}}", "If-Match: *\r\n")
                     .reason(),
                 u"conflict"_s);
        QCOMPARE(fixture.ask("POST", "/api/presets/default/apply").reason(), u"conflict"_s);
        QCOMPARE(fixture.ask("POST", "/api/settings/keep").status, 204);
        QCOMPARE(fixture.ask("POST", "/api/settings/keep").reason(), u"gone"_s);
        QVERIFY(!fixture.get("/api/settings").json().contains(u"reverts_at_unix_ms"_s));
    }

    void aTrialRevertsToWhatWasBeforeIt()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        views::SettingsView *view = fixture.backend->views().settings;
        const views::Settings before = view->settings();
        views::Settings tried = before;
        api::SettingsTrial trial(view);
        for (const double percent : {65.0, 70.0}) {
            tried.thresholds.elevated.enterPercent = percent;
            QVERIFY(trial.apply(tried, view->basePreset(), std::chrono::milliseconds(300)));
        }
        QVERIFY(view->settings() == tried);
        VERIFY_EVENTUALLY(view->settings() == before);
        QVERIFY(!trial.confirm());
    }

    void aChangeOfTheOperatorsEndsATrial()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        views::SettingsView *view = fixture.backend->views().settings;
        views::Settings settings = view->settings();
        settings.thresholds.elevated.enterPercent = 65;
        api::SettingsTrial trial(view);
        QVERIFY(trial.apply(settings, view->basePreset(), std::chrono::minutes(1)));
        settings.memory.entries = 99;
        QVERIFY(view->applySettings(settings, view->basePreset()));
        QVERIFY(!trial.revertsAtWallMs());
    }

    void presetsAreSavedAppliedAndDeleted()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        QCOMPARE(
            fixture.ask("PUT", "/api/presets/night%20shift", "{\"limits\":{\"memory_entries\":77}}").status,
            204);
        QCOMPARE(fixture.ask("POST", "/api/presets/night%20shift/apply").status, 204);
        QCOMPARE(fixture.backend->views().settings->settings().memory.entries, 77u);
        QCOMPARE(fixture.get("/api/presets").json()[u"base"_s].toString(), u"night shift"_s);
        QCOMPARE(fixture.ask("DELETE", "/api/presets/night%20shift").status, 204);
        QCOMPARE(fixture.ask("DELETE", "/api/presets/default").reason(), u"not_found"_s);
        QCOMPARE(fixture.ask("PUT", "/api/presets/%fe%fe", "{}").reason(), u"invalid"_s);
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
