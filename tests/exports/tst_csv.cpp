// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportsFixture.h"
#include "exports/CsvFile.h"
#include "exports/EntryCsv.h"
#include "exports/EventCsv.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace manometer;
using namespace manometer::exports;
using namespace manometer::views;

namespace {

QByteArray oneText(const QByteArray &text, CsvProfile profile = CsvProfile::Plain)
{
    CsvWriter csv(profile);
    csv.text(text);
    csv.endRow();
    return csv.take();
}

// Reads a file with Python's csv module; the rows as JSON objects by column.
QJsonArray readByPython(const QString &file, const char *separator = ",")
{
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import csv,sys,json\n"
                                 "print(json.dumps(list(csv.DictReader(open(sys.argv[1],newline='',"
                                 "encoding='utf-8-sig'),delimiter=sys.argv[2]))))\n"),
                  file, QString::fromLatin1(separator)});
    if (!python.waitForFinished(20'000) || python.exitCode() != 0)
        return {};
    return QJsonDocument::fromJson(python.readAllStandardOutput()).array();
}

EntryRow entry(const QByteArray &path)
{
    EntryRow made;
    made.path = path;
    made.depth = "full";
    made.valueBytes = 2100;
    made.sourceBytes = 168'480'000;
    made.modifiedWallMs = 1'500'000'000'250;
    made.hits = 7;
    made.isKept = true;
    return made;
}

// File names that break careless CSV writers, shells and spreadsheets.
const QList<QByteArray> hostilePaths{"/a,b.fits",
                                     "/say \"hi\".fits",
                                     "/two\nlines.fits",
                                     "/cr\rhere",
                                     "=1+1",
                                     "+cmd",
                                     "-2",
                                     "@SUM(A1)",
                                     "\tx",
                                     "/semi;colon",
                                     " spaces ",
                                     "/umläut €",
                                     QByteArray("/bad\xff\xfe utf8"),
                                     "'quoted",
                                     ""};

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT
private slots:
    void anUnknownFileTimeIsAnEmptyField_data()
    {
        QTest::addColumn<qint64>("nanoseconds");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("known") << qint64(1'500'000'000'250'000'000) << QByteArray("1500000000.250");
        QTest::newRow("1970") << qint64(0) << QByteArray("0.000");
        QTest::newRow("past 2262") << std::numeric_limits<qint64>::max() << QByteArray();
        QTest::newRow("before 1677") << std::numeric_limits<qint64>::min() << QByteArray();
    }
    void anUnknownFileTimeIsAnEmptyField()
    {
        QFETCH(qint64, nanoseconds);
        QFETCH(QByteArray, field);
        ExportsFixture fixture;
        fixture.cache->put({"/a", "full"}, {.mtimeNanoseconds = nanoseconds}, "{}", {});
        const auto answer = fixture.exports->exportEntries(fixture.file("e.csv"), {}, CsvProfile::Plain);
        VERIFY_EVENTUALLY(answer.isFinished());
        QCOMPARE(fixture.contents("e.csv").split('\n').at(1).split(',').at(11), field);
    }

    void textIsQuotedIfNecessary()
    {
        QCOMPARE(oneText("plain"), QByteArray("plain\r\n"));
        QCOMPARE(oneText("a,b"), QByteArray("\"a,b\"\r\n"));
        QCOMPARE(oneText("a\"b"), QByteArray("\"a\"\"b\"\r\n"));
        QCOMPARE(oneText("a;b"), QByteArray("a;b\r\n"));
        QCOMPARE(oneText("a;b", CsvProfile::Spreadsheet), QByteArray("\"a;b\"\r\n"));
        QCOMPARE(oneText("a\nb"), QByteArray("\"a\nb\"\r\n"));
    }

    void formulasAreNeutralised()
    {
        for (const char *formula : {"=1", "+1", "-1", "@x"})
            QCOMPARE(oneText(formula), QByteArray("'") + formula + "\r\n");
        QCOMPARE(oneText("a=1"), QByteArray("a=1\r\n"));
        CsvWriter csv(CsvProfile::Plain);
        csv.number(-1.5); // a negative number is not a formula
        csv.endRow();
        QCOMPARE(csv.take(), QByteArray("-1.5\r\n"));
    }

    void theHeaderOfEventsConsistsOfTheseBytes()
    {
        CsvWriter csv(CsvProfile::Plain);
        csv.header(eventColumns());
        QCOMPARE(csv.take(),
                 QByteArray("time_utc,timestamp,unix_time_s,kind,level,level_before,percent,"
                            "limit_before_entries,limit_after_entries,evicted_entries,evicted_bytes,"
                            "process_rss_change_bytes,note,details_json\r\n"));
    }

    void theSpreadsheetProfileHasAByteOrderMarkAndSemicolons()
    {
        CsvWriter csv(CsvProfile::Spreadsheet);
        csv.header(eventColumns());
        QVERIFY(csv.take().startsWith("\xef\xbb\xbftime_utc;timestamp;"));
    }

    void theSpreadsheetProfileHasDecimalCommasInEveryLocale()
    {
        const auto restored = qScopeGuard([] { QLocale::setDefault(QLocale::c()); });
        for (const QLocale::Language language : {QLocale::C, QLocale::German, QLocale::Hindi}) {
            QLocale::setDefault(QLocale(language));
            CsvWriter csv(CsvProfile::Spreadsheet);
            csv.number(-40.25);
            csv.number(7.0);
            csv.seconds(1'500);
            csv.text("1.5");
            csv.endRow();
            QCOMPARE(csv.take(), QByteArray("-40,25;7;1,500;1.5\r\n"));
        }
    }

    void hostileFileNamesRoundTrip_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<bool>("spreadsheet");
        QTest::newRow("C") << QLocale::c() << false;
        QTest::newRow("de_DE") << QLocale(QLocale::German, QLocale::Germany) << true;
        QTest::newRow("hi_IN") << QLocale(QLocale::Hindi, QLocale::India) << false;
        QTest::newRow("ar_EG") << QLocale(QLocale::Arabic, QLocale::Egypt) << true;
    }
    void hostileFileNamesRoundTrip()
    {
        QFETCH(QLocale, locale);
        QFETCH(bool, spreadsheet);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("e.csv"));
        QLocale::setDefault(locale);
        {
            CsvFile output(file, "manometer-entries",
                           spreadsheet ? CsvProfile::Spreadsheet : CsvProfile::Plain, entryColumns());
            for (const QByteArray &path : hostilePaths) {
                writeEntry(output.csv(), entry(path));
                QCOMPARE(output.rowDone(), QString());
            }
            QCOMPARE(output.commit(), QString());
        }
        QLocale::setDefault(QLocale::c());
        if (!QFile::exists(QStringLiteral("/usr/bin/python3")))
            QSKIP("python3 is not installed");
        const QJsonArray rows = readByPython(file, spreadsheet ? ";" : ",");
        QCOMPARE(rows.size(), hostilePaths.size());
        for (qsizetype index = 0; index < rows.size(); ++index) {
            const QJsonObject row = rows[index].toObject();
            const QByteArray &path = hostilePaths[index];
            // The lossless column, then the readable one.
            QCOMPARE(QByteArray::fromPercentEncoding(
                         row[QStringLiteral("path_percent_encoded")].toString().toLatin1()),
                     path);
            QString shown = QString::fromUtf8(path);
            if (!path.isEmpty() && QByteArray("=+-@\t\r").contains(path.front()))
                shown.prepend(u'\'');
            QCOMPARE(row[QStringLiteral("path")].toString(), shown);
            QCOMPARE(row[QStringLiteral("value_bytes")].toString(), QStringLiteral("2100"));
            QCOMPARE(row[QStringLiteral("modified_unix_time_s")].toString(),
                     spreadsheet ? QStringLiteral("1500000000,250") : QStringLiteral("1500000000.250"));
            QCOMPARE(row[QStringLiteral("pinned")].toString(), QStringLiteral("1"));
        }
    }

    void eventsHaveMainColumnsAndAllFieldsAsJson()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("v.csv"));
        LimitEvent cut;
        cut.level = Level::High;
        cut.percent = 81.5;
        cut.outcome.before.entries = 500;
        cut.outcome.after.entries = 250;
        cut.outcome.evictedEntries = 250;
        cut.processRssBeforeBytes = 1000;
        cut.processRssAfterBytes = 400;
        {
            CsvFile output(file, "manometer-events", CsvProfile::Plain, eventColumns());
            for (const EventKinds &what :
                 {EventKinds(cut), EventKinds(LevelEvent{.from = Level::Normal, .to = Level::Elevated}),
                  EventKinds(NoteEvent{QStringLiteral("=boom, \"x\""), 5, true})}) {
                writeEvent(output.csv(),
                           Event{.id = 3, .wallMs = 1'795'420'797'123, .monotonicMs = 9, .what = what});
                QCOMPARE(output.rowDone(), QString());
            }
            QCOMPARE(output.commit(), QString());
        }
        if (!QFile::exists(QStringLiteral("/usr/bin/python3")))
            QSKIP("python3 is not installed");
        const QJsonArray rows = readByPython(file);
        QCOMPARE(rows.size(), 3);
        const auto field = [&rows](int row, const char *name) {
            return rows[row].toObject()[QLatin1StringView(name)].toString();
        };
        QCOMPARE(field(0, "kind"), QStringLiteral("limit"));
        QCOMPARE(field(0, "evicted_entries"), QStringLiteral("250"));
        QCOMPARE(field(0, "process_rss_change_bytes"), QStringLiteral("-600"));
        QCOMPARE(field(0, "percent"), QStringLiteral("81.5"));
        QCOMPARE(field(1, "level"), QStringLiteral("ELEVATED"));
        QCOMPARE(field(1, "limit_after_entries"), QString());
        QCOMPARE(field(2, "note"), QStringLiteral("'=boom, \"x\""));
        const auto details = QJsonDocument::fromJson(field(2, "details_json").toUtf8());
        QCOMPARE(details[QStringLiteral("text")].toString(), QStringLiteral("=boom, \"x\""));
        QVERIFY(details[QStringLiteral("run")].isUndefined()); // not part of the event's own fields
        QVERIFY(details[QStringLiteral("id")].isUndefined());
    }

    void aLargeFileIsWrittenAtomically()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("l.csv"));
        constexpr int rows = 40'000; // more than one write
        {
            CsvFile output(file, "manometer-entries", CsvProfile::Plain, entryColumns());
            for (int row = 0; row < rows; ++row) {
                writeEntry(output.csv(), entry("/f" + QByteArray::number(row)));
                QCOMPARE(output.rowDone(), QString());
            }
            QVERIFY(!QFile::exists(file));
            QCOMPARE(output.commit(), QString());
        }
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll().count("\r\n"), rows + 1);
        {
            CsvFile abandoned(folder.filePath(QStringLiteral("x.csv")), "manometer-entries",
                              CsvProfile::Plain, entryColumns());
            for (int row = 0; row < rows; ++row) {
                writeEntry(abandoned.csv(), entry("/f"));
                QCOMPARE(abandoned.rowDone(), QString());
            }
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
                 (QStringList{QStringLiteral("l.csv"), QStringLiteral("l.csv.meta.json")}));
    }
};

MANOMETER_TEST(Core, TestCsv)
#include "tst_csv.moc"
