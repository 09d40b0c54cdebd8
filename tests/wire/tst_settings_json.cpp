// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings in the settings file and in preset files: the keys that other releases of the program write
// and read.
#include "support/TestMain.h"
#include "support/UnusualSettings.h"
#include "wire/PresetJson.h"
#include "wire/SettingsJson.h"

#include <QJsonDocument>
#include <QTest>

using namespace manometer;
using namespace manometer::wire;
using test::unusualSettings;

namespace {

const QByteArray unusualText =
    R"({"control":{"basis":"cgroup","clean_up_interval_ms":3599983,)"
    R"("futile_evicted_bytes":1099511627758,"futile_receipts":80,"futile_returned_ratio":0.59375,)"
    R"("growth_flap_window_ms":3599988,"growth_forecast_ms":3599984,"growth_hold_maximum_ms":3599987,)"
    R"("growth_hold_ms":3599989,"growth_interval_ms":3599986,"growth_step_percent":85,)"
    R"("level_hold_maximum_ms":3599995,"level_return_window_ms":3599996,"stall_minimum_percent":97,)"
    R"("stall_waited_ms":59998,"stall_window_ms":59999,"trend_minimum_span_ms":59992,)"
    R"("trend_minimum_tau_ratio":0.28125,"trend_point_interval_ms":9993,"trend_warn_under_ms":3599990,)"
    R"("trend_window_ms":59994},)"
    R"("limits":{"adapting":false,"disk_bytes":5000001,"expiry_s":67,"memory_bytes":4000001,)"
    R"("memory_entries":123},)"
    R"("thresholds":{)"
    R"("critical":{"enter_percent":81,"hold_ms":3,"leave_percent":72,"target_percent":63},)"
    R"("elevated":{"enter_percent":61,"hold_ms":1,"leave_percent":51,"target_percent":41},)"
    R"("high":{"enter_percent":71,"hold_ms":2,"leave_percent":62,"target_percent":52}}})";

} // namespace

class TestSettingsJson : public QObject
{
    Q_OBJECT
private slots:
    void eachSettingHasItsKey()
    {
        QCOMPARE(QJsonDocument(toJson(unusualSettings())).toJson(QJsonDocument::Compact), unusualText);
    }

    void aPresetHasTheSameKeysAndANameAndAVersion()
    {
        QJsonObject preset =
            toJson(views::Preset{.name = QStringLiteral("night"), .settings = unusualSettings()});
        QCOMPARE(preset.take(QLatin1StringView("name")), QJsonValue(QStringLiteral("night")));
        QCOMPARE(preset.take(QLatin1StringView("manometer_preset")), QJsonValue(1));
        QCOMPARE(preset, toJson(unusualSettings()));
    }

    void whatWasWrittenIsReadBack()
    {
        const SettingsRead read = settingsFromJson(QJsonDocument::fromJson(unusualText).object());
        QCOMPARE(read.problems, QStringList());
        QCOMPARE(read.settings, unusualSettings());
    }
};

MANOMETER_TEST(Core, TestSettingsJson)
#include "tst_settings_json.moc"
