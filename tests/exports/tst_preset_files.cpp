// SPDX-License-Identifier: GPL-3.0-or-later
//
// Presets in files of the operator's choice.
#include "ExportsFixture.h"
#include "service/OtherSettings.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer;
using namespace manometer::exports;
using namespace manometer::service;
using namespace manometer::views;

class TestPresetFiles : public QObject
{
    Q_OBJECT
private slots:
    void aPresetRoundTripsThroughAFile()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("night.json"));
        ExportsFixture fixture;
        QCOMPARE(
            fixture.exports->writePreset(file, {.name = QStringLiteral("night"), .settings = otherSettings()})
                .result(),
            QString());
        const PresetRead read = fixture.exports->readPreset(file).result();
        QVERIFY2(read.preset, qPrintable(read.error));
        QCOMPARE(read.preset->name, QStringLiteral("night"));
        QCOMPARE(read.preset->settings, otherSettings());
        QVERIFY(!fixture.exports
                     ->writePreset(QStringLiteral("/nonexistent/x.json"), {.name = QStringLiteral("x")})
                     .result()
                     .isEmpty());
    }

    void anInvalidPresetFileIsRefusedWithAReason_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &text, const char *message) {
            QTest::newRow(name) << text << QString::fromLatin1(message);
        };
        row("not JSON", "hello", "not JSON");
        row("other JSON", "[1]", "manometer_preset");
        row("a later version", R"({"manometer_preset":2})", "expected 1");
        row("a missing name", R"({"manometer_preset":1,"thresholds":{}})", "name");
        row("the name of a built-in preset", R"({"manometer_preset":1,"name":"default"})", "name");
    }
    void anInvalidPresetFileIsRefusedWithAReason()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const QTemporaryDir folder;
        const QString path = writeSettings(folder, text);
        ExportsFixture fixture;
        const PresetRead read = fixture.exports->readPreset(path).result();
        QVERIFY(!read.preset);
        QVERIFY2(read.error.contains(message), qPrintable(read.error));
        QVERIFY(QFile::exists(path)); // not the program's own file: never renamed
        QVERIFY(
            !fixture.exports->readPreset(folder.filePath(QStringLiteral("none"))).result().error.isEmpty());
    }

    void anInvalidFieldOfAPresetFileAffectsOnlyItself_data()
    {
        QTest::addColumn<QByteArray>("text"); // after the limit of 777 entries
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *text, const char *message) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(message);
        };
        row("a limit that is a text", R"(,"memory_bytes":"many"})", "memory_bytes is not");
        row("a fractional number of bytes", R"(,"disk_bytes":2000000.5})", "disk_bytes is not");
        row("an unknown limit", R"(,"memory":5})", "there is no memory");
        row("a number for a boolean", R"(,"adapting":1})", "adapting is neither");
        row("an expiry that is a text", R"(,"expiry_s":"day"})", "expiry_s is not");
        row("a threshold out of range", R"(},"thresholds":{"high":{"enter_percent":182}})",
            "thresholds: high: enter_percent");
        row("a control number of a later version", R"(},"control":{"oracle":1})",
            "control: there is no oracle");
        row("a section of a later version", R"(},"network":{})", "there is no network");
    }
    void anInvalidFieldOfAPresetFileAffectsOnlyItself()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const QTemporaryDir folder;
        const QString path = writeSettings(
            folder, R"({"manometer_preset":1,"name":"x","limits":{"memory_entries":777)" + text + '}');
        ExportsFixture fixture;
        const PresetRead read = fixture.exports->readPreset(path).result();
        QVERIFY2(read.preset, qPrintable(read.error));
        Settings expected;
        expected.memory.entries = 777;
        QCOMPARE(read.preset->settings, expected);
        QCOMPARE(read.ignored.size(), 1);
        QVERIFY2(read.ignored.constFirst().contains(message), qPrintable(read.ignored.constFirst()));
    }
};

MANOMETER_TEST(Core, TestPresetFiles)
#include "tst_preset_files.moc"
