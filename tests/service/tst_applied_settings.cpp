// SPDX-License-Identifier: GPL-3.0-or-later
//
// Applying settings: they take effect at once, persist, cause an event and are validated.
#include "OtherSettings.h"
#include "pressure/control/ControlNumbers.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;

class TestAppliedSettings : public QObject
{
    Q_OBJECT
private slots:
    void appliedThresholdsTakeEffectAtOnceAndPersist()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("config/manometer/settings.json"));
        {
            EventSink events;
            SettingsStore store(path, events);
            QSignalSpy changed(&store, &SettingsView::changed);
            QSignalSpy happened(&events, &EventSink::reported);
            QVERIFY(store.applyThresholds(otherThresholds()));
            QCOMPARE(store.settings().thresholds, otherThresholds());
            QCOMPARE(changed.size(), 1);
            QCOMPARE(happened.size(), 1);
        }
        EventSink events;
        SettingsStore store(path, events);
        QVERIFY(!store.load());
        QCOMPARE(store.settings().thresholds, otherThresholds());
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void allAppliedSettingsPersist()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        const Settings settings = otherSettings();
        {
            EventSink events;
            SettingsStore store(path, events);
            QSignalSpy changed(&store, &SettingsView::changed);
            QSignalSpy happened(&events, &EventSink::reported);
            QVERIFY(store.applySettings(settings, QStringLiteral("server")));
            QCOMPARE(changed.size(), 1);
            QCOMPARE(happened.size(), 2); // thresholds, limits
            const auto event = happened.at(1).constFirst().value<Event>();
            const auto &capacity = std::get<SettingsAppliedEvent>(event.what);
            QCOMPARE(capacity.preset, QString()); // it differs from 'server'
            QCOMPARE(capacity.before.memoryEntries, quint64(500));
            QCOMPARE(capacity.after.memoryEntries, quint64(7000));
            QCOMPARE(capacity.after.expirySeconds, qint64(0));
        }
        EventSink events;
        SettingsStore store(path, events);
        QVERIFY(!store.load());
        QCOMPARE(store.settings(), settings);
        QCOMPARE(store.basePreset(), QStringLiteral("server"));
    }

    void applyingUnchangedThresholdsCausesNoEvent()
    {
        const QTemporaryDir folder;
        EventSink events;
        SettingsStore store(folder.filePath(QStringLiteral("settings.json")), events);
        QSignalSpy happened(&events, &EventSink::reported);
        QVERIFY(store.applyThresholds({}));
        QCOMPARE(happened.size(), 0);
    }

    void changedControlNumbersCauseAnEvent()
    {
        const QTemporaryDir folder;
        EventSink events;
        SettingsStore store(folder.filePath(QStringLiteral("settings.json")), events);
        QSignalSpy happened(&events, &EventSink::reported);
        Settings settings;
        settings.control.limit.growthHold = std::chrono::milliseconds(20'000);
        settings.control.trend.minimumTau = 0.75;
        QVERIFY(store.applySettings(settings, store.basePreset()));
        QCOMPARE(happened.size(), 1);
        const auto event = happened.constFirst().constFirst().value<Event>();
        const auto &applied = std::get<SettingsAppliedEvent>(event.what);
        QCOMPARE(applied.before, applied.after);
        QCOMPARE(applied.numbers.size(), 2);
        QCOMPARE(applied.numbers.at(0).name, QByteArray("trend_minimum_tau_ratio"));
        QCOMPARE(applied.numbers.at(0).after, 0.75);
        QCOMPARE(applied.numbers.at(1).name, QByteArray("growth_hold_ms"));
        QCOMPARE(applied.numbers.at(1).before, 15'000.0);
        QCOMPARE(applied.numbers.at(1).after, 20'000.0);
        QVERIFY(store.applySettings(settings, store.basePreset()));
        QCOMPARE(happened.size(), 1); // nothing changed
    }

    void invalidThresholdsAreRefused()
    {
        const QTemporaryDir folder;
        EventSink events;
        SettingsStore store(folder.filePath(QStringLiteral("settings.json")), events);
        pressure::Thresholds thresholds;
        thresholds.high.enterPercent = 95;
        QVERIFY(!store.applyThresholds(thresholds));
        QCOMPARE(store.settings(), Settings{});
    }

    void settingsOutOfRangeAreRefused_data()
    {
        QTest::addColumn<Settings>("settings");
        const auto row = [](const char *name, auto change) {
            Settings settings;
            change(settings);
            QTest::newRow(name) << settings;
        };
        row("zero entries", [](Settings &s) { s.memory.entries = 0; });
        row("too many entries", [](Settings &s) { s.memory.entries = SettingsRange::mostEntries + 1; });
        row("zero memory", [](Settings &s) { s.memory.bytes = 0; });
        row("too much memory", [](Settings &s) { s.memory.bytes = std::numeric_limits<quint64>::max(); });
        row("too little disk", [](Settings &s) { s.diskCapBytes = 1000; });
        row("too much disk", [](Settings &s) { s.diskCapBytes = SettingsRange::mostDiskBytes + 1; });
        row("a negative expiry", [](Settings &s) { s.timeToLive = std::chrono::seconds(-5); });
        row("an expiry that is too short", [](Settings &s) { s.timeToLive = std::chrono::seconds(1); });
        row("an expiry that is too long", [](Settings &s) { s.timeToLive = std::chrono::seconds::max(); });
        row("thresholds out of order", [](Settings &s) { s.thresholds.high.enterPercent = 95; });
    }
    void settingsOutOfRangeAreRefused()
    {
        QFETCH(Settings, settings);
        const QTemporaryDir folder;
        EventSink events;
        SettingsStore store(folder.filePath(QStringLiteral("settings.json")), events);
        QVERIFY(!store.applySettings(settings, store.basePreset()));
        QVERIFY(!store.savePreset(QStringLiteral("mine"), settings));
        QCOMPARE(store.settings(), Settings{});
        QVERIFY(!store.applySettings({}, QStringLiteral("unknown")));
    }

    void eachNumberHasARangeAroundItsDefault()
    {
        for (const pressure::ControlNumber &number : pressure::controlNumbers()) {
            pressure::ControlTuning tuning;
            QVERIFY2(number.get(tuning) >= number.minimum && number.get(tuning) <= number.maximum,
                     number.key);
            number.set(tuning, number.maximum);
            QCOMPARE(number.get(tuning), number.maximum);
        }
    }
};

MANOMETER_TEST(Core, TestAppliedSettings)
#include "tst_applied_settings.moc"
