// SPDX-License-Identifier: GPL-3.0-or-later
//
// Questions about other settings through the API: they change nothing, and what cannot be asked is refused.
#include "ApiFixture.h"
#include "support/TestMain.h"

#include <QDateTime>
#include <QJsonArray>

#include <limits>

using namespace manometer;
using namespace manometer::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto whatIfPath = "/api/evidence/whatif";
constexpr auto suggestPath = "/api/evidence/suggest";

// At 42 %, where only the draft has a level above NORMAL.
const QByteArray lowThresholds =
    "{\"settings\": {\"thresholds\": {\"elevated\": {\"enter_percent\": 30, \"leave_percent\": 25, "
    "\"target_percent\": 25}}}, \"ribbon_columns\": 100}";

QJsonObject levelOf(const QJsonObject &answer, const QString &which, const QString &level)
{
    for (const QJsonValue &each : answer[which][u"levels"_s].toArray())
        if (each[u"level"_s] == level)
            return each.toObject();
    return {};
}

} // namespace

class TestApiEvidence : public QObject
{
    Q_OBJECT
private slots:
    void aDraftIsReplayedBesideTheAppliedSettings()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        QJsonObject answer;
        // The journal is written every second, and read again some seconds after a question.
        VERIFY_EVENTUALLY(
            (answer = fixture.ask("POST", whatIfPath, lowThresholds).json())[u"samples"_s].toInt() >= 3);
        QCOMPARE(levelOf(answer, u"applied"_s, u"ELEVATED"_s)[u"entries"_s].toInt(), 0);
        QCOMPARE(levelOf(answer, u"draft"_s, u"ELEVATED"_s)[u"entries"_s].toInt(), 1);
        QCOMPARE(answer[u"draft"_s][u"ribbon"_s].toArray().last()[u"level"_s].toString(), u"ELEVATED"_s);
        QCOMPARE(answer[u"applied"_s][u"ribbon"_s].toArray().last()[u"level"_s].toString(), u"NORMAL"_s);
        QVERIFY(answer[u"applied"_s][u"hit_percent"_s].isNull());
        // A question only.
        QCOMPARE(fixture.backend->views().settings->settings().thresholds.elevated.enterPercent, 60.0);
    }

    void incidentsAreTheNotesThatAreMarkedAsSuch()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        VERIFY_EVENTUALLY(fixture.ask("POST", whatIfPath, lowThresholds).json()[u"samples"_s].toInt() >= 3);
        const qint64 then =
            fixture.ask("POST", whatIfPath, lowThresholds).json()[u"to_unix_ms"_s].toInteger();
        const QByteArray at = QByteArray::number(then - 500);
        QCOMPARE(
            fixture.ask("POST", "/api/events", "{\"text\": \"a note\", \"at_unix_ms\": " + at + "}").status,
            204);
        QCOMPARE(fixture
                     .ask("POST", "/api/events",
                          "{\"text\": \"slow\", \"incident\": true, \"at_unix_ms\": " + at + "}")
                     .status,
                 204);
        VERIFY_EVENTUALLY(fixture.ask("POST", whatIfPath, lowThresholds).json()[u"incidents"_s].toInt() == 1);
    }

    void aNoteIsAboutAMomentOfTheLastWeek()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const auto add = [&fixture](qint64 at) {
            return fixture.ask("POST", "/api/events",
                               "{\"text\": \"slow\", \"at_unix_ms\": " + QByteArray::number(at) + "}");
        };
        QCOMPARE(add(now - 3'600'000).status, 204);
        QCOMPARE(add(now + 2'000).status, 204); // another machine's clock
        for (const qint64 at : {qint64(0), now / 1000, now - qint64(8) * 86'400'000}) {
            const Answered refused = add(at);
            QCOMPARE(refused.status, 422);
            QVERIFY(refused.json()[u"detail"_s].toString().contains(u"more than a week ago"));
        }
        for (const qint64 at : {now + 60'000, std::numeric_limits<qint64>::max()})
            QVERIFY(add(at).json()[u"detail"_s].toString().contains(u"in the future"));
    }

    void whatAppliedThresholdsWouldHaveDoneIsInTheLog()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        VERIFY_EVENTUALLY(fixture.ask("POST", whatIfPath, lowThresholds).json()[u"samples"_s].toInt() >= 3);
        QCOMPARE(fixture
                     .ask("PUT", "/api/thresholds",
                          "{\"elevated\": {\"enter_percent\": 30, \"leave_percent\": 25, "
                          "\"target_percent\": 25}}",
                          "If-Match: *\r\n")
                     .status,
                 200);
        const auto replays = [&fixture] {
            QList<QJsonObject> found;
            for (const QJsonValue &event : events(fixture))
                if (event[u"kind"_s].toString() == u"replay")
                    found += event.toObject();
            return found;
        };
        VERIFY_EVENTUALLY(!replays().isEmpty());
        const QJsonObject replay = replays().constFirst();
        QCOMPARE(replay[u"before_elevated_entries"_s].toInt(), 0);
        QCOMPARE(replay[u"after_elevated_entries"_s].toInt(), 1);
        QVERIFY(replay[u"after_hit_percent"_s].isNull());
    }

    void suggestionsAreFound()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        QJsonObject answer;
        VERIFY_EVENTUALLY(
            (answer = fixture.ask("POST", suggestPath, "{\"most_criticals_per_day\": 2}").json())[u"end"_s]
                .toString() == u"found");
        const QJsonArray drafts = answer[u"drafts"_s].toArray();
        QVERIFY(!drafts.isEmpty());
        QCOMPARE(drafts[0][u"criticals_per_day"_s].toDouble(), 0.0);
        QVERIFY(drafts[0][u"thresholds"_s][u"high"_s][u"enter_percent"_s].isDouble());
        QCOMPARE(drafts[0][u"high_time_percent"_s].toDouble(), 0.0);
        QCOMPARE(answer[u"base"_s][u"thresholds"_s][u"high"_s][u"enter_percent"_s].toDouble(), 80.0);
        QVERIFY(answer[u"base_breaks"_s].isArray());
        QVERIFY(answer[u"recorded_ms"_s].toInt() > 0);
        QVERIFY(answer[u"to_unix_ms"_s].toInteger() >
                QDateTime::currentMSecsSinceEpoch() - 60'000); // it has just been recorded
    }

    void aRefusalNamesOnlyWhatIsWrong()
    {
        if (!m_shared.backend)
            QVERIFY(m_shared.open());
        const QString detail =
            m_shared.ask("POST", suggestPath, "{\"most_hit_points\": 1000}").json()[u"detail"_s].toString();
        QCOMPARE(detail, u"most_hit_points must be 0 to 100."_s);
    }

    void whatCannotBeAskedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *path, const char *body, int status) {
            QTest::newRow(name) << QByteArray(path) << QByteArray(body) << status;
        };
        row("no JSON", whatIfPath, "{", 400);
        row("no object", whatIfPath, "[]", 400);
        row("unknown field", whatIfPath, "{\"thresholds\": {}}", 400);
        row("wrong type", whatIfPath, "{\"from_unix_ms\": \"now\"}", 400);
        row("no whole number", whatIfPath, "{\"from_unix_ms\": 1e300}", 400);
        row("settings of the wrong type", whatIfPath, "{\"settings\": null}", 400);
        row("unknown settings", whatIfPath, "{\"settings\": {\"threshold\": {}}}", 422);
        row("invalid draft", whatIfPath,
            "{\"settings\": {\"thresholds\": {\"high\": {\"enter_percent\": 10}}}}", 422);
        row("a range that is reversed", whatIfPath, "{\"from_unix_ms\": 2000, \"to_unix_ms\": 1000}", 422);
        row("a range without a length", suggestPath, "{\"from_unix_ms\": 2000, \"to_unix_ms\": 2000}", 422);
        row("thresholds that are given twice", whatIfPath,
            "{\"settings\": {\"thresholds\": {}, \"thresholds\": {}}}", 400);
        row("too many columns", whatIfPath, "{\"ribbon_columns\": 10001}", 422);
        row("fewer than no columns", whatIfPath, "{\"ribbon_columns\": -1}", 422);
        row("negative criticals", suggestPath, "{\"most_criticals_per_day\": -1}", 422);
        row("negative lead", suggestPath, "{\"incident_lead_ms\": -1}", 422);
        row("lead beyond a day", suggestPath, "{\"incident_lead_ms\": 86400001}", 422);
        row("too many points", suggestPath, "{\"most_hit_points\": 101}", 422);
        row("invalid base", suggestPath,
            "{\"settings\": {\"thresholds\": {\"high\": {\"enter_percent\": 10}}}}", 422);
    }

    void whatCannotBeAskedIsRefused()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        if (!m_shared.backend)
            QVERIFY(m_shared.open());
        const Answered refused = m_shared.ask("POST", path, body);
        QCOMPARE(refused.status, status);
        QVERIFY(!refused.json()[u"detail"_s].toString().isEmpty());
    }

    void timesBeyondTheClockAreNoError()
    {
        if (!m_shared.backend)
            QVERIFY(m_shared.open());
        const Answered later = m_shared.ask("POST", whatIfPath, "{\"from_unix_ms\": 9223372036854775807}");
        QCOMPARE(later.status, 200);
        QCOMPARE(later.json()[u"samples"_s].toInt(), 0);
        QCOMPARE(m_shared
                     .ask("POST", whatIfPath,
                          "{\"from_unix_ms\": -9223372036854775808, \"to_unix_ms\": 9223372036854775807}")
                     .status,
                 200);
    }

    void cleanupTestCase()
    {
        m_shared.api.reset();
        m_shared.backend.reset();
    }

private:
    ApiFixture m_shared;
};

MANOMETER_TEST(Core, TestApiEvidence)
#include "tst_api_evidence.moc"
