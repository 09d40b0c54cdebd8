// SPDX-License-Identifier: GPL-3.0-or-later
//
// That the rows equal those of the window is a test of its own: tests/exports/tst_ctl_columns.
#include "ctl/Csv.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer;
using namespace manometer::ctl;

class TestCtlCsv : public QObject
{
    Q_OBJECT
private slots:
    void textOfOthersIsQuotedAndNeverAFormula_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char *text, const char *field) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(field);
        };
        row("plain", "plain");
        row("", "");
        row("a,b", "\"a,b\"");
        row("a\"b", "\"a\"\"b\"");
        row("a\nb", "\"a\nb\"");
        row(" a", "\" a\"");
        row("=1+1", "'=1+1");
        row("-1", "'-1");
        row("@x,y", "\"'@x,y\"");
        row("a\xff", "a\xef\xbf\xbd");
    }
    void textOfOthersIsQuotedAndNeverAFormula()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, field);
        CsvRow row;
        row.text(text.toStdString());
        QCOMPARE(QByteArray::fromStdString(row.end()), field + "\r\n");
    }

    void numbersKeepTheirTextInFixedNotation()
    {
        const auto object = json::Value::parse(
            R"({"a":1.10,"b":18446744073709551615,"c":1e3,"d":1e-7,"e":null,"f":"5","g":1e999})");
        CsvRow row;
        for (const char *name : {"a", "b", "c", "d", "e", "f", "g", "missing"})
            row.number(*object, name);
        QCOMPARE(row.end(), std::string("1.10,18446744073709551615,1000,0.0000001,,,,\r\n"));
    }

    void impossibleTimesAreHarmless()
    {
        const auto sample =
            json::Value::parse(R"({"unix_ms":-9223372036854775808,"monotonic_ms":9223372036854775807})");
        QVERIFY(!sampleRow(*sample, -1).empty());
        const auto event =
            json::Value::parse(R"({"kind":"limit","process_rss_after_bytes":-9223372036854775808,)"
                               R"("process_rss_before_bytes":1})");
        QVERIFY(!eventRow(*event).empty());
    }

    void timesAreSecondsWithThreeDecimals()
    {
        CsvRow row;
        for (const std::int64_t ms : {0LL, 1500LL, -1LL, -1500LL, 1'796'126'405'007LL})
            row.seconds(ms);
        QCOMPARE(row.end(), std::string("0.000,1.500,-0.001,-1.500,1796126405.007\r\n"));
    }
};

MANOMETER_TEST(None, TestCtlCsv)
#include "tst_ctl_csv.moc"
