// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Times.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::ctl;

namespace {

constexpr std::int64_t now = 1'796'126'405'000; // 2026-12-01T12:00:05Z

} // namespace

class TestCtlTimes : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3");
        ::tzset();
    }

    void timesAreParsed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("unixMs");
        const auto row = [](const char *text, qint64 unixMs) {
            QTest::newRow(text) << QByteArray(text) << unixMs;
        };
        row("now", now);
        row("-1s", now - 1000);
        row("-90m", now - 90 * 60'000);
        row("-2h", now - 2 * 3'600'000);
        row("-1d", now - 86'400'000);
        row("-1w", now - 7 * 86'400'000LL);
        row("2026-12-01T12:00:05Z", now);
        row("2026-12-01T12:00:05z", now);
        row("2026-12-01T13:00:05+01:00", now);
        row("2026-12-01T13:00:05+0100", now);
        row("2026-12-01T10:30:05-01:30", now);
        row("2026-12-01T12:00:05.250Z", now + 250);
        row("2026-12-01T12:00:05,2509Z", now + 250);
        row("2026-12-01 13:00:05", now); // local: winter time
        row("2026-12-01T13:00", now - 5000);
        row("2026-12-01", now - 5000 - 13 * 3'600'000LL);
        row("2026-07-01T14:00:00", 1'782'907'200'000); // local: summer time
        row("1969-12-31T23:59:59Z", -1000);
        row("2024-02-29T00:00Z", 1'709'164'800'000);
        row("@1796126405", now);
        row("@1796126405.5", now + 500);
    }
    void timesAreParsed()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, unixMs);
        const auto time = parseTime(text.toStdString(), now);
        QVERIFY(time);
        QCOMPARE(qint64(*time), unixMs);
    }

    void otherTextIsNoTime_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"",
                                 "-",
                                 "-h",
                                 "-1",
                                 "-1y",
                                 "--1h",
                                 "-1hh",
                                 "-99999999999999999999s",
                                 "-4000000000s",
                                 "1h",
                                 "yesterday",
                                 "2026",
                                 "2026-12",
                                 "2026-13-01",
                                 "2026-00-01",
                                 "2026-12-32",
                                 "2026-02-31",
                                 "2026-12-01T",
                                 "2026-12-01T24:00",
                                 "2026-12-01T12:60",
                                 "2026-12-01T12",
                                 "2026-12-01T12:00:",
                                 "2026-12-01T12:00:05.",
                                 "2026-12-01T12:00Zx",
                                 "2026-12-01T12:00+1",
                                 "2026-12-01T12:00+25:00",
                                 "2026-12-01x",
                                 "-026-12-01",
                                 "@",
                                 "@x",
                                 "@-5",
                                 "@1e30"})
            QTest::addRow("'%s'", text) << QByteArray(text);
    }
    void otherTextIsNoTime()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseTime(text.toStdString(), now));
    }

    void timesAreShownInTheLocalZone()
    {
        QCOMPARE(localTime(now), std::string("2026-12-01 13:00:05"));
        QCOMPARE(localTime(1'782'907'200'000), std::string("2026-07-01 14:00:00"));
        QCOMPARE(localTimeOfIso("2026-12-01T12:00:05.123Z"), std::string("2026-12-01 13:00:05"));
        QCOMPARE(localTimeOfIso("soon\x1b"), std::string("soon\\x1B"));
        QVERIFY(!localTime(INT64_MAX).empty() && !localTime(INT64_MIN).empty());
    }

    void exportsHaveUtc()
    {
        QCOMPARE(utcTime(now + 7), std::string("2026-12-01T12:00:05.007"));
        QCOMPARE(utcTime(-1), std::string("1969-12-31T23:59:59.999"));
    }
};

MANOMETER_TEST(None, TestCtlTimes)
#include "tst_ctl_times.moc"
