// SPDX-License-Identifier: GPL-3.0-or-later
//
// Entries through the API: by path, in batches, in pages.
#include "ApiFixture.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QUrl>

using namespace manometer;
using namespace manometer::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray lookupBody(const QByteArrayList &files)
{
    QJsonArray paths;
    for (const QByteArray &file : files)
        paths += QString::fromUtf8(file);
    return QJsonDocument(QJsonObject{{u"paths"_s, paths}}).toJson(QJsonDocument::Compact);
}

} // namespace

class TestApiEntries : public QObject
{
    Q_OBJECT
private slots:
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

    void entriesAreFilteredByWhatTheReaderMadeOfThem()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const QByteArray file = fixture.addFile("a");
        QCOMPARE(fixture.ask("PUT", entryTarget(file), "{}").status, 204);
        const auto listed = [&fixture](const QByteArray &query) {
            return fixture.get("/api/entries?" + query).json()[u"entries"_s].toArray();
        };
        QCOMPARE(listed("error=true").size(), 0);
        QCOMPARE(listed("error=false").size(), 1);
        QCOMPARE(listed("error=false").first()[u"contents"_s].toString(), u"understood"_s);
        QCOMPARE(fixture.get("/api/entries?error=maybe").status, 400);
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
};

MANOMETER_TEST(Core, TestApiEntries)
#include "tst_api_entries.moc"
