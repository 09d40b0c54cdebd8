// SPDX-License-Identifier: GPL-3.0-or-later
//
// Local times in every zone, also when the clock is set back or forward.
#include "gui/chart/ChartScale.h"
#include "gui/text/Times.h"
#include "support/TestMain.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

#include <algorithm>

using namespace manometer::gui;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

qint64 utc(const QString &time)
{
    return QDateTime::fromString(time + u'Z', Qt::ISODate).toMSecsSinceEpoch();
}

QStringList labels(const TimeTicks &ticks, const QTimeZone &zone)
{
    QStringList all;
    for (const qint64 tick : ticks.wallMs)
        all += text::clockTick(tick, ticks.stepMs, zone);
    return all;
}

} // namespace

class TestTimes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void ticksStandOnRoundClockTimes_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<qint64>("span");
        QTest::addColumn<qint64>("step");
        const auto s = [](std::chrono::seconds time) { return qint64(time.count()) * 1000; };
        QTest::newRow("1 min") << QByteArray("UTC") << s(1min) << s(10s);
        QTest::newRow("15 min") << QByteArray("UTC") << s(15min) << s(2min);
        QTest::newRow("an odd span") << QByteArray("Europe/Berlin") << s(1237s) << s(5min);
        QTest::newRow("half an hour from Greenwich") << QByteArray("Asia/Kolkata") << s(24h) << s(6h);
        QTest::newRow("a week") << QByteArray("America/New_York") << s(168h) << s(24h);
    }
    void ticksStandOnRoundClockTimes()
    {
        QFETCH(QByteArray, zone);
        QFETCH(qint64, span);
        QFETCH(qint64, step);
        const qint64 end = 1'763'885'097'123;
        const TimeTicks ticks = clockTicks(end - span, end, 8, QTimeZone(zone));
        QCOMPARE(ticks.stepMs, step);
        QVERIFY(ticks.wallMs.size() >= 3 && ticks.wallMs.size() <= 8);
        for (const qint64 tick : ticks.wallMs) {
            QVERIFY(tick >= end - span && tick <= end);
            const qint64 local =
                tick + QTimeZone(zone).offsetFromUtc(QDateTime::fromMSecsSinceEpoch(tick)) * 1000;
            QCOMPARE(local % step, qint64(0));
        }
    }

    void clockChangesAreLabelled_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("most");
        const auto row = [](const char *name, const char *zone, const QString &from, const QString &to,
                            const QString &expected, int most = 9) {
            QTest::newRow(name) << QByteArray(zone) << from << to << expected << most;
        };
        row("two o'clock comes twice", "Europe/Berlin", u"2026-10-25T00:00:00"_s, u"2026-10-25T02:00:00"_s,
            u"02:00 CEST, 02:15 CEST, 02:30 CEST, 02:45 CEST, 02:00 CET, 02:15 CET, 02:30 CET, 02:45 CET, 03:00"_s);
        row("within the second one", "Europe/Berlin", u"2026-10-25T01:06:00"_s, u"2026-10-25T01:07:00"_s,
            u"02:06:00 CET, 02:06:10 CET, 02:06:20 CET, 02:06:30 CET, 02:06:40 CET, 02:06:50 CET, 02:07:00 CET"_s);
        row("within the first one", "Europe/Berlin", u"2026-10-25T00:10:00"_s, u"2026-10-25T00:15:00"_s,
            u"02:10 CEST, 02:11 CEST, 02:12 CEST, 02:13 CEST, 02:14 CEST, 02:15 CEST"_s);
        row("two o'clock does not come", "Europe/Berlin", u"2026-03-29T00:00:00"_s, u"2026-03-29T02:00:00"_s,
            u"01:00, 01:15, 01:30, 01:45, 03:00, 03:15, 03:30, 03:45, 04:00"_s);
        row("half an hour comes twice", "Australia/Lord_Howe", u"2026-04-04T14:00:00"_s,
            u"2026-04-04T16:00:00"_s,
            u"01:00, 01:15, 01:30 +11, 01:45 +11, 01:30 +1030, 01:45 +1030, 02:00, 02:15, 02:30"_s);
        row("half an hour does not come", "Australia/Lord_Howe", u"2026-10-03T14:30:00"_s,
            u"2026-10-03T16:30:00"_s, u"01:00, 01:15, 01:30, 01:45, 02:30, 02:45, 03:00, 03:15, 03:30"_s);
        row("a day that begins at one o'clock", "America/Santiago", u"2026-09-05T22:00:00"_s,
            u"2026-09-06T10:00:00"_s, u"18:00, 20:00, 22:00, Sun 6 Sep, 02:00, 04:00, 06:00"_s);
        row("the last hour of a day comes twice", "America/Santiago", u"2026-04-05T00:00:00"_s,
            u"2026-04-05T06:00:00"_s, u"21:00, 22:00, 23:00 -03, 23:00 -04, Sun 5 Apr, 01:00, 02:00"_s);
        row("another day that begins at one o'clock", "Asia/Beirut", u"2026-03-28T19:00:00"_s,
            u"2026-03-29T01:00:00"_s, u"21:00, 22:00, 23:00, Sun 29 Mar, 02:00, 03:00, 04:00"_s);
        row("another last hour that comes twice", "Asia/Beirut", u"2026-10-24T19:00:00"_s,
            u"2026-10-25T00:00:00"_s, u"22:00, 23:00 EEST, 23:00 EET, Sun 25 Oct, 01:00, 02:00"_s);
        // In 2024; for 2026, time zone data differ, because Cuba abolished the change in that year.
        row("midnight comes twice", "America/Havana", u"2024-11-03T03:00:00"_s, u"2024-11-03T08:00:00"_s,
            u"23:00, Sun 3 Nov, 00:00 CST, 01:00, 02:00, 03:00"_s);
        row("midnight does not come", "America/Havana", u"2024-03-10T03:00:00"_s, u"2024-03-10T08:00:00"_s,
            u"22:00, 23:00, Sun 10 Mar, 02:00, 03:00, 04:00"_s);
        row("days, one of which begins at one o'clock", "America/Santiago", u"2026-09-04T00:00:00"_s,
            u"2026-09-09T00:00:00"_s, u"Fri 4 Sep, Sat 5 Sep, Sun 6 Sep, Mon 7 Sep, Tue 8 Sep"_s, 6);
        row("days, one of which has two midnights", "America/Havana", u"2024-11-01T12:00:00"_s,
            u"2024-11-05T12:00:00"_s, u"Sat 2 Nov, Sun 3 Nov, Mon 4 Nov, Tue 5 Nov"_s, 5);
        row("days, one of which has 25 hours", "Europe/Berlin", u"2026-10-23T10:00:00"_s,
            u"2026-10-27T10:00:00"_s, u"Sat 24 Oct, Sun 25 Oct, Mon 26 Oct, Tue 27 Oct"_s, 5);
        row("days, one of which is left out", "Pacific/Apia", u"2011-12-28T12:00:00"_s,
            u"2012-01-01T12:00:00"_s, u"Thu 29 Dec, Sat 31 Dec, Sun 1 Jan, Mon 2 Jan"_s, 5);
        row("a clock that is never changed", "UTC", u"2026-10-25T00:00:00"_s, u"2026-10-25T02:00:00"_s,
            u"Sun 25 Oct, 00:15, 00:30, 00:45, 01:00, 01:15, 01:30, 01:45, 02:00"_s);
    }
    void clockChangesAreLabelled()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, expected);
        QFETCH(int, most);
        const QTimeZone there(zone);
        if (!there.isValid())
            QSKIP("This system does not know the zone");
        QCOMPARE(labels(clockTicks(utc(from), utc(to), most, there), there).join(u", "_s), expected);
    }

    // For every clock change of every zone: no period without labels, and no label for two moments.
    void everyChangeOfEveryZoneIsLabelled()
    {
        const qint64 from = utc(u"2015-01-01T00:00:00"_s);
        const qint64 to = utc(u"2028-01-01T00:00:00"_s);
        int changes = 0;
        for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
            const QTimeZone zone(id);
            for (const QTimeZone::OffsetData &change :
                 zone.transitions(QDateTime::fromMSecsSinceEpoch(from), QDateTime::fromMSecsSinceEpoch(to))) {
                const qint64 moment = change.atUtc.toMSecsSinceEpoch();
                ++changes;
                for (const auto &around : {30min, 90min, 180min, 540min}) {
                    const qint64 half = std::chrono::milliseconds(around).count();
                    const TimeTicks ticks = clockTicks(moment - half, moment + half, 9, zone);
                    QVERIFY(std::is_sorted(ticks.wallMs.begin(), ticks.wallMs.end()));
                    qint64 last = moment - half;
                    for (const qint64 tick : ticks.wallMs) {
                        QVERIFY2(tick - last <= 2 * ticks.stepMs, id);
                        last = tick;
                    }
                    QVERIFY2(moment + half - last <= 2 * ticks.stepMs, id);
                    const QStringList all = labels(ticks, zone);
                    QVERIFY2(QSet<QString>(all.begin(), all.end()).size() == all.size(),
                             qPrintable(QString::fromLatin1(id) + u": "_s + all.join(u", "_s)));
                }
            }
        }
        QVERIFY(changes > 1000);
    }

    void aTimeThatOccursTwiceSaysWhichItIs_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *zone, const QString &time,
                            const QString &expected) {
            QTest::newRow(name) << QByteArray(zone) << time << expected;
        };
        row("before", "Europe/Berlin", u"2026-10-24T23:59:59"_s, u"2026-10-25 01:59:59"_s);
        row("from the first moment on", "Europe/Berlin", u"2026-10-25T00:00:00"_s,
            u"2026-10-25 02:00:00 CEST"_s);
        row("to the last of the first", "Europe/Berlin", u"2026-10-25T00:59:59"_s,
            u"2026-10-25 02:59:59 CEST"_s);
        row("from the first of the second", "Europe/Berlin", u"2026-10-25T01:00:00"_s,
            u"2026-10-25 02:00:00 CET"_s);
        row("to its last", "Europe/Berlin", u"2026-10-25T01:59:59"_s, u"2026-10-25 02:59:59 CET"_s);
        row("after", "Europe/Berlin", u"2026-10-25T02:00:00"_s, u"2026-10-25 03:00:00"_s);
        row("half an hour", "Australia/Lord_Howe", u"2026-04-04T15:15:00"_s, u"2026-04-05 01:45:00 +1030"_s);
        row("before that half hour", "Australia/Lord_Howe", u"2026-04-04T14:15:00"_s,
            u"2026-04-05 01:15:00"_s);
        row("a zone that keeps its name", "Asia/Pyongyang", u"2015-08-14T15:00:00"_s,
            u"2015-08-14 23:30:00 UTC+08:30"_s);
        row("a zone that sets its clock forward", "Europe/Berlin", u"2026-03-29T01:10:00"_s,
            u"2026-03-29 03:10:00"_s);
        row("half an hour from everybody else's", "Asia/Kolkata", u"2025-11-24T12:00:00"_s,
            u"2025-11-24 17:30:00"_s);
    }
    void aTimeThatOccursTwiceSaysWhichItIs()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, time);
        QFETCH(QString, expected);
        QCOMPARE(text::dateAndTime(utc(time), QTimeZone(zone)), expected);
        QCOMPARE(text::timeOfDay(utc(time), QTimeZone(zone)), expected.mid(11));
    }

    void theZoneIsThatOfTheSystemClock()
    {
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", "Asia/Kolkata");
        const QString time = text::timeOfDay(utc(u"2025-11-24T12:00:00"_s));
        qputenv("TZ", "no zone");
        const QString unknown = text::timeOfDay(utc(u"2025-11-24T12:00:00"_s));
        qputenv("TZ", before);
        if (before.isEmpty())
            qunsetenv("TZ");
        QCOMPARE(time, u"17:30:00"_s);
        QCOMPARE(unknown.size(), 8);
    }

    void unknownValuesAreADash()
    {
        QCOMPARE(text::timeOfDay(0), u"–"_s);
        QCOMPARE(text::dateAndTime(0), u"–"_s);
    }

    void aTimeAxisNamesTheDayIfItIsNotToday_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("expected");
        QTest::newRow("today") << QByteArray("UTC") << QString();
        QTest::newRow("where it is tomorrow by now") << QByteArray("Asia/Tokyo") << u"Tue 24 Nov"_s;
        QTest::newRow("where it is still today") << QByteArray("America/New_York") << QString();
    }
    void aTimeAxisNamesTheDayIfItIsNotToday()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, expected);
        QCOMPARE(
            text::dayIfOther(utc(u"2026-11-24T14:30:00"_s), utc(u"2026-11-24T15:30:00"_s), QTimeZone(zone)),
            expected);
    }

    void aTimeThatIsNotTodayHasItsDate_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("expected");
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        QTest::newRow("today") << english << u"2026-11-24T08:04:50"_s << u"08:04:50"_s;
        QTest::newRow("the first moment of today") << english << u"2026-11-24T00:00:00"_s << u"00:00:00"_s;
        QTest::newRow("the last moment of yesterday")
            << english << u"2026-11-23T23:59:59"_s << u"2026-11-23 23:59:59"_s;
        QTest::newRow("the same day a year ago")
            << english << u"2025-11-24T08:04:50"_s << u"2025-11-24 08:04:50"_s;
        QTest::newRow("1970") << english << u"1970-01-01T00:00:01"_s << u"1970-01-01 00:00:01"_s;
        QTest::newRow("tomorrow") << english << u"2026-11-25T00:00:00"_s << u"2026-11-25 00:00:00"_s;
        QTest::newRow("in other digits") << QLocale(QLocale::Arabic, QLocale::Egypt)
                                         << u"2026-11-23T10:00:00"_s << u"٢٠٢٦-١١-٢٣ ١٠:٠٠:٠٠"_s;
    }
    void aTimeThatIsNotTodayHasItsDate()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, time);
        QFETCH(QString, expected);
        QLocale::setDefault(locale);
        const QString shown = text::timeOrDate(utc(time), utc(u"2026-11-24T12:00:00"_s), QTimeZone::utc());
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(shown, expected);
    }
};

MANOMETER_TEST(Core, TestTimes)
#include "tst_times.moc"
