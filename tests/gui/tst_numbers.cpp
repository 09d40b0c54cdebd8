// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers, sizes and times in other locales.
#include "gui/text/Numbers.h"
#include "gui/text/Times.h"
#include "support/TestMain.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace manometer::gui;
using namespace Qt::StringLiterals;

namespace {

// Replaces no-break spaces by ordinary ones.
QString plain(QString text)
{
    return text.replace(u'\u00a0', u' ').replace(u'\u202f', u' ');
}

} // namespace

class TestNumbers : public QObject
{
    Q_OBJECT
private slots:
    void aTotalOfTimesHasTwoUnitsAtMost_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *shown, qint64 milliseconds) {
            QTest::newRow(shown) << milliseconds << QString::fromLatin1(shown);
        };
        row("0 ms", 0);
        row("340 ms", 340);
        row("1.0 s", 1000);
        row("3.2 s", 3240);
        row("59 s", 59'999);
        row("2 min 5 s", 125'000);
        row("1 h 12 min", 4'320'500);
        row("23 h 59 min", 86'399'999);
        row("1 d", 86'400'000);
        row("2 d 4 h", (2 * 24 + 4) * 3'600'000 + 5 * 60'000);
        row("106751 d", 106'751LL * 86'400'000);
    }
    void aTotalOfTimesHasTwoUnitsAtMost()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(QString, shown);
        QLocale::setDefault(QLocale::C);
        QCOMPARE(plain(text::total(milliseconds)), shown);
    }

    void eachLocaleHasItsOwnNumberFormat_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("percent");
        QTest::addColumn<QString>("threshold");
        QTest::addColumn<QString>("count");
        QTest::addColumn<QString>("size");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("elapsed");
        QTest::addColumn<QString>("duration");
        QTest::addColumn<QString>("age");
        QTest::addColumn<QString>("moment");
        QTest::newRow("en_US") << QLocale(QLocale::English, QLocale::UnitedStates) << u"72.4 %"_s << u"60 %"_s
                               << u"1,234,567"_s << u"48.2 MiB"_s << u"\u22121.9 MiB"_s << u"2 d 03:04:05"_s
                               << u"2 min 5 s"_s << u"0.4 s"_s << u"2026-11-24 08:04:50"_s;
        QTest::newRow("de_DE") << QLocale(QLocale::German, QLocale::Germany) << u"72,4 %"_s << u"60 %"_s
                               << u"1.234.567"_s << u"48,2 MiB"_s << u"\u22121,9 MiB"_s << u"2 d 03:04:05"_s
                               << u"2 min 5 s"_s << u"0,4 s"_s << u"2026-11-24 08:04:50"_s;
        // Groups of two above the thousands.
        QTest::newRow("hi_IN") << QLocale(QLocale::Hindi, QLocale::India) << u"72.4 %"_s << u"60 %"_s
                               << u"12,34,567"_s << u"48.2 MiB"_s << u"\u22121.9 MiB"_s << u"2 d 03:04:05"_s
                               << u"2 min 5 s"_s << u"0.4 s"_s << u"2026-11-24 08:04:50"_s;
        // The locale's own digits only: no text mixes two kinds.
        QTest::newRow("ar_EG") << QLocale(QLocale::Arabic, QLocale::Egypt) << u"٧٢٫٤ %"_s << u"٦٠ %"_s
                               << u"١٬٢٣٤٬٥٦٧"_s << u"٤٨٫٢ MiB"_s << u"\u2212١٫٩ MiB"_s << u"٢ d ٠٣:٠٤:٠٥"_s
                               << u"٢ min ٥ s"_s << u"٠٫٤ s"_s << u"٢٠٢٦-١١-٢٤ ٠٨:٠٤:٥٠"_s;
    }
    void eachLocaleHasItsOwnNumberFormat()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, percent);
        QFETCH(QString, threshold);
        QFETCH(QString, count);
        QFETCH(QString, size);
        QFETCH(QString, change);
        QFETCH(QString, elapsed);
        QFETCH(QString, duration);
        QFETCH(QString, age);
        QFETCH(QString, moment);
        QLocale::setDefault(locale);
        QCOMPARE(plain(text::percent(72.4)), percent);
        QCOMPARE(plain(text::threshold(60)), threshold);
        QCOMPARE(plain(text::count(1'234'567)), count);
        QCOMPARE(plain(text::size(50'541'363)), size);
        QCOMPARE(plain(text::sizeChange(-1'992'294)), change);
        QCOMPARE(plain(text::elapsed(((2 * 24 + 3) * 3600 + 4 * 60 + 5) * 1000)), elapsed);
        QCOMPARE(plain(text::duration(125'000)), duration);
        QCOMPARE(plain(text::age(400)), age);
        const QDateTime time(QDate(2026, 11, 24), QTime(8, 4, 50));
        QCOMPARE(plain(text::dateAndTime(time.toMSecsSinceEpoch())), moment);
        QCOMPARE(plain(text::timeOfDay(time.toMSecsSinceEpoch())), moment.mid(11));
        QCOMPARE(plain(text::clockTick(time.toMSecsSinceEpoch(), 60'000)), moment.mid(11, 5));
    }

    void cleanup() { QLocale::setDefault(QLocale::c()); }
};

MANOMETER_TEST(Core, TestNumbers)
#include "tst_numbers.moc"
