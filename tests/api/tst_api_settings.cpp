// SPDX-License-Identifier: GPL-3.0-or-later
//
// Settings through the API: changes, trials, presets.
#include "ApiFixture.h"
#include "api/endpoints/SettingsTrial.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QUrl>

using namespace manometer;
using namespace manometer::test;
using namespace Qt::StringLiterals;

class TestApiSettings : public QObject
{
    Q_OBJECT
private slots:
    void aChangeOfThresholdsNamesWhatItIsBasedOn()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const QByteArray body = "{\"elevated\":{\"enter_percent\":65}}";
        const QByteArray tag = fixture.get("/api/thresholds").header("ETag");
        QCOMPARE(fixture.ask("PUT", "/api/thresholds", body).reason(), u"if_match_required"_s);
        const Answered changed = fixture.ask("PUT", "/api/thresholds", body, "If-Match: " + tag + "\r\n");
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json()[u"elevated"_s][u"enter_percent"_s].toDouble(), 65.0);
        QCOMPARE(fixture.backend->views().settings->settings().thresholds.elevated.enterPercent, 65.0);
        QCOMPARE(fixture.ask("PUT", "/api/thresholds", body, "If-Match: " + tag + "\r\n").reason(),
                 u"changed_since"_s);
        QVERIFY(actionsIn(events(fixture)).contains(u"changed_settings"_s));
    }

    void settingsThatTheRulesRefuseChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("out of range") << QByteArray("{\"limits\":{\"memory_entries\":0}}");
        QTest::newRow("unknown field") << QByteArray("{\"limits\":{\"memory\":1}}");
        QTest::newRow("unknown part") << QByteArray("{\"thresholdz\":{}}");
        QTest::newRow("contradiction") << QByteArray("{\"thresholds\":{\"high\":{\"enter_percent\":99}}}");
        QTest::newRow("unknown preset") << QByteArray("{\"preset\":\"none\"}");
    }

    void settingsThatTheRulesRefuseChangeNothing()
    {
        QFETCH(QByteArray, body);
        ApiFixture fixture;
        QVERIFY(fixture.open());
        const auto before = fixture.backend->views().settings->settings();
        const Answered refused = fixture.ask("PUT", "/api/settings", body, "If-Match: *\r\n");
        QCOMPARE(refused.status, 422);
        QVERIFY(!refused.json()[u"detail"_s].toString().isEmpty());
        QVERIFY(fixture.backend->views().settings->settings() == before);
    }

    void aTrialIsAnnouncedAndCanBeConfirmed()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        QCOMPARE(fixture
                     .ask("PUT", "/api/thresholds?revert_after_s=60", "{\"elevated\":{\"enter_percent\":70}}",
                          "If-Match: *\r\n")
                     .status,
                 200);
        QVERIFY(fixture.get("/api/settings").json()[u"reverts_at_unix_ms"_s].isDouble());
        // Another client's change would make it permanent.
        QCOMPARE(fixture.ask("PUT", "/api/thresholds", "{\"high\":{\"enter_percent\":82}}", "If-Match: *\r\n")
                     .reason(),
                 u"conflict"_s);
        QCOMPARE(fixture.ask("POST", "/api/presets/default/apply").reason(), u"conflict"_s);
        QCOMPARE(fixture.ask("POST", "/api/settings/keep").status, 204);
        QCOMPARE(fixture.ask("POST", "/api/settings/keep").reason(), u"gone"_s);
        QVERIFY(!fixture.get("/api/settings").json().contains(u"reverts_at_unix_ms"_s));
    }

    void aTrialRevertsToWhatWasBeforeIt()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        views::SettingsView *view = fixture.backend->views().settings;
        const views::Settings before = view->settings();
        views::Settings tried = before;
        api::SettingsTrial trial(view);
        for (const double percent : {65.0, 70.0}) {
            tried.thresholds.elevated.enterPercent = percent;
            QVERIFY(trial.apply(tried, view->basePreset(), std::chrono::milliseconds(300)));
        }
        QVERIFY(view->settings() == tried);
        VERIFY_EVENTUALLY(view->settings() == before);
        QVERIFY(!trial.confirm());
    }

    void aChangeOfTheOperatorsEndsATrial()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        views::SettingsView *view = fixture.backend->views().settings;
        views::Settings settings = view->settings();
        settings.thresholds.elevated.enterPercent = 65;
        api::SettingsTrial trial(view);
        QVERIFY(trial.apply(settings, view->basePreset(), std::chrono::minutes(1)));
        settings.memory.entries = 99;
        QVERIFY(view->applySettings(settings, view->basePreset()));
        QVERIFY(!trial.revertsAtWallMs());
    }

    void presetsAreSavedAppliedAndDeleted()
    {
        ApiFixture fixture;
        QVERIFY(fixture.open());
        QCOMPARE(
            fixture.ask("PUT", "/api/presets/night%20shift", "{\"limits\":{\"memory_entries\":77}}").status,
            204);
        QCOMPARE(fixture.ask("POST", "/api/presets/night%20shift/apply").status, 204);
        QCOMPARE(fixture.backend->views().settings->settings().memory.entries, 77u);
        QCOMPARE(fixture.get("/api/presets").json()[u"base"_s].toString(), u"night shift"_s);
        QCOMPARE(fixture.ask("DELETE", "/api/presets/night%20shift").status, 204);
        QCOMPARE(fixture.ask("DELETE", "/api/presets/default").reason(), u"not_found"_s);
        QCOMPARE(fixture.ask("PUT", "/api/presets/%fe%fe", "{}").reason(), u"invalid"_s);
    }
};

MANOMETER_TEST(Core, TestApiSettings)
#include "tst_api_settings.moc"
