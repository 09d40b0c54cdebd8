// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"
#include "wire/Summary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace manometer;
using namespace manometer::wire;
using namespace manometer::views;

namespace {

template<typename Write, typename Value>
QJsonObject parsed(Write write, const Value &value)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(summaryText(write, value))).object();
}

QJsonObject noForecasts()
{
    return {{QStringLiteral("right"), 0},
            {QStringLiteral("wrong"), 0},
            {QStringLiteral("unforeseen"), 0},
            {QStringLiteral("typical_error_seconds"), QJsonValue::Null}};
}

} // namespace

class TestSummary : public QObject
{
    Q_OBJECT
private slots:
    void everyFieldOfTheOriginalExists()
    {
        MonitorStatus status;
        status.latest.wallMs = 1'767'398'400'000;
        status.latest.systemTotalBytes = std::uint64_t(8000) << 20;
        status.latest.systemAvailableBytes = std::uint64_t(2000) << 20;
        status.latest.systemUsedPercent = 75.0;
        status.latest.processRssBytes = 250u << 20;
        status.latest.processVirtualBytes = 500u << 20;
        status.applied = Level::High;
        status.evictionTargetBytes = 850u << 20;
        const QJsonObject expected{
            {QStringLiteral("timestamp"), QStringLiteral("2026-01-03T00:00:00.000Z")},
            {QStringLiteral("pressure_level"), QStringLiteral("HIGH")},
            {QStringLiteral("stale"), false},
            {QStringLiteral("system"), QJsonObject{{QStringLiteral("used_mb"), 6000.0},
                                                   {QStringLiteral("available_mb"), 2000.0},
                                                   {QStringLiteral("total_mb"), 8000.0},
                                                   {QStringLiteral("percent"), 75.0}}},
            {QStringLiteral("process"), QJsonObject{{QStringLiteral("rss_mb"), 250.0},
                                                    {QStringLiteral("vms_mb"), 500.0},
                                                    {QStringLiteral("percent"), 3.1}}},
            {QStringLiteral("thresholds"), QJsonObject{{QStringLiteral("normal"), QStringLiteral("<60%")},
                                                       {QStringLiteral("elevated"), QStringLiteral("60%")},
                                                       {QStringLiteral("high"), QStringLiteral("80%")},
                                                       {QStringLiteral("critical"), QStringLiteral(">90%")}}},
            {QStringLiteral("eviction_target_mb"), 850.0},
            {QStringLiteral("under_pressure"), true},
            {QStringLiteral("critical"), false},
            {QStringLiteral("forecast"), QJsonValue::Null},
            {QStringLiteral("forecast_record"), QJsonObject{{QStringLiteral("ELEVATED"), noForecasts()},
                                                            {QStringLiteral("HIGH"), noForecasts()},
                                                            {QStringLiteral("CRITICAL"), noForecasts()}}},
            {QStringLiteral("rehearsal"), QJsonValue::Null},
        };
        QCOMPARE(parsed(writePressureSummary, status), expected);
        status.rehearsal = {.curve = "ramp",
                            .playedMs = 80'000,
                            .lengthMs = 120'000,
                            .percent = 91.24,
                            .level = Level::Critical,
                            .limit = {.entries = 50, .bytes = 1},
                            .evictedEntries = 325};
        const QJsonObject rehearsal{{QStringLiteral("curve"), QStringLiteral("ramp")},
                                    {QStringLiteral("percent"), 91.2},
                                    {QStringLiteral("pressure_level"), QStringLiteral("CRITICAL")},
                                    {QStringLiteral("limit_entries"), 50},
                                    {QStringLiteral("evicted_entries"), 325},
                                    {QStringLiteral("remaining_ms"), 40'000}};
        QCOMPARE(parsed(writePressureSummary, status)[QStringLiteral("rehearsal")].toObject(), rehearsal);
    }

    void theForecastNamesTheNextLevel()
    {
        MonitorStatus status;
        status.applied = Level::Elevated;
        status.forecast.toNext = std::chrono::seconds(72);
        QCOMPARE(parsed(writePressureSummary, status)[QStringLiteral("forecast")].toObject(),
                 (QJsonObject{{QStringLiteral("level"), QStringLiteral("HIGH")},
                              {QStringLiteral("expected_in_ms"), 72'000}}));
        status.stale = true;
        QVERIFY(parsed(writePressureSummary, status)[QStringLiteral("forecast")].isNull());
    }

    void theTypicalErrorOfForecastsHasASign_data()
    {
        QTest::addColumn<int>("errorClass");
        QTest::addColumn<QJsonValue>("from");
        QTest::addColumn<QJsonValue>("to");
        QTest::newRow("very early") << 0 << QJsonValue(QJsonValue::Null) << QJsonValue(-60);
        QTest::newRow("early") << 3 << QJsonValue(-20) << QJsonValue(-10);
        QTest::newRow("on time") << 5 << QJsonValue(-5) << QJsonValue(5);
        QTest::newRow("late") << 6 << QJsonValue(5) << QJsonValue(10);
        QTest::newRow("very late") << 10 << QJsonValue(60) << QJsonValue(QJsonValue::Null);
    }
    void theTypicalErrorOfForecastsHasASign()
    {
        QFETCH(int, errorClass);
        QFETCH(QJsonValue, from);
        QFETCH(QJsonValue, to);
        MonitorStatus status;
        pressure::LevelForecasts &forecasts = status.forecastRecord.high;
        forecasts = {.cameTrue = 1, .notTrue = 2, .unforeseen = 3, .errors = {}};
        forecasts.errors[static_cast<std::size_t>(errorClass)] = 1;
        const QJsonObject record = parsed(writePressureSummary, status)[QStringLiteral("forecast_record")]
                                       .toObject()[QStringLiteral("HIGH")]
                                       .toObject();
        QCOMPARE(record[QStringLiteral("right")].toInt(), 1);
        QCOMPARE(record[QStringLiteral("wrong")].toInt(), 2);
        QCOMPARE(record[QStringLiteral("unforeseen")].toInt(), 3);
        const QJsonObject error = record[QStringLiteral("typical_error_seconds")].toObject();
        QCOMPARE(error[QStringLiteral("from")], from);
        QCOMPARE(error[QStringLiteral("to")], to);
    }

    void theRoundedPercentageStaysOnItsSideOfAThreshold_data()
    {
        QTest::addColumn<double>("percent");
        QTest::addColumn<double>("shown");
        QTest::newRow("just under HIGH") << 79.97 << 79.9;
        QTest::newRow("at HIGH") << 80.0 << 80.0;
        QTest::newRow("just above HIGH") << 80.02 << 80.0;
        QTest::newRow("at CRITICAL, which begins above") << 90.0 << 90.0;
        QTest::newRow("just above CRITICAL") << 90.02 << 90.1;
        QTest::newRow("just under the end of HIGH") << 74.96 << 74.9;
        QTest::newRow("far from all") << 70.26 << 70.3;
    }
    void theRoundedPercentageStaysOnItsSideOfAThreshold()
    {
        QFETCH(double, percent);
        QFETCH(double, shown);
        MonitorStatus status;
        status.latest.wallMs = 1;
        status.latest.systemUsedPercent = percent;
        const auto summary = parsed(writePressureSummary, status);
        QCOMPARE(summary[QStringLiteral("system")].toObject()[QStringLiteral("percent")].toDouble(), shown);
    }

    void underPressureBeginsAtHigh_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("underPressure");
        QTest::addColumn<bool>("critical");
        QTest::newRow("NORMAL") << int(Level::Normal) << false << false;
        QTest::newRow("ELEVATED") << int(Level::Elevated) << false << false;
        QTest::newRow("HIGH") << int(Level::High) << true << false;
        QTest::newRow("CRITICAL") << int(Level::Critical) << true << true;
    }
    void underPressureBeginsAtHigh()
    {
        QFETCH(int, level);
        QFETCH(bool, underPressure);
        QFETCH(bool, critical);
        MonitorStatus status;
        status.applied = Level(level);
        const auto summary = parsed(writePressureSummary, status);
        QCOMPARE(summary[QStringLiteral("under_pressure")].toBool(), underPressure);
        QCOMPARE(summary[QStringLiteral("critical")].toBool(), critical);
    }

    void figuresAreNullBeforeTheFirstSample()
    {
        const auto summary = parsed(writePressureSummary, MonitorStatus());
        QVERIFY(summary[QStringLiteral("timestamp")].isNull());
        QVERIFY(summary[QStringLiteral("system")].toObject()[QStringLiteral("percent")].isNull());
    }

    void theCacheStatisticsHaveTheOriginalsNames()
    {
        CacheSummary summary;
        summary.stats.memoryHits = 1100;
        summary.stats.diskHits = 150;
        summary.stats.misses = 300;
        summary.stats.evictions = 45;
        summary.stats.pressureEvictions = 3;
        summary.stats.memoryEntries = 450;
        summary.stats.diskEntries = 12;
        summary.stats.diskCleanUps = 4;
        summary.memoryPressureEvents = 3;
        summary.adaptiveAdjustments = 3;
        const auto json = parsed(writeCacheSummary, summary);
        QCOMPARE(json[QStringLiteral("hits")].toInt(), 1250);
        QCOMPARE(json[QStringLiteral("total_requests")].toInt(), 1550);
        QCOMPARE(json[QStringLiteral("hit_rate_percent")].toDouble(), 80.65);
        QCOMPARE(json[QStringLiteral("disk_clean_ups")].toInt(), 4);
        for (const char *name :
             {"hits", "misses", "memory_hits", "disk_hits", "db_hits", "redis_hits", "evictions",
              "pressure_evictions", "total_requests", "memory_pressure_events", "adaptive_adjustments",
              "hit_rate_percent", "memory_cache_size", "disk_cache_files"})
            QVERIFY2(json.contains(QLatin1StringView(name)), name);
    }

    void theCostOfPressureIsAddedInAllAndByCut()
    {
        using namespace std::chrono_literals;
        CacheSummary summary;
        summary.stats.pressureCost = {.diskReads = 12, .fileReads = 41, .fileReadTime = 3'200ms};
        summary.cutCosts.run = "1f";
        summary.cutCosts.newestFirst = {{.action = 9,
                                         .cost = {.diskReads = 5, .fileReads = 1, .fileReadTime = 500ms},
                                         .countedOneIn = 2}};
        const QJsonObject cut{{QStringLiteral("action"), 9},
                              {QStringLiteral("requests"), 6},
                              {QStringLiteral("disk_reads"), 5},
                              {QStringLiteral("file_reads"), 1},
                              {QStringLiteral("file_read_seconds"), 0.5},
                              {QStringLiteral("counted_one_in"), 2}};
        const QJsonObject expected{{QStringLiteral("requests"), 53},
                                   {QStringLiteral("disk_reads"), 12},
                                   {QStringLiteral("file_reads"), 41},
                                   {QStringLiteral("file_read_seconds"), 3.2},
                                   {QStringLiteral("run"), QStringLiteral("1f")},
                                   {QStringLiteral("cuts"), QJsonArray{cut}}};
        QCOMPARE(parsed(writeCacheSummary, summary)[QStringLiteral("pressure_lost")].toObject(), expected);
    }

    void theUseOfExiftoolIsAddedByProgram()
    {
        CacheSummary summary;
        summary.answers = {.requests = 12'034,
                           .hits = 11'800,
                           .savedMicroseconds = 4'320'500'000,
                           .clients = {{.program = "immich",
                                        .requests = 12'000,
                                        .hits = 11'800,
                                        .savedMicroseconds = 4'320'500'000,
                                        .lastWallMs = 1'767'398'400'000},
                                       {.program = "a\\b\xff\"", .requests = 34}}};
        const QJsonObject none{{QStringLiteral("program"), QStringLiteral("a\\\\b\\xFF\"")},
                               {QStringLiteral("requests"), 34},
                               {QStringLiteral("hits"), 0},
                               {QStringLiteral("saved_seconds"), 0},
                               {QStringLiteral("last_unix_ms"), 0}};
        const QJsonObject most{{QStringLiteral("program"), QStringLiteral("immich")},
                               {QStringLiteral("requests"), 12'000},
                               {QStringLiteral("hits"), 11'800},
                               {QStringLiteral("saved_seconds"), 4320.5},
                               {QStringLiteral("last_unix_ms"), qint64(1'767'398'400'000)}};
        const QJsonObject expected{{QStringLiteral("requests"), 12'034},
                                   {QStringLiteral("hits"), 11'800},
                                   {QStringLiteral("saved_seconds"), 4320.5},
                                   {QStringLiteral("clients"), QJsonArray{most, none}}};
        QCOMPARE(parsed(writeCacheSummary, summary)[QStringLiteral("exiftool")].toObject(), expected);
    }

    void beforeTheFirstRequestTheUseOfExiftoolIsZero()
    {
        const QByteArray text = QByteArray::fromStdString(summaryText(writeCacheSummary, CacheSummary()));
        QVERIFY2(text.endsWith(R"("exiftool":{"requests":0,"hits":0,"saved_seconds":0,"clients":[]}})"),
                 text);
    }
};

MANOMETER_TEST(Core, TestSummary)
#include "tst_summary.moc"
