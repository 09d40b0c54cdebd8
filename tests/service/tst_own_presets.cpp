// SPDX-License-Identifier: GPL-3.0-or-later
//
// The operator's own presets.
#include "OtherSettings.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;

class TestOwnPresets : public QObject
{
    Q_OBJECT
private slots:
    void ownPresetsAreKeptOverwrittenAndRemoved()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        {
            EventSink events;
            SettingsStore store(path, events);
            QSignalSpy changed(&store, &SettingsView::presetsChanged);
            QVERIFY(store.savePreset(QStringLiteral("night"), {}));
            QVERIFY(store.savePreset(QStringLiteral("night"), otherSettings()));
            QVERIFY(store.savePreset(QStringLiteral("day “x”"), {}));
            QCOMPARE(changed.size(), 3);
            for (const QString &name : {QString(), QStringLiteral("server"), QStringLiteral("Server"),
                                        QStringLiteral(" x"), QStringLiteral("a\nb"), QString(61, u'x')})
                QVERIFY2(!store.savePreset(name, {}), qPrintable(name));
            QVERIFY(!store.removePreset(QStringLiteral("server")));
            QVERIFY(store.applySettings(otherSettings(), QStringLiteral("night")));
        }
        EventSink events;
        SettingsStore store(path, events);
        QVERIFY(!store.load());
        QCOMPARE(store.presets().size(), 7);
        QCOMPARE(store.basePreset(), QStringLiteral("night"));
        QCOMPARE(store.findPreset(QStringLiteral("night"))->settings, otherSettings());
        QVERIFY(store.removePreset(QStringLiteral("night")));
        QCOMPARE(store.basePreset(), QStringLiteral("default"));
        QCOMPARE(store.settings(), otherSettings()); // the settings in effect stay
        QCOMPARE(store.presets().size(), 6);
    }
};

MANOMETER_TEST(Core, TestOwnPresets)
#include "tst_own_presets.moc"
