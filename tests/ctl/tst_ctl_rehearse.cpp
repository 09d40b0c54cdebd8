// SPDX-License-Identifier: GPL-3.0-or-later
#include "CtlFixture.h"
#include "ctl/Json.h"
#include "json/Value.h"
#include "pressure/control/Control.h"
#include "pressure/control/ControlNumbers.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QRegularExpression>
#include <QTest>

using namespace manometer;
using test::FakeServer;
using test::Ran;
using test::runCtl;

namespace {

// GET /api/settings, with the defaults.
std::string settingsAnswer()
{
    const pressure::ControlConfig config;
    std::string text = R"({"thresholds":{)";
    for (const pressure::Level level : pressure::levelsWithThreshold) {
        const pressure::Threshold &threshold = config.thresholds.of(level);
        const char *key = level == pressure::Level::Elevated ? "elevated"
                          : level == pressure::Level::High   ? "high"
                                                             : "critical";
        text += std::string(level == pressure::Level::Elevated ? "" : ",") + '"' + key +
                R"(":{"enter_percent":)" + std::to_string(threshold.enterPercent) + R"(,"leave_percent":)" +
                std::to_string(threshold.leavePercent) + R"(,"hold_ms":)" +
                std::to_string(threshold.hold.count()) + R"(,"target_percent":)" +
                std::to_string(threshold.targetPercent) + '}';
    }
    text += R"(},"control":{"basis":"auto")";
    for (const pressure::ControlNumber &number : pressure::controlNumbers())
        text += ",\"" + std::string(number.key) + "\":" + std::to_string(number.get(config.tuning));
    return text + R"(},"limits":{"memory_entries":500,"memory_bytes":67108864,"disk_bytes":1,)"
                  R"("expiry_s":null,"adapting":true},"preset":"default"})";
}

FakeServer::Handler server(const std::string &settings = settingsAnswer())
{
    return test::answering({{"GET /api/settings", settings}});
}

struct Row
{
    double seconds = 0;
    QString level;
    QString limit;
    QString reason;
};

// The rows of the table that have a level.
QList<Row> levelsIn(const QByteArray &output)
{
    static const QRegularExpression pattern(
        QStringLiteral("^ *0:(\\d\\d):(\\d\\d\\.\\d) +[\\d.]+ %  ([A-Z]+) +(\\d+ -> \\d+)?  (.*)$"));
    QList<Row> rows;
    for (const QString &line : QString::fromUtf8(output).split(QLatin1Char('\n')))
        if (const auto match = pattern.match(line); match.hasMatch())
            rows += {match.captured(1).toDouble() * 60 + match.captured(2).toDouble(), match.captured(3),
                     match.captured(4), match.captured(5)};
    return rows;
}

} // namespace

class TestCtlRehearse : public QObject
{
    Q_OBJECT
private slots:
    // By hand: the ramp rises by 1.14 points a second from 40 % at second 10, and falls by 5.7 a second from
    // 97 % at second 65: under 85 % at 67.1 s. Each level is held for 10 s; a second later at most a sample
    // of CRITICAL is taken.
    void theTableHasTheLevelsOfTheRamp()
    {
        FakeServer fake(server());
        const Ran ran = runCtl(fake, {"rehearse", "ramp"});
        QCOMPARE(ran.errors, QByteArray());
        QCOMPARE(ran.exitCode, 0);
        const QList<Row> rows = levelsIn(ran.output);
        const QList<Row> expected{
            {27.5, QStringLiteral("ELEVATED"), QStringLiteral("500 -> 375"),
             QStringLiteral("two samples reached 60 %")},
            {45.1, QStringLiteral("HIGH"), QStringLiteral("375 -> 250"),
             QStringLiteral("two samples reached 80 %")},
            {53.9, QStringLiteral("CRITICAL"), QStringLiteral("250 -> 50"),
             QStringLiteral("one sample above 90 %")},
            {77.1, QStringLiteral("HIGH"), {}, QStringLiteral("below 85 % for 10 s")},
            {87.1, QStringLiteral("ELEVATED"), {}, QStringLiteral("below 75 % for 10 s")},
            {97.1, QStringLiteral("NORMAL"), {}, QStringLiteral("below 55 % for 10 s")}};
        QVERIFY2(rows.size() == expected.size(), ran.output);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows[i].level, expected[i].level);
            QVERIFY2(rows[i].reason.startsWith(expected[i].reason), ran.output);
            const double most = i < 3 ? 0.2 : 1.0 + double(i - 3);
            QVERIFY2(rows[i].seconds >= expected[i].seconds - 0.1 &&
                         rows[i].seconds <= expected[i].seconds + most,
                     ran.output);
            if (!expected[i].limit.isEmpty())
                QCOMPARE(rows[i].limit, expected[i].limit);
        }
        QVERIFY2(ran.output.contains("3 cuts, 18 steps of growth; at least 50 of 500 entries"), ran.output);
        QVERIFY2(ran.output.contains("NORMAL, limit 500"), ran.output);
    }

    void nothingIsChanged()
    {
        FakeServer fake(server());
        QCOMPARE(runCtl(fake, {"rehearse", "burst"}).exitCode, 0);
        QCOMPARE(int(fake.requests().size()), 1);
        QCOMPARE(fake.requests().front().method, std::string("GET"));
    }

    void programsGetTheSameAsJson()
    {
        FakeServer fake(server());
        const auto answer =
            json::Value::parse(runCtl(fake, {"rehearse", "ramp", "--json"}).output.toStdString());
        QVERIFY(answer);
        QCOMPARE(ctl::textAt(*answer, "curve"), std::string("ramp"));
        QCOMPARE(ctl::numberAt(*answer, "duration_s"), 120.0);
        QCOMPARE(ctl::countAt(*answer, "cuts"), 3u);
        QCOMPARE(ctl::countAt(*answer, "limit_least_entries"), 50u);
        const json::Value &first = answer->find("changes")->items().front();
        QCOMPARE(ctl::textAt(first, "level"), std::string("ELEVATED"));
        QCOMPARE(ctl::countAt(first, "limit_entries"), 375u);
        double sum = 0;
        for (const json::Value &level : answer->find("levels")->items())
            sum += ctl::numberAt(level, "duration_s").value_or(0);
        QVERIFY(std::abs(sum - 120) < 0.01);
    }

    void aFileIsPlayed()
    {
        const test::Folder folder;
        const QByteArray file = folder.path().toUtf8() + "/day.csv";
        QVERIFY(test::writeFile(file, "elapsed_s,system_used_percent\n0,50\n100,50\n100,70\n200,70\n"));
        FakeServer fake(server());
        const Ran ran =
            runCtl(fake, {"rehearse", std::string_view(file.constData(), std::size_t(file.size()))});
        const QList<Row> rows = levelsIn(ran.output);
        QCOMPARE(rows.size(), 1);
        QVERIFY2(rows.front().seconds >= 100 && rows.front().seconds < 101.1, ran.output);
        QVERIFY2(ran.output.contains("ELEVATED, limit 375"), ran.output);
    }

    void aCurveWithoutAChangeSaysSo()
    {
        const test::Folder folder;
        const QByteArray file = folder.path().toUtf8() + "/calm.csv";
        QVERIFY(test::writeFile(file, "0,50\n60,51\n"));
        FakeServer fake(server());
        const Ran ran =
            runCtl(fake, {"rehearse", std::string_view(file.constData(), std::size_t(file.size()))});
        QVERIFY2(ran.output.startsWith("Nothing changes."), ran.output);
    }

    void aDraftIsRehearsed()
    {
        FakeServer fake(server());
        const Ran ran = runCtl(fake, {"rehearse", "ramp", "--set", "high.enter=75"});
        QVERIFY2(ran.output.contains("two samples reached 75 %"), ran.output);
        const Ran wrong = runCtl(fake, {"rehearse", "ramp", "--set", "high.enter=95"});
        QCOMPARE(wrong.exitCode, 2);
        QVERIFY2(wrong.errors.contains("no valid thresholds"), wrong.errors);
    }

    void whatCannotBePlayedIsAUsageError()
    {
        FakeServer fake(server());
        const Ran none = runCtl(fake, {"rehearse", "/nonexistent\x1b.csv"});
        QCOMPARE(none.exitCode, 2);
        QVERIFY2(none.errors.startsWith("manometerctl: rehearse: /nonexistent\\x1B.csv cannot be played: No "
                                        "such file or directory.\n"),
                 none.errors);
        QVERIFY2(runCtl(fake, {"rehearse", "/etc/passwd"}).errors.contains("line 1: there are neither"), "");
        QCOMPARE(runCtl(fake, {"rehearse"}).exitCode, 2);
        QVERIFY(fake.requests().empty());
    }

    void anAnswerWithoutAValueIsInvalid_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("problem");
        const auto row = [](const char *what, const char *from, const char *to, const char *problem) {
            QTest::newRow(what) << QByteArray(from) << QByteArray(to) << QByteArray(problem);
        };
        row("a missing threshold", "\"high\"", "\"higher\"", "thresholds.high.enter_percent");
        row("a missing number", "growth_hold_ms", "growth_stop_ms", "control.growth_hold_ms");
        row("a number out of range", "\"trend_minimum_tau_ratio\":0.650000", "\"trend_minimum_tau_ratio\":7",
            "control.trend_minimum_tau_ratio");
        row("a word as a limit", "\"memory_entries\":500", "\"memory_entries\":\"500\"",
            "limits.memory_entries");
        row("thresholds that contradict", "\"enter_percent\":80", "\"enter_percent\":95", "valid thresholds");
    }
    void anAnswerWithoutAValueIsInvalid()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const QByteArray, problem);
        QByteArray settings = QByteArray::fromStdString(settingsAnswer());
        QVERIFY(settings.contains(from));
        settings.replace(from, to);
        FakeServer fake(server(settings.toStdString()));
        const Ran ran = runCtl(fake, {"rehearse", "ramp"});
        QVERIFY(ran.exitCode != 0);
        QVERIFY2(ran.errors.contains(problem), ran.errors);
    }
};

MANOMETER_TEST(Core, TestCtlRehearse)
#include "tst_ctl_rehearse.moc"
