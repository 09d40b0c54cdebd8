// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers carry their units, and paths hide nothing.
#include "gui/Sentences.h"
#include "gui/text/Errors.h"
#include "gui/text/EventText.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "gui/text/Translation.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer;
using namespace Qt::StringLiterals;
using gui::eventOf;
using gui::plain;

class TestNumbersAndPaths : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        gui::installTranslation(QCoreApplication::instance(),
                                QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void numbersCarryTheirUnits()
    {
        using namespace gui::text;
        QCOMPARE(plain(percent(72.44)), u"72.4 %"_s);
        QCOMPARE(plain(percent(-0.01)), u"0.0 %"_s);
        QCOMPARE(percent(views::absent), u"–"_s);
        QCOMPARE(plain(threshold(60)), u"60 %"_s);
        QCOMPARE(plain(threshold(74.3000001)), u"74.3 %"_s);
        QCOMPARE(plain(points(7.6)), u"7.6 points"_s);
        QCOMPARE(count(18204), u"18,204"_s);
        QCOMPARE(plain(size(943718)), u"921.6 KiB"_s);
        QCOMPARE(plain(sizeChange(-943718)), u"\u2212921.6 KiB"_s);
        QCOMPARE(plain(sizeChange(2 << 20)), u"+2.0 MiB"_s);
        QCOMPARE(elapsed(192'000), u"00:03:12"_s);
        QCOMPARE(elapsed(183'845'000), u"2 d 03:04:05"_s);
        QCOMPARE(plain(duration(340)), u"340 ms"_s);
        QCOMPARE(plain(duration(6'000)), u"6 s"_s);
        QCOMPARE(plain(duration(125'000)), u"2 min 5 s"_s);
        QCOMPARE(plain(duration(12'000'000)), u"3 h 20 min"_s);
        QCOMPARE(plain(age(420)), u"0.4 s"_s);
        QCOMPARE(plain(age(12'420)), u"12 s"_s);
    }

    void aSizeOfAThousandUnitsIsOneOfTheNext_data()
    {
        QTest::addColumn<quint64>("bytes");
        QTest::addColumn<QString>("text");
        const auto row = [](double bytes, const QString &text) {
            QTest::newRow(qPrintable(QString::number(bytes, 'f', 0))) << static_cast<quint64>(bytes) << text;
        };
        row(1023, u"1,023 bytes"_s);
        row(1024, u"1.0 KiB"_s);
        row(999.9 * 1024, u"999.9 KiB"_s);
        row(999.96 * 1024, u"1.0 MiB"_s);
        row(1000.0 * 1024, u"1.0 MiB"_s);
        row(1023.97 * 1024, u"1.0 MiB"_s);
        row(1000.0 * 1048576, u"1.0 GiB"_s);
        row(1023.99 * 1048576, u"1.0 GiB"_s);
        row(1000.0 * 1024 * 1048576, u"1.0 TiB"_s);
        row(15.9 * 1048576 * 1048576 * 1048576, u"8.0 EiB"_s); // the most that Qt formats
    }
    void aSizeOfAThousandUnitsIsOneOfTheNext()
    {
        QFETCH(quint64, bytes);
        QFETCH(QString, text);
        QCOMPARE(plain(gui::text::size(bytes)), text);
    }

    void theSizeOfASettingIsExact()
    {
        using namespace gui::text;
        QCOMPARE(plain(exactSize(quint64(1000) << 20)), u"1,000 MiB"_s);
        QCOMPARE(plain(exactSize(quint64(1023) << 10)), u"1,023 KiB"_s);
        QCOMPARE(plain(exactSize((quint64(1000) << 20) + 1)), u"1.0 GiB"_s);
        QCOMPARE(plain(exactSize(quint64(200) << 20)), u"200.0 MiB"_s);
    }

    void aTextOfManyLinesKeepsThemAndHidesNothing()
    {
        QCOMPARE(gui::text::lines("a\\b\n\tc\r\x1b[2J\xff\xe2\x80\xae"),
                 u"a\\b\n\tc\\r\\x1b[2J\\xff\\u{202e}"_s);
    }

    void pathsHideNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain text stays") << QByteArray("/data/Größe 1.fits") << u"/data/Größe 1.fits"_s;
        QTest::newRow("line breaks") << QByteArray("a\nb\r\tc") << u"a\\nb\\r\\tc"_s;
        QTest::newRow("terminal escapes") << QByteArray("\x1b[31m\x7f") << u"\\x1b[31m\\x7f"_s;
        QTest::newRow("a backslash differs from an escape") << QByteArray("a\\nb") << u"a\\\\nb"_s;
        QTest::newRow("invalid byte") << QByteArray("a\xff"
                                                    "b")
                                      << u"a\\xffb"_s;
        QTest::newRow("cut off character") << QByteArray("a\xc3") << u"a\\xc3"_s;
        QTest::newRow("overlong slash") << QByteArray("\xc0\xaf") << u"\\xc0\\xaf"_s;
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << u"\\xed\\xa0\\x80"_s;
        QTest::newRow("reversed reading direction")
            << QByteArray("x\xe2\x80\xaegpj.exe") << u"x\\u{202e}gpj.exe"_s;
        QTest::newRow("zero width space") << QByteArray("a\xe2\x80\x8b"
                                                        "b")
                                          << u"a\\u{200b}b"_s;
        QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x93\x81") << u"📁"_s;
        QTest::newRow("markup stays text") << QByteArray("<b>%1</b>") << u"<b>%1</b>"_s;
    }
    void pathsHideNothing()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, shown);
        QCOMPARE(gui::text::path(bytes), shown);
    }

    // Otherwise '/data/x' would read 'data/x/', or worse.
    void pathsKeepTheirOrderInRightToLeftSentences()
    {
        const auto sentences = [] {
            views::ScanEvent scan;
            scan.folder = "/data/x";
            const pressure::SourceError lost{
                .kind = {}, .path = "/proc/meminfo", .systemError = EACCES, .detail = {}};
            return QStringList{gui::text::eventSentence(eventOf(scan)), gui::text::sourceError(lost),
                               gui::text::fileName(u"/data/y.csv"_s)};
        };
        QVERIFY(!sentences().join(u' ').contains(u'\u2068'));
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
        QVERIFY2(sentences().at(0).contains(u"\u2068/data/x\u2069"_s), qPrintable(sentences().at(0)));
        QVERIFY2(sentences().at(1).contains(u"\u2068/proc/meminfo\u2069"_s), qPrintable(sentences().at(1)));
        QCOMPARE(sentences().at(2), u"\u2068/data/y.csv\u2069"_s);
        QCOMPARE(gui::text::path("/data/x"), u"/data/x"_s); // alone in a cell, or copied
    }
};

MANOMETER_TEST(Gui, TestNumbersAndPaths)
#include "tst_numbers_and_paths.moc"
