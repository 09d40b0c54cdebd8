// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/Value.h"
#include "support/TestMain.h"
#include "wire/EventLine.h"
#include "wire/Fields.h"
#include "wire/ViewFields.h"
#include "wire/ViewJson.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>

namespace manometer::wire {

namespace {

// Gives every field a different value, so that a missing or confused field is detected.
class Filler
{
public:
    template<typename Value>
    void operator()(std::string_view key, Value &into)
    {
        if (!m_keys.insert(std::string(key)).second)
            m_repeated = key;
        fill(into);
    }
    // A key that two fields of one struct share; empty if none.
    const std::string &repeated() const { return m_repeated; }

    template<typename Value>
    void fill(Value &into)
    {
        const int number = ++m_next;
        if constexpr (std::is_same_v<Value, cache::EntryId>)
            into = cache::EntryId(std::numeric_limits<std::uint64_t>::max() - std::uint64_t(number));
        else if constexpr (std::is_enum_v<Value>)
            into = static_cast<Value>(1 + std::size_t(number) % (wordsOf<Value>().size() - 1));
        else if constexpr (std::is_same_v<Value, bool>)
            into = !into;
        else if constexpr (std::is_same_v<Value, std::uint64_t> || std::is_same_v<Value, quint64>)
            into = std::numeric_limits<Value>::max() - Value(number); // beyond what a double holds
        else if constexpr (std::is_integral_v<Value>)
            into = static_cast<Value>(std::int64_t(-number) * 1'000'003);
        else if constexpr (std::is_floating_point_v<Value>)
            into = number / 3.0;
        else if constexpr (std::is_same_v<Value, QByteArray>)
            into = "/data/\\xFF\\\\ \xff\xc3\x28 \n\x01\"" + QByteArray::number(number);
        else if constexpr (std::is_same_v<Value, std::string>)
            into = "caf\xc3\xa9/\xed\xa0\x80" + std::to_string(number);
        else if constexpr (std::is_same_v<Value, QString>)
            into = QStringLiteral("\u00e9tat ") + QString::number(number);
        else if constexpr (fields::isDuration<Value>)
            into = Value(number * 7);
        else if constexpr (fields::isOptional<Value>)
            fill(into.emplace());
        else if constexpr (fields::isList<Value>)
            for (int i = 0; i < 3; ++i)
                fill(into.emplace_back());
        else if constexpr (fields::isArray<Value>)
            for (auto &item : into)
                fill(item);
        else {
            Filler inner;
            inner.m_next = m_next * 100;
            describe(inner, into);
            if (!inner.m_repeated.empty())
                m_repeated = inner.m_repeated;
        }
    }

private:
    int m_next = 0;
    std::set<std::string> m_keys;
    std::string m_repeated;
};

// The number of scalar values that are equal in `filled` and `fresh`: fields that the filler did not set.
std::size_t equalLeaves(const json::Value &filled, const json::Value &fresh)
{
    if (fresh.kind() != json::Value::Kind::Object)
        return filled.kind() == fresh.kind() && filled.text() == fresh.text() && filled.items().empty() ? 1
                                                                                                        : 0;
    std::size_t equal = 0;
    for (const auto &[name, value] : fresh.members())
        equal += equalLeaves(*filled.find(name), value);
    return equal;
}

template<typename Value>
void checkRoundTrip()
{
    Value filled{};
    Filler filler;
    filler.fill(filled);
    QCOMPARE(filler.repeated(), std::string());
    const QByteArray text = toText(filled);
    const auto read = fromText<Value>(text);
    QVERIFY2(read.has_value(), text.constData());
    QCOMPARE(toText(*read), text);
    const auto tree = json::Value::parse(text.toStdString());
    const auto fresh = json::Value::parse(toText(Value{}).toStdString());
    QVERIFY(tree && fresh);
    QCOMPARE(equalLeaves(*tree, *fresh), std::size_t(0));
}

} // namespace

class TestViewJson : public QObject
{
    Q_OBJECT
private slots:
    void aSampleReadsBackTheSame() { checkRoundTrip<views::SampleRecord>(); }
    void aRangeReadsBackTheSame() { checkRoundTrip<views::TimeRange>(); }
    void aListOfAFixedLengthIsRefusedWithAnother()
    {
        const auto read = [](const QByteArray &errors) {
            return fromText<views::MonitorStatus>("{\"forecast_record\":{\"high\":{\"errors\":" + errors +
                                                  "}}}");
        };
        const auto whole = read("[1,2,3,4,5,6,7,8,9,10,11]");
        QVERIFY(whole);
        QCOMPARE(whole->forecastRecord.high.errors.back(), 11u);
        QVERIFY(!read("[1,2,3]"));
        QVERIFY(!read("[1,2,3,4,5,6,7,8,9,10,11,12]"));
        QVERIFY(!read("7"));
    }

    void aStatusReadsBackTheSame() { checkRoundTrip<views::MonitorStatus>(); }
    void processesReadBackTheSame() { checkRoundTrip<views::MemoryHolding>(); }
    void aCacheSummaryReadsBackTheSame() { checkRoundTrip<views::CacheSummary>(); }
    void evidenceReadsBackTheSame() { checkRoundTrip<views::HitEvidence>(); }
    void aQueryReadsBackTheSame() { checkRoundTrip<cache::EntryQuery>(); }
    void aListingReadsBackTheSame() { checkRoundTrip<views::Listing>(); }
    void anEntryReadsBackTheSame() { checkRoundTrip<views::EntryDetail>(); }
    void aWeightReadsBackTheSame() { checkRoundTrip<views::EntryWeight>(); }
    void aRemovalReadsBackTheSame() { checkRoundTrip<views::Removal>(); }
    void aReportOfTheSignalsReadsBackTheSame() { checkRoundTrip<pressure::SourceReport>(); }
    void aScanReadsBackTheSame() { checkRoundTrip<views::ScanProgress>(); }
    void aFailureReadsBackTheSame() { checkRoundTrip<views::ScanFailure>(); }
    void aConnectionReadsBackTheSame() { checkRoundTrip<views::Connection>(); }

    void aMissingFieldKeepsItsDefaultAndAnUnknownOneIsIgnored()
    {
        const auto sample = fromText<views::SampleRecord>("{\"unix_ms\":5,\"of_a_later_version\":[1,{}]}");
        QVERIFY(sample.has_value());
        QCOMPARE(sample->wallMs, qint64(5));
        QVERIFY(std::isnan(sample->systemUsedPercent));
        QCOMPARE(sample->raw, pressure::Level::Normal);
    }

    void unknownValuesAreNull()
    {
        QVERIFY(toText(views::SampleRecord{}).contains("\"system_used_percent\":null"));
        const auto sample = fromText<views::SampleRecord>("{\"system_used_percent\":null}");
        QVERIFY(sample && std::isnan(sample->systemUsedPercent));
        const auto status =
            fromText<views::MonitorStatus>("{\"cgroup\":null,\"falls_at_monotonic_ms\":null}");
        QVERIFY(status && !status->cgroup && !status->fallsAtMs);
    }

    void eventsAndViewsNameTheSameFields()
    {
        const cache::Health health{.state = cache::Health::State::DiskFull,
                                   .quarantinedShards = 2,
                                   .quarantinePath = "/q",
                                   .detail = "d"};
        const QByteArray ofHealth(
            "{\"state\":\"disk_full\",\"quarantined_shards\":2,\"quarantine_file\":\"/q\",\"detail\":\"d\"}");
        QCOMPARE(detailsOf({.what = views::StoreEvent{health}}), ofHealth);
        QVERIFY(toText(views::CacheSummary{.health = health}).contains("\"health\":" + ofHealth));

        const pressure::SourceError error{
            .kind = pressure::SourceError::Kind::Malformed, .path = "/p", .systemError = 5, .detail = "d"};
        const QByteArray ofError("\":\"malformed\",\"file\":\"/p\",\"system_error\":5,\"detail\":\"d\"}");
        QCOMPARE(detailsOf({.what = views::SourceEvent{error}}), "{\"error" + ofError);
        QVERIFY(toText(views::MonitorStatus{.error = error}).contains("\"error\":{\"kind" + ofError));

        pressure::Thresholds thresholds;
        thresholds.high = {
            .enterPercent = 4, .leavePercent = 3, .hold = std::chrono::milliseconds(2), .targetPercent = 1};
        QVERIFY(detailsOf({.what = views::ThresholdsEvent{.before = {}, .after = thresholds}})
                    .contains("\"after_high_enter_percent\":4,\"after_high_leave_percent\":3,"
                              "\"after_high_hold_ms\":2,\"after_high_target_percent\":1,"));
        QVERIFY(toText(views::MonitorStatus{.thresholds = thresholds})
                    .contains("\"high\":{\"enter_percent\":4,\"leave_percent\":3,\"hold_ms\":2,"
                              "\"target_percent\":1}"));
    }

    void aFieldOfTheWrongTypeMakesTheValueInvalid_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("text for a number") << QByteArray("{\"unix_ms\":\"5\"}");
        QTest::newRow("a fractional number for an integer") << QByteArray("{\"unix_ms\":5.5}");
        QTest::newRow("an integer that does not fit") << QByteArray("{\"bucket_ms\":99999999999}");
        QTest::newRow("a negative count") << QByteArray("{\"cache_entries\":-1}");
        QTest::newRow("an unknown word") << QByteArray("{\"level_raw\":\"TERRIBLE\"}");
        QTest::newRow("a number for a word") << QByteArray("{\"level_raw\":1}");
        QTest::newRow("a word for a boolean") << QByteArray("{\"gap\":\"true\"}");
        QTest::newRow("null for a boolean") << QByteArray("{\"gap\":null}");
        QTest::newRow("not an object") << QByteArray("[1]");
        QTest::newRow("not JSON") << QByteArray("{\"unix_ms\":");
    }

    void aFieldOfTheWrongTypeMakesTheValueInvalid()
    {
        QFETCH(QByteArray, json);
        const auto read = fromText<views::SampleRecord>(json);
        QVERIFY(!read.has_value());
        QVERIFY(!read.error().isEmpty());
    }

    void aNestedFieldOfTheWrongTypeMakesTheWholeInvalid()
    {
        QVERIFY(!fromText<views::MonitorStatus>("{\"latest\":{\"gap\":1}}").has_value());
        QVERIFY(!fromText<views::Listing>("{\"ids\":[1,\"2\"]}").has_value());
        QVERIFY(!fromText<views::Listing>("{\"ids\":{}}").has_value());
        QVERIFY(!fromText<cache::EntryQuery>("{\"hits\":{\"least\":null}}").has_value());
    }
};

} // namespace manometer::wire

using manometer::wire::TestViewJson;
MANOMETER_TEST(Core, TestViewJson)
#include "tst_view_json.moc"
