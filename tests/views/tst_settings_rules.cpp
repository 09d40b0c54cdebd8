// SPDX-License-Identifier: GPL-3.0-or-later
//
// From settings to the control loop's configuration, and the merge of concurrent changes of settings.
#include "support/TestMain.h"
#include "support/UnusualSettings.h"
#include "views/SettingsRules.h"

#include <QTest>

using namespace manometer;
using namespace manometer::views;
using test::unusualSettings;

namespace {

// One for each field that is merged on its own.
using Change = void (*)(Settings &settings, const Settings &from);

} // namespace

Q_DECLARE_METATYPE(Change)

class TestSettingsRules : public QObject
{
    Q_OBJECT
private slots:
    void theControlLoopFollowsTheSettings()
    {
        const Settings settings = unusualSettings();
        const pressure::ControlConfig config = controlConfigOf(settings);
        QCOMPARE(config.thresholds, settings.thresholds);
        QCOMPARE(config.tuning, settings.control);
        QCOMPARE(config.configured.entries, settings.memory.entries);
        QCOMPARE(config.configured.bytes, settings.memory.bytes);
        QCOMPARE(config.adaptation, pressure::Adaptation::MeasureOnly);
        QCOMPARE(controlConfigOf({}).adaptation, pressure::Adaptation::On);
        QVERIFY(!config.snooze);
    }

    void aMergeTakesEveryChange()
    {
        for (const pressure::ControlNumber &number : pressure::controlNumbers())
            QVERIFY2(number.get(unusualSettings().control) != number.get({}), number.key);
        QCOMPARE(followed({}, {}, unusualSettings()), unusualSettings());
        QCOMPARE(followed(unusualSettings(), {}, {}), unusualSettings());
    }

    void aMergeTakesEachFieldAlone_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, Change change) { QTest::newRow(name) << change; };
        row("the thresholds", [](Settings &s, const Settings &from) { s.thresholds = from.thresholds; });
        row("a number of the control loop",
            [](Settings &s, const Settings &from) { s.control.trend.window = from.control.trend.window; });
        row("another number of the control loop", [](Settings &s, const Settings &from) {
            s.control.limit.growthHold = from.control.limit.growthHold;
        });
        row("the basis", [](Settings &s, const Settings &from) { s.control.basis = from.control.basis; });
        row("the entries", [](Settings &s, const Settings &from) { s.memory.entries = from.memory.entries; });
        row("the memory", [](Settings &s, const Settings &from) { s.memory.bytes = from.memory.bytes; });
        row("the disk", [](Settings &s, const Settings &from) { s.diskCapBytes = from.diskCapBytes; });
        row("the expiry", [](Settings &s, const Settings &from) { s.timeToLive = from.timeToLive; });
        row("the adaptation", [](Settings &s, const Settings &from) { s.adapting = from.adapting; });
    }
    void aMergeTakesEachFieldAlone()
    {
        QFETCH(Change, change);
        const Settings other = unusualSettings();
        Settings changed;
        change(changed, other);
        QVERIFY(changed != Settings());
        QCOMPARE(followed({}, {}, changed), changed);
        // Changed here, too: this field stays, all others follow.
        Settings expected = other;
        change(expected, changed);
        QCOMPARE(followed(changed, {}, other), expected);
    }
};

MANOMETER_TEST(Core, TestSettingsRules)
#include "tst_settings_rules.moc"
