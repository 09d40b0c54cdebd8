// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/rehearsal/CurveFile.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QTest>

#include <cerrno>
#include <sstream>
#include <sys/stat.h>

using namespace manometer;
using namespace manometer::pressure;
using Kind = CurveProblem::Kind;

namespace {

Expected<Curve, CurveProblem> curveIn(const std::string &csv)
{
    std::istringstream stream(csv);
    return readCurve(stream);
}

// "0 40, 1 50", or what is wrong.
QString pointsIn(const std::string &csv)
{
    const auto curve = curveIn(csv);
    if (!curve)
        return QString::fromStdString(describe(curve.error()));
    QStringList points;
    for (const CurvePoint &point : curve->points())
        points += QStringLiteral("%1 %2").arg(point.seconds).arg(point.percent);
    return points.join(QStringLiteral(", "));
}

} // namespace

class TestCurveFile : public QObject
{
    Q_OBJECT
private slots:
    void thePointsAreRead_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("points");
        const auto row = [](const char *what, const QByteArray &csv, const char *points) {
            QTest::newRow(what) << csv << QString::fromLatin1(points);
        };
        row("two columns", "0,40\n1.5,50\n", "0 40, 1.5 50");
        row("two columns with names", "time,memory\n0,40\n1,50\n", "0 40, 1 50");
        row("without a line feed at the end", "0,40\n1,50", "0 40, 1 50");
        row("carriage returns, blanks and empty lines", "\r\n0 , 40\r\n\r\n 1, 50 \r\n", "0 40, 1 50");
        row("quotes", "\"0\",\"40\"\n\"1\",\"50,5\"\n", "0 40, 1 50.5");
        row("from the first row on", "100,40\n101,50\n", "0 40, 1 50");
        row("an export of samples",
            "time_utc,timestamp,unix_time_s,elapsed_s,system_used_percent,level\n"
            "2026-12-01T08:00:00.000,2026-12-01T08:00:00.000Z,1796112000,0,61.25,ELEVATED\n"
            "2026-12-01T08:00:01.000,2026-12-01T08:00:01.000Z,1796112001,1,62,ELEVATED\n",
            "0 61.25, 1 62");
        row("columns in another order", "system_used_percent,x,elapsed_s\n61,7,5\n62,8,6\n", "0 61, 1 62");
        row("the profile for spreadsheets",
            "\xEF\xBB\xBFunix_time_s;system_used_percent\n1796112000,5;61,25\n1796112001;62\n",
            "0 61.25, 0.5 62");
        row("a gap", "elapsed_s,system_used_percent\n0,40\n1,\n2,60\n", "0 40, 2 60");
        row("a gap at the start", "elapsed_s,system_used_percent\n0,\n1,40\n2,60\n", "0 40, 1 60");
        row("a restart of the machine",
            "unix_time_s,elapsed_s,system_used_percent\n1000,900,40\n1060,3,50\n1061,4,60\n",
            "0 40, 60 50, 61 60");
        row("a clock that was set back",
            "unix_time_s,elapsed_s,system_used_percent\n1000,900,40\n400,901,50\n401,902,60\n",
            "0 40, 1 50, 2 60");
        row("two values at one time", "0,40\n1,50\n1,90\n2,90\n", "0 40, 1 50, 1 90, 2 90");
    }
    void thePointsAreRead()
    {
        QFETCH(QByteArray, csv);
        QTEST(pointsIn(csv.toStdString()), "points");
    }

    void aFileThatIsNoCurveIsRefused_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("line");
        const auto row = [](const char *what, const QByteArray &csv, Kind kind, int line) {
            QTest::newRow(what) << csv << int(kind) << line;
        };
        row("an empty file", "", Kind::TooFewRows, 0);
        row("a header alone", "elapsed_s,system_used_percent\n", Kind::TooFewRows, 0);
        row("one row", "0,40\n", Kind::TooFewRows, 0);
        row("two rows at the same time", "3,40\n3,50\n", Kind::TooFewRows, 0);
        row("gaps only", "elapsed_s,system_used_percent\n0,\n1,\n", Kind::TooFewRows, 0);
        row("other columns", "time_utc,event,level\na,b,c\n", Kind::NoColumns, 1);
        row("three numbers", "0,40,1\n1,50,1\n", Kind::NoColumns, 1);
        row("one column", "40\n50\n", Kind::NoColumns, 1);
        row("a word as the percent", "0,40\n1,much\n", Kind::NotANumber, 2);
        row("a word as the time", "0,40\nlater,50\n", Kind::NotANumber, 2);
        row("a number with a tail", "0,40\n1,50%\n", Kind::NotANumber, 2);
        row("not a number", "0,40\n1,nan\n", Kind::NotANumber, 2);
        row("infinity", "0,40\ninf,50\n", Kind::NotANumber, 2);
        row("a row that is too short", "0,40\n1\n", Kind::NotANumber, 2);
        row("a zero byte", QByteArray("0,40\n1,5\0000\n", 10), Kind::NotANumber, 2);
        row("over 100 %", "0,40\n1,100.5\n", Kind::OutOfRange, 2);
        row("under 0 %", "0,40\n\n1,-1\n", Kind::OutOfRange, 3);
        row("a time that goes back", "0,40\n2,50\n1,60\n", Kind::TimeGoesBack, 3);
        row("a month and more", "0,40\n2678401,50\n", Kind::TooLong, 2);
        row("the ends of all numbers", "-1e308,40\n1e308,50\n", Kind::TooLong, 2);
        row("a long line", "0,40\n1," + QByteArray(70'000, '5') + "\n2,50\n", Kind::LineTooLong, 0);
        row("many cells", QByteArray(60'000, ',') + "\n", Kind::NoColumns, 1);
        row("a binary file", QByteArray(100'000, '\0'), Kind::LineTooLong, 0);
    }
    void aFileThatIsNoCurveIsRefused()
    {
        QFETCH(QByteArray, csv);
        const auto curve = curveIn(csv.toStdString());
        QVERIFY(!curve);
        QTEST(int(curve.error().kind), "kind");
        QTEST(int(curve.error().line), "line");
        QVERIFY(!describe(curve.error()).empty());
    }

    void theNumberOfRowsIsBounded()
    {
        std::string csv;
        for (std::size_t i = 0; i <= CurveBounds::rows; ++i)
            csv += std::to_string(i) + ",1\n";
        QCOMPARE(curveIn(csv).error().kind, Kind::TooManyRows);
    }

    void onlyARegularFileIsRead()
    {
        const test::Folder folder;
        const std::string path = folder.filePath(QStringLiteral("curve.csv")).toStdString();
        QCOMPARE(readCurveFile(path).error(),
                 (CurveProblem{.kind = Kind::Unreadable, .systemError = ENOENT}));
        QCOMPARE(readCurveFile("/dev/zero").error().kind, Kind::NotAFile);
        QCOMPARE(readCurveFile(folder.path().toStdString()).error().kind, Kind::NotAFile);
        // Opening a pipe without a writer would block.
        const std::string pipe = folder.filePath(QStringLiteral("pipe")).toStdString();
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        QCOMPARE(readCurveFile(pipe).error().kind, Kind::NotAFile);
        QVERIFY(test::writeFile(QByteArray::fromStdString(path), "0,40\n60,50\n"));
        QCOMPARE(readCurveFile(path)->percentAt(Curve::Seconds(30)), 45.0);
    }

    void aNameIsPreferredToAFile()
    {
        QCOMPARE(findCurve("ramp")->points(), namedCurve("ramp")->points());
        QCOMPARE(findCurve("/nonexistent/ramp").error().systemError, ENOENT);
    }
};

MANOMETER_TEST(Core, TestCurveFile)
#include "tst_curve_file.moc"
