// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command line's override of the settings: in effect while the program runs, and never written.
#include "OtherSettings.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;

class TestCommandLineOverride : public QObject
{
    Q_OBJECT
private slots:
    void anOverrideIsInEffectAndNotWritten()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        {
            EventSink events;
            SettingsStore store(path, events);
            Settings asked;
            asked.memory.entries = 123'456;
            store.overrideWith(asked, QStringLiteral("large-host"));
            QCOMPARE(store.settings().memory.entries, std::uint64_t(123'456));
            QCOMPARE(store.basePreset(), QStringLiteral("large-host"));
            QVERIFY(store.applyThresholds(otherThresholds())); // writes the file
        }
        EventSink events;
        SettingsStore store(path, events);
        QVERIFY(!store.load());
        QCOMPARE(store.settings().memory.entries, std::uint64_t(500));
        QCOMPARE(store.settings().thresholds, otherThresholds());
        QCOMPARE(store.basePreset(), QStringLiteral("default"));
    }

    void anOverrideIsNotWrittenWithOtherChanges_data()
    {
        QTest::addColumn<Settings>("asked");
        QTest::addColumn<QString>("base");
        Settings entries;
        entries.memory.entries = 123'456;
        QTest::newRow("a limit") << entries << QStringLiteral("default");
        Settings many = otherSettings();
        many.control.basis = pressure::BasisChoice::Host;
        QTest::newRow("a whole preset") << many << QStringLiteral("server");
    }
    void anOverrideIsNotWrittenWithOtherChanges()
    {
        QFETCH(Settings, asked);
        QFETCH(QString, base);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        Settings expected; // in the file
        {
            EventSink events;
            SettingsStore store(path, events);
            store.overrideWith(asked, base);
            Settings next = store.settings();
            next.control.basis = expected.control.basis = pressure::BasisChoice::Cgroup;
            QVERIFY(store.applySettings(next, base));
            next.control.limit.flapWindow = expected.control.limit.flapWindow = std::chrono::seconds(7);
            QVERIFY(store.applySettings(next, base));
            QCOMPARE(store.settings(), next); // the override stays in effect
            next.memory.bytes = expected.memory.bytes = 77u << 20;
            QVERIFY(store.applySettings(next, base));
            QVERIFY(store.savePreset(QStringLiteral("mine"), store.settings()));
            QCOMPARE(store.basePreset(), QStringLiteral("mine"));
        }
        EventSink events;
        SettingsStore store(path, events);
        QVERIFY(!store.load());
        QCOMPARE(store.settings(), expected);
        QCOMPARE(store.basePreset(), QStringLiteral("default"));
    }

    void aValueAppliedOverAnOverrideIsWrittenUntilItIsUndone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        Settings inFile;
        const auto stored = [&path] {
            EventSink events;
            SettingsStore reader(path, events);
            return reader.load() ? Settings{} : reader.settings();
        };
        {
            EventSink events;
            SettingsStore store(path, events);
            inFile.memory.entries = 700;
            QVERIFY(store.applySettings(inFile, QStringLiteral("default")));
        }
        Settings asked = inFile;
        asked.memory.entries = 123'456;
        {
            EventSink events;
            SettingsStore store(path, events);
            QVERIFY(!store.load());
            store.overrideWith(asked, QStringLiteral("default"));
            Settings other = asked;
            other.memory.entries = 200;
            QVERIFY(store.applySettings(other, QStringLiteral("default")));
        }
        QCOMPARE(stored().memory.entries, std::uint64_t(200));
        {
            EventSink events;
            SettingsStore store(path, events);
            QVERIFY(!store.load());
            store.overrideWith(asked, QStringLiteral("default"));
            Settings other = asked;
            other.memory.entries = 300;
            QVERIFY(store.applySettings(other, QStringLiteral("default")));
            QVERIFY(store.applySettings(asked, QStringLiteral("default"))); // as Undo does
        }
        QCOMPARE(stored().memory.entries, std::uint64_t(200));
    }

    void aChosenPresetIsWrittenWholeEvenIfItEqualsTheOverride()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        Settings asked;
        asked.memory.entries = 1'000'000; // as many as 'server' has
        {
            EventSink events;
            SettingsStore store(path, events);
            store.overrideWith(asked, QStringLiteral("default"));
            const Settings server = store.findPreset(QStringLiteral("server"))->settings;
            QVERIFY(store.applySettings(server, QStringLiteral("server")));
        }
        {
            EventSink events;
            SettingsStore store(path, events);
            QVERIFY(!store.load());
            QCOMPARE(store.settings(), store.findPreset(QStringLiteral("server"))->settings);
            QCOMPARE(store.basePreset(), QStringLiteral("server"));
        }
        QVERIFY(QFile::remove(path));
        {
            EventSink events;
            SettingsStore store(path, events);
            store.overrideWith(asked, QStringLiteral("default"));
            const Settings server = store.findPreset(QStringLiteral("server"))->settings;
            QVERIFY(store.applySettings(server, QStringLiteral("server")));
            QVERIFY(store.applySettings(asked, QStringLiteral("default"))); // as Undo does
        }
        EventSink events;
        SettingsStore store(path, events);
        QVERIFY(!store.load());
        QCOMPARE(store.settings(), Settings{});
        QCOMPARE(store.basePreset(), QStringLiteral("default"));
    }
};

MANOMETER_TEST(Core, TestCommandLineOverride)
#include "tst_command_line_override.moc"
