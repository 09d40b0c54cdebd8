// SPDX-License-Identifier: GPL-3.0-or-later
#include "CtlFixture.h"
#include "support/TestMain.h"

#include <QTest>

#include <atomic>

using namespace manometer;
using test::FakeReply;
using test::FakeRequest;
using test::FakeServer;
using test::httpAnswer;
using test::Ran;
using test::runCtl;

namespace {

constexpr const char *thresholds = R"({"elevated":{"enter_percent":60,"hold_ms":10000}})";

// Refuses this many changes because another program was faster.
FakeServer::Handler contested(std::atomic<int> &conflicts)
{
    return [&conflicts](const FakeRequest &request) {
        if (request.method == "GET")
            return FakeReply{
                .pieces = {
                    httpAnswer(200, thresholds, "ETag: \"v" + std::to_string(conflicts.load()) + "\"\r\n")}};
        if (conflicts-- > 0)
            return FakeReply{.pieces = {test::problemAnswer(412, "changed_since", "They have changed.")}};
        return FakeReply{.pieces = {httpAnswer(200, request.body)}};
    };
}

} // namespace

class TestCtlSettings : public QObject
{
    Q_OBJECT
private slots:
    void thresholdsAreShown()
    {
        FakeServer server(test::answering({{"GET /api/thresholds", thresholds}}));
        QVERIFY(runCtl(server, {"thresholds"}).output.startsWith("LEVEL"));
        QCOMPARE(runCtl(server, {"thresholds", "--json"}).output, QByteArray(thresholds));
    }

    void aChangeIsMadeOfTheVersionThatWasRead()
    {
        std::atomic<int> conflicts = 0;
        FakeServer server(contested(conflicts));
        const Ran ran = runCtl(server, {"thresholds", "set", "elevated.enter_percent=65", "--json"});
        QCOMPARE(ran.errors, QByteArray());
        QCOMPARE(ran.exitCode, 0);
        QCOMPARE(ran.output, QByteArray(R"({"elevated":{"enter_percent":65,"hold_ms":10000}})"));
        QVERIFY(server.requests().at(1).head.find("If-Match: \"v0\"\r\n") != std::string::npos);
    }

    void aChangeIsTriedAgainOnce()
    {
        std::atomic<int> conflicts = 1;
        FakeServer server(contested(conflicts));
        QCOMPARE(runCtl(server, {"thresholds", "set", "elevated.enter_percent=65"}).exitCode, 0);
        QCOMPARE(int(server.requests().size()), 4);
        QVERIFY(server.requests().at(3).head.find("If-Match: \"v0\"\r\n") != std::string::npos);
        conflicts = 2;
        const Ran ran = runCtl(server, {"thresholds", "set", "elevated.enter_percent=65"});
        QCOMPARE(ran.exitCode, 4);
        QVERIFY2(ran.errors.contains("They have changed."), ran.errors);
    }

    void aWrongChangeIsNotSent()
    {
        std::atomic<int> conflicts = 0;
        FakeServer server(contested(conflicts));
        const Ran ran = runCtl(server, {"thresholds", "set", "elevated.leave=5"});
        QCOMPARE(ran.exitCode, 2);
        QVERIFY2(ran.errors.contains("elevated.enter_percent"), ran.errors); // what there is
        QCOMPARE(int(server.requests().size()), 1);
        QCOMPARE(runCtl(server, {"thresholds", "set"}).exitCode, 2);
        QCOMPARE(runCtl(server, {"thresholds", "reset"}).exitCode, 2);
    }

    void aRefusedChangeSaysWhy()
    {
        FakeServer server([](const FakeRequest &request) {
            return FakeReply{.pieces = {request.method == "GET"
                                            ? httpAnswer(200, thresholds)
                                            : test::problemAnswer(422, "invalid", "65 is over 60.")}};
        });
        const Ran ran = runCtl(server, {"thresholds", "set", "elevated.enter_percent=65"});
        QCOMPARE(ran.exitCode, 4);
        QCOMPARE(ran.errors, QByteArray("manometerctl: 65 is over 60.\n"));
        QVERIFY(server.requests().at(1).head.find("If-Match: *\r\n") != std::string::npos); // no tag was sent
    }

    void presetsAreListed()
    {
        FakeServer server(test::answering(
            {{"GET /api/presets",
              R"({"base":"server","presets":[{"name":"default","built_in":true},)"
              R"({"name":"server","built_in":true},{"name":"mi\u001bne","built_in":false}]})"}}));
        QCOMPARE(runCtl(server, {"preset"}).output, QByteArray("   default   built in\n"
                                                               "*  server    built in\n"
                                                               "   mi\\x1Bne  yours\n"));
        QVERIFY(runCtl(server, {"preset", "list", "--json"}).output.startsWith("{\"base\""));
    }

    void presetsAreAppliedSavedAndRemoved()
    {
        FakeServer server([](const FakeRequest &request) {
            return FakeReply{
                .pieces = {request.method == "GET"
                               ? httpAnswer(200, R"({"thresholds":{"a":1.50},"control":{},"limits":{"b":2},)"
                                                 R"("preset":"default","reverts_at_unix_ms":5})")
                               : httpAnswer(204, "")}};
        });
        QCOMPARE(runCtl(server, {"preset", "apply", "night shift/2"}).exitCode, 0);
        QCOMPARE(runCtl(server, {"preset", "rm", "x"}).exitCode, 0);
        QCOMPARE(runCtl(server, {"preset", "save", "x"}).exitCode, 0);
        QCOMPARE(server.asked(), (std::vector<std::string>{"POST /api/presets/night%20shift%2F2/apply",
                                                           "DELETE /api/presets/x", "GET /api/settings",
                                                           "PUT /api/presets/x"}));
        QCOMPARE(server.requests().at(3).body,
                 std::string(R"({"thresholds":{"a":1.50},"control":{},"limits":{"b":2}})"));
    }

    void aMissingPresetExitsWithOne()
    {
        FakeServer server(test::refusing(404, "not_found"));
        QCOMPARE(runCtl(server, {"preset", "rm", "x"}).exitCode, 1);
    }

    void aPresetsNameIsNecessary()
    {
        FakeServer server(test::refusing(500, "x"));
        for (const char *action : {"apply", "save", "rm"})
            QCOMPARE(runCtl(server, {"preset", action}).exitCode, 2);
        QCOMPARE(runCtl(server, {"preset", "list", "x"}).exitCode, 2);
        QCOMPARE(runCtl(server, {"preset", "apply", ""}).exitCode, 2);
        QVERIFY(server.requests().empty());
    }
};

MANOMETER_TEST(None, TestCtlSettings)
#include "tst_ctl_settings.moc"
