// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings file: any contents are handled at the start, and none are lost.
#include "OtherSettings.h"
#include "pressure/control/ControlNumbers.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <cerrno>
#include <sys/stat.h>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;

class TestSettingsFile : public QObject
{
    Q_OBJECT
private slots:
    void withoutAFileTheDefaultsApply()
    {
        EventSink events;
        SettingsStore store(QStringLiteral("/nonexistent/settings.json"), events);
        QVERIFY(!store.load());
        QCOMPARE(store.settings(), Settings{});
    }

    void anUnusableFileIsRenamedAndReported_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("thresholds = 60");
        QTest::newRow("a truncated file") << QByteArray("{\"version\":1,\"thresh");
        QTest::newRow("a later version") << QByteArray("{\"version\":99,\"thresholds\":{}}");
        QTest::newRow("a later version with known fields")
            << QByteArray(R"({"version":2,"limits":{"memory_entries":777}})");
        QTest::newRow("a missing version") << QByteArray(R"({"limits":{"memory_entries":777}})");
    }
    void anUnusableFileIsRenamedAndReported()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        const QString path = writeSettings(folder, text);
        EventSink events;
        SettingsStore store(path, events);
        const auto problem = store.load();
        QVERIFY(problem);
        QCOMPARE(problem->file, path);
        QVERIFY(!problem->detail.isEmpty());
        QCOMPARE(store.settings(), Settings{});
        QFile kept(problem->keptAs);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), text);
    }

    void theProblemIsDescribed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("JSON, but not an object");
        QTest::newRow("a syntax error") << QByteArray("{\"version\":1,") << QStringLiteral("not JSON: ");
    }
    void theProblemIsDescribed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        const QTemporaryDir folder;
        EventSink events;
        SettingsStore store(writeSettings(folder, text), events);
        const auto problem = store.load();
        QVERIFY(problem);
        QVERIFY2(problem->detail.contains(words), qPrintable(problem->detail));
    }

    void anInvalidFieldAffectsOnlyItself_data()
    {
        QTest::addColumn<QByteArray>(
            "section"); // replaces a section of the document below, or is added to it
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *section, const char *value, const char *words) {
            QTest::newRow(name) << QByteArray(section) << QByteArray(value) << QString::fromLatin1(words);
        };
        row("an unknown number", "control", R"({"growth_hold_ms":20000,"grow_hold":1})",
            "control: there is no grow_hold");
        row("a number that is a text", "control",
            R"({"growth_hold_ms":20000,"growth_flap_window_ms":"soon"})",
            "growth_flap_window_ms is not a number from 0 to");
        row("a number out of its range", "control", R"({"growth_hold_ms":20000,"stall_window_ms":1})",
            "stall_window_ms is not a number from 500");
        row("an unknown basis", "control", R"({"growth_hold_ms":20000,"basis":"swap"})",
            "basis is neither auto nor host");
        row("an object for a number", "control",
            R"({"growth_hold_ms":20000,"futile_receipts":{"at":"once"}})", "futile_receipts is not a number");
        row("an unknown limit", "limits", R"({"memory_entries":777,"gpu_bytes":5})",
            "limits: there is no gpu_bytes");
        row("a limit that is a text", "limits", R"({"memory_entries":777,"disk_bytes":"much"})",
            "limits: disk_bytes is not a whole number");
        row("a limit below zero", "limits", R"({"memory_entries":777,"memory_bytes":-1})",
            "limits: memory_bytes is not a whole number");
        row("a text for a boolean", "limits", R"({"memory_entries":777,"adapting":"yes"})",
            "limits: adapting is neither true nor false");
        row("an unknown level", "thresholds",
            R"({"high":{"enter_percent":82},"severe":{"enter_percent":95}})",
            "thresholds: there is no severe");
        row("a threshold that is a text", "thresholds",
            R"({"high":{"enter_percent":82},"elevated":{"enter_percent":"60"}})",
            "thresholds: elevated: enter_percent is not a number");
        row("a hold that is too long", "thresholds", R"({"high":{"enter_percent":82,"hold_ms":99999999}})",
            "thresholds: high: hold_ms is not a whole number");
        row("an unknown field of a threshold", "thresholds",
            R"({"high":{"enter_percent":82,"colour":"red"}})", "thresholds: high: there is no colour");
        row("a level that is a number", "thresholds", R"({"high":{"enter_percent":82},"critical":93})",
            "thresholds: critical: not an object");
        row("a section of a later version", "api", R"({"port":8080})", "there is no api");
        row("a preset of a later version", "presets",
            R"([{"manometer_preset":1,"name":"night"},{"manometer_preset":2,"name":"x"}])",
            "presets: manometer_preset is 2");
        row("a preset that is a text", "presets", R"([{"manometer_preset":1,"name":"night"},"x"])",
            "presets: manometer_preset is 0");
        row("a preset with an unknown number", "presets",
            R"([{"manometer_preset":1,"name":"night","control":{"grow":1}}])",
            "presets: night: control: there is no grow");
        row("a duplicate preset", "presets",
            R"([{"manometer_preset":1,"name":"night"},{"manometer_preset":1,"name":"night"}])",
            "presets: night is there twice");
    }
    void anInvalidFieldAffectsOnlyItself()
    {
        QFETCH(QByteArray, section);
        QFETCH(QByteArray, value);
        QFETCH(QString, words);
        QList<std::pair<QByteArray, QByteArray>> sections{
            {"thresholds", R"({"high":{"enter_percent":82}})"},
            {"control", R"({"growth_hold_ms":20000})"},
            {"limits", R"({"memory_entries":777})"},
            {"language", R"("de")"},
            {"presets", R"([{"manometer_preset":1,"name":"night"}])"}};
        sections.removeIf([&section](const auto &each) { return each.first == section; });
        sections.append({section, value});
        QByteArray text = R"({"version":1)";
        for (const auto &[key, contents] : sections)
            text += ",\"" + key + "\":" + contents;
        const QTemporaryDir folder;
        const QString path = writeSettings(folder, text + '}');
        EventSink events;
        SettingsStore store(path, events);
        const auto problem = store.load();
        QVERIFY(problem);
        QCOMPARE(problem->outcome, SettingsFileEvent::Outcome::PartlyUsed);
        QCOMPARE(problem->keptAs, QString());
        QVERIFY2(problem->detail.contains(words), qPrintable(problem->detail));
        QVERIFY2(!problem->detail.contains(u';'), qPrintable(problem->detail)); // exactly one problem
        Settings expected;
        expected.thresholds.high.enterPercent = 82;
        expected.control.limit.growthHold = std::chrono::seconds(20);
        expected.memory.entries = 777;
        QCOMPARE(store.settings(), expected);
        QVERIFY(store.findPreset(QStringLiteral("night")));
        QVERIFY(QFile::exists(path));
    }

    void anInvalidSectionAffectsOnlyItself_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("thresholds") << QByteArray(R"("thresholds":"high")")
                                    << QStringLiteral("thresholds: not an object");
        QTest::newRow("control") << QByteArray(R"("control":[1,2])")
                                 << QStringLiteral("control: not an object");
        QTest::newRow("presets") << QByteArray(R"("presets":{})") << QStringLiteral("presets: not a list");
        // Which of the two rows is wrong cannot be known.
        QTest::newRow("thresholds that contradict each other")
            << QByteArray(R"("thresholds":{"elevated":{"enter_percent":85}})")
            << QStringLiteral("thresholds: ELEVATED: enter_percent is too close");
    }
    void anInvalidSectionAffectsOnlyItself()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        const QTemporaryDir folder;
        EventSink events;
        SettingsStore store(
            writeSettings(folder, R"({"version":1,"limits":{"memory_entries":777},)" + text + '}'), events);
        const auto problem = store.load();
        QVERIFY(problem);
        QVERIFY2(problem->detail.contains(words), qPrintable(problem->detail));
        Settings expected;
        expected.memory.entries = 777;
        QCOMPARE(store.settings(), expected);
    }

    void theProblemTextIsBounded()
    {
        QByteArray text = R"({"version":1,"control":{"a":1)";
        for (int i = 0; i < 500; ++i)
            text += ",\"" + QByteArray(300, 'x') + QByteArray::number(i) + "\":1";
        const QTemporaryDir folder;
        EventSink events;
        SettingsStore store(writeSettings(folder, text + "}}"), events);
        const auto problem = store.load();
        QVERIFY(problem);
        QVERIFY2(problem->detail.size() < 2000, qPrintable(problem->detail));
        QVERIFY(problem->detail.endsWith(QStringLiteral("and more")));
    }

    void aNonRegularOrHugeFileIsRenamedUnread_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("a pipe") << int(S_IFIFO);
        QTest::newRow("a folder") << int(S_IFDIR);
        QTest::newRow("a huge file") << int(S_IFREG);
    }
    void aNonRegularOrHugeFileIsRenamedUnread()
    {
        QFETCH(int, type);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        if (type == S_IFIFO)
            QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
        else if (type == S_IFDIR)
            QVERIFY(QDir().mkpath(path));
        else
            QVERIFY(QFile(path).open(QIODevice::WriteOnly) && QFile::resize(path, qint64(1) << 32));
        EventSink events;
        SettingsStore store(path, events);
        const auto problem = store.load();
        QVERIFY(problem);
        QVERIFY(problem->keptAs != path);
        struct stat status = {};
        QCOMPARE(::stat(qPrintable(problem->keptAs), &status), 0);
        QCOMPARE(int(status.st_mode & S_IFMT), type);
        // The path can be written again.
        QSignalSpy failed(&store, &SettingsView::saveFailed);
        QVERIFY(store.applyThresholds(otherThresholds()));
        VERIFY_EVENTUALLY(QFileInfo(path).isFile());
        QCOMPARE(failed.size(), 0);
    }

    void anUnreadableFileStaysInPlace()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        QVERIFY(QFile::link(path, path)); // a link to itself cannot be opened
        EventSink events;
        SettingsStore looped(path, events);
        const auto problem = looped.load();
        QVERIFY(problem);
        QVERIFY(problem->keptAs.isEmpty());
        QCOMPARE(problem->detail, qt_error_string(ELOOP));
    }

    void controlNumbersAreReadFromTheFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        {
            EventSink events;
            SettingsStore store(path, events);
            QVERIFY(store.applyThresholds(otherThresholds()));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QJsonObject settings = QJsonDocument::fromJson(file.readAll()).object();
        QJsonObject control = settings[QStringLiteral("control")].toObject();
        QCOMPARE(std::size_t(control.size()), pressure::controlNumbers().size() + 1); // plus the basis
        QCOMPARE(control[QStringLiteral("growth_hold_ms")].toDouble(), 15'000.0);
        control[QStringLiteral("growth_hold_ms")] = 20'000;
        control[QStringLiteral("trend_minimum_tau_ratio")] = 0.75;
        control.remove(QStringLiteral("stall_window_ms")); // a missing one has its default
        settings[QStringLiteral("control")] = control;
        QVERIFY(file.resize(0) && file.seek(0) && file.write(QJsonDocument(settings).toJson()) > 0);
        file.close();
        EventSink events;
        SettingsStore store(path, events);
        QVERIFY(!store.load());
        QCOMPARE(store.settings().control.limit.growthHold, std::chrono::milliseconds(20'000));
        QCOMPARE(store.settings().control.trend.minimumTau, 0.75);
        QCOMPARE(store.settings().control.stall, pressure::StallConfig{});
    }

    void aFailedSaveIsReported()
    {
        EventSink events;
        SettingsStore store(QStringLiteral("/proc/nowhere/settings.json"), events);
        QSignalSpy failed(&store, &SettingsView::saveFailed);
        QSignalSpy reported(&events, &EventSink::reported);
        QVERIFY(store.applyThresholds(otherThresholds()));
        COMPARE_EVENTUALLY(failed.size(), 1);
        QCOMPARE(store.settings().thresholds, otherThresholds());
        // Without a window the event says it.
        const auto event = reported.constLast().constFirst().value<Event>();
        QVERIFY(std::holds_alternative<RecordingEvent>(event.what));
        QVERIFY(!std::get<RecordingEvent>(event.what).detail.isEmpty());
    }
};

MANOMETER_TEST(Core, TestSettingsFile)
#include "tst_settings_file.moc"
