// SPDX-License-Identifier: GPL-3.0-or-later
#include "CtlFixture.h"
#include "ctl/Doctor.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QDir>
#include <QTest>

using namespace manometer;
using namespace manometer::ctl;
using client::Failure;

namespace {

constexpr const char *healthyHealth = R"({"status":"ok","version":"1.2.3","pid":77})";
constexpr const char *healthyStatus =
    R"({"pressure_level":"NORMAL","stale":false,"system":{"percent":40.5}})";
constexpr const char *healthySources = R"({"signals":[{"signal":"host_memory","state":"works"},)"
                                       R"({"signal":"cgroup_limit","state":"not_limited"}]})";
constexpr const char *healthyCache =
    R"({"stats":{"disk_entries":5,"disk_bytes":2048},"health":{"state":"good","quarantined_shards":0}})";

Answered answered(const char *body)
{
    return *json::Value::parse(body);
}

DoctorFacts healthyFacts()
{
    return {.ownVersion = "1.2.3",
            .instance = std::nullopt,
            .health = answered(healthyHealth),
            .status = answered(healthyStatus),
            .sources = answered(healthySources),
            .cache = answered(healthyCache),
            .exiftool = "/usr/bin/exiftool"};
}

const Check &named(const std::vector<Check> &checks, std::string_view name)
{
    return *std::find_if(checks.begin(), checks.end(),
                         [name](const Check &each) { return each.name == name; });
}

} // namespace

class TestCtlDoctor : public QObject
{
    Q_OBJECT
private slots:
    void aHealthyInstanceHasNoProblem()
    {
        const auto checks = examine(healthyFacts());
        QCOMPARE(int(checks.size()), 6);
        QCOMPARE(QByteArray::fromStdString(doctorText(checks)),
                 QByteArray("ok  Manometer 1.2.3 runs, process 77.\n"
                            "ok  manometerctl has the same version.\n"
                            "ok  Memory use is 40.5 %, the level is NORMAL.\n"
                            "ok  1 signal works.\n"
                            "ok  The disk store is healthy: 5 entries, 2.0 KiB.\n"
                            "ok  exiftool is /usr/bin/exiftool.\n"));
        QVERIFY(!hasProblem(checks));
    }

    void whatIsWrongIsFoundWithAdvice_data()
    {
        QTest::addColumn<QByteArray>("check");
        QTest::addColumn<QByteArray>("part"); // whose answer is replaced
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("state");
        const int warning = int(Check::State::Warning);
        const int problem = int(Check::State::Problem);
        QTest::newRow("another version") << QByteArray("version") << QByteArray("health")
                                         << QByteArray(R"({"version":"9.9.9"})") << warning;
        QTest::newRow("stale figures") << QByteArray("memory") << QByteArray("status")
                                       << QByteArray(R"({"pressure_level":"HIGH","stale":true})") << problem;
        QTest::newRow("critical memory") << QByteArray("memory") << QByteArray("status")
                                         << QByteArray(R"({"pressure_level":"CRITICAL"})") << warning;
        QTest::newRow("a refused signal")
            << QByteArray("signals") << QByteArray("sources")
            << QByteArray(R"({"signals":[{"signal":"host_memory","state":"estimated"},)"
                          R"({"signal":"host_stall","state":"refused"}]})")
            << warning;
        QTest::newRow("no figures of the machine")
            << QByteArray("signals") << QByteArray("sources")
            << QByteArray(R"({"signals":[{"signal":"host_memory","state":"missing"}]})") << problem;
        QTest::newRow("no signals") << QByteArray("signals") << QByteArray("sources") << QByteArray("{}")
                                    << problem;
        QTest::newRow("a full disk") << QByteArray("store") << QByteArray("cache")
                                     << QByteArray(R"({"health":{"state":"disk_full","detail":"x"}})")
                                     << problem;
        QTest::newRow("damaged parts")
            << QByteArray("store") << QByteArray("cache")
            << QByteArray(R"({"health":{"state":"good","quarantined_shards":1,"quarantine_file":"/q"}})")
            << warning;
        QTest::newRow("no answer") << QByteArray("store") << QByteArray("cache") << QByteArray() << problem;
        QTest::newRow("no reader") << QByteArray("exiftool") << QByteArray("exiftool") << QByteArray()
                                   << problem;
    }
    void whatIsWrongIsFoundWithAdvice()
    {
        QFETCH(QByteArray, check);
        QFETCH(QByteArray, part);
        QFETCH(QByteArray, answer);
        QFETCH(int, state);
        DoctorFacts facts = healthyFacts();
        const Answered replaced =
            answer.isEmpty() ? Answered(Unexpected<Failure>({.kind = Failure::Kind::TimedOut, .detail = "x"}))
                             : answered(answer.constData());
        if (part == "health")
            facts.health = replaced;
        else if (part == "status")
            facts.status = replaced;
        else if (part == "sources")
            facts.sources = replaced;
        else if (part == "cache")
            facts.cache = replaced;
        else
            facts.exiftool.clear();
        const auto checks = examine(facts);
        const Check &found = named(checks, check.toStdString());
        QCOMPARE(int(found.state), state);
        QVERIFY(!found.text.empty() && !found.advice.empty());
        QCOMPARE(hasProblem(checks), state == int(Check::State::Problem));
    }

    void withoutAnInstanceOnlyWhatCanBeSeenIsChecked()
    {
        DoctorFacts facts = healthyFacts();
        facts.health = Unexpected<Failure>({.kind = Failure::Kind::NoInstance, .detail = "x"});
        const auto checks = examine(facts);
        QCOMPARE(int(checks.size()), 2);
        QVERIFY(hasProblem(checks));
        QVERIFY(checks[0].advice.find("systemctl") != std::string::npos);
    }

    void theCommandAsksAndExitsByTheResult()
    {
        test::FakeServer server(test::answering({{"GET /healthz", healthyHealth},
                                                 {"GET /api/memory/status", healthyStatus},
                                                 {"GET /api/sources", healthySources},
                                                 {"GET /api/cache", healthyCache}}));
        const test::Folder programs;
        auto surroundings = test::surroundingsOf(server);
        surroundings.programPath = "relative::/nowhere:" + programs.path().toStdString();
        const test::Ran without = test::runCtl(surroundings, {"doctor"});
        QCOMPARE(without.exitCode, 1);
        QVERIFY2(without.output.contains("problem  exiftool is not installed"), without.output);
        QVERIFY(test::writeFile(QFile::encodeName(programs.filePath(QStringLiteral("exiftool"))), "", 0755));
        const test::Ran with = test::runCtl(surroundings, {"doctor", "--json"});
        QCOMPARE(with.exitCode, 0);
        QVERIFY2(with.output.startsWith(R"({"checks":[{"name":"instance","state":"ok",)"), with.output);
        QVERIFY(json::Value::parse(with.output.toStdString()));
    }

    void theCommandReportsAMissingInstance()
    {
        const test::Folder runtime;
        ctl::Surroundings surroundings;
        surroundings.search.runtimeDirectory = runtime.path().toStdString();
        const test::Ran ran = test::runCtl(surroundings, {"doctor"});
        QCOMPARE(ran.exitCode, 3);
        QVERIFY2(ran.output.startsWith("problem  No Manometer is running: "), ran.output);
    }
};

MANOMETER_TEST(None, TestCtlDoctor)
#include "tst_ctl_doctor.moc"
