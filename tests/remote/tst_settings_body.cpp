// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeApi.h"
#include "remote/SettingsBody.h"
#include "support/TestMain.h"
#include "support/UnusualSettings.h"

#include <QTest>

using namespace manometer;
using namespace manometer::remote;

class TestSettingsBody : public QObject
{
    Q_OBJECT

    static views::Settings settingsWith(double elevated, double high, double critical)
    {
        views::Settings settings;
        settings.thresholds.elevated.enterPercent = elevated;
        settings.thresholds.high.enterPercent = high;
        settings.thresholds.critical.enterPercent = critical;
        return settings;
    }

private slots:
    void whatIsWrittenIsRead()
    {
        const views::Settings settings = test::unusualSettings();
        const auto body = settingsFrom(settingsText(settings, QStringLiteral("night")));
        QVERIFY2(body, body ? "" : qPrintable(body.error()));
        QVERIFY(body->settings == settings);
        QCOMPARE(body->base, QStringLiteral("night"));
        QVERIFY(!body->revertsAtWallMs && !body->changedElsewhere);
        const auto thresholds = thresholdsFrom(thresholdsText(settings.thresholds));
        QVERIFY(thresholds && *thresholds == settings.thresholds);
    }

    void theBodysOtherFieldsAreRead()
    {
        QByteArray text = settingsText({}, QStringLiteral("default"));
        text.chop(1);
        text += R"(,"reverts_at_unix_ms":1763885090000,"changed_elsewhere":true,"of_later_version":[1]})";
        const auto body = settingsFrom(text);
        QVERIFY2(body, body ? "" : qPrintable(body.error()));
        QCOMPARE(body->revertsAtWallMs, std::optional<qint64>(1'763'885'090'000));
        QVERIFY(body->changedElsewhere);
    }

    void settingsThatWouldBeShownWronglyAreAnError_data()
    {
        QTest::addColumn<QByteArray>("was");
        QTest::addColumn<QByteArray>("becomes");
        QTest::newRow("a value out of this version's range")
            << QByteArray("\"memory_entries\":500") << QByteArray("\"memory_entries\":0");
        QTest::newRow("a value of another type")
            << QByteArray("\"adapting\":true") << QByteArray("\"adapting\":\"sometimes\"");
        QTest::newRow("an unknown word")
            << QByteArray("\"basis\":\"auto\"") << QByteArray("\"basis\":\"swap\"");
        QTest::newRow("a missing field")
            << QByteArray("\"memory_entries\":500") << QByteArray("\"entries\":500");
        QTest::newRow("a missing part") << QByteArray("\"thresholds\":") << QByteArray("\"levels\":");
        QTest::newRow("no base") << QByteArray("\"preset\":") << QByteArray("\"origin\":");
        QTest::newRow("thresholds out of order")
            << QByteArray("\"enter_percent\":60") << QByteArray("\"enter_percent\":95");
    }
    void settingsThatWouldBeShownWronglyAreAnError()
    {
        QFETCH(QByteArray, was);
        QFETCH(QByteArray, becomes);
        QByteArray text = settingsText({}, QStringLiteral("default"));
        QVERIFY(text.contains(was));
        text.replace(was, becomes);
        QVERIFY(!settingsFrom(text));
    }

    void presetsAreRead()
    {
        const views::Settings settings = test::unusualSettings();
        const auto body = presetsFrom(test::FakeApi::presetsText(
            QStringLiteral("night"), {{.name = QStringLiteral("night"), .settings = settings}}));
        QVERIFY2(body, body ? "" : qPrintable(body.error()));
        QCOMPARE(body->base, QStringLiteral("night"));
        QVERIFY(body->presets.constFirst().builtIn);
        QVERIFY(!body->presets.constLast().builtIn);
        QVERIFY(body->presets.constLast().settings == settings);
        QVERIFY(!presetsFrom(R"({"base":"default"})"));
        QVERIFY(!presetsFrom(R"({"base":"default","presets":[{"settings":{}}]})"));
    }

    void aChangeIsWideThatMayChangeTheLevelByTwo_data()
    {
        QTest::addColumn<views::Settings>("after");
        QTest::addColumn<bool>("isWide");
        QTest::newRow("the same") << settingsWith(60, 80, 90) << false;
        QTest::newRow("each by less than ten points") << settingsWith(69, 79.5, 85) << false;
        QTest::newRow("one by ten points") << settingsWith(70, 80, 90) << true;
        QTest::newRow("NORMAL where HIGH was") << settingsWith(80, 84, 95) << true;
        QTest::newRow("NORMAL close to where HIGH was") << settingsWith(69.9, 84, 95) << false;
        QTest::newRow("CRITICAL where ELEVATED was") << settingsWith(60, 72, 79) << true;
    }
    void aChangeIsWideThatMayChangeTheLevelByTwo()
    {
        QFETCH(views::Settings, after);
        QFETCH(bool, isWide);
        QCOMPARE(isWideChange(pressure::Thresholds{}, after.thresholds), isWide);
        QCOMPARE(isWideChange(after.thresholds, pressure::Thresholds{}), isWide);
    }

    void levelsThatAreCloseTogetherAreWideSooner()
    {
        const auto before = settingsWith(60, 62, 64).thresholds;
        QVERIFY(!isWideChange(before, settingsWith(61, 63, 65).thresholds));
        QVERIFY(isWideChange(before, settingsWith(63, 65, 67).thresholds));
    }
};

MANOMETER_TEST(None, TestSettingsBody)
#include "tst_settings_body.moc"
