// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ControlNumbers.h"
#include "service/settings/SettingsStore.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <sys/stat.h>

using namespace manometer;
using namespace manometer::service;

namespace {

pressure::Thresholds moved()
{
    pressure::Thresholds thresholds;
    thresholds.elevated.enterPercent = 62.5;
    thresholds.high.hold = std::chrono::milliseconds(12'345);
    return thresholds;
}

Settings roomy()
{
    Settings settings;
    settings.thresholds = moved();
    settings.control.limit.growthHold = std::chrono::milliseconds(4321);
    settings.control.basis = pressure::BasisChoice::Cgroup;
    settings.memory = {.entries = 7000, .bytes = 99u << 20};
    settings.diskCapBytes = 333u << 20;
    settings.timeToLive.reset();
    settings.adapting = false;
    return settings;
}

} // namespace

class TestSettingsStore : public QObject
{
    Q_OBJECT

    QString write(const QTemporaryDir &folder, const QByteArray &text) const
    {
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
    }

private slots:
    void whatIsAppliedCountsAtOnceAndOutlivesTheProgram()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("config/manometer/settings.json"));
        {
            SettingsStore store(path);
            QSignalSpy changed(&store, &SettingsView::changed);
            QSignalSpy happened(&store, &SettingsStore::happened);
            QVERIFY(store.applyThresholds(moved()));
            QCOMPARE(store.settings().thresholds, moved());
            QCOMPARE(changed.size(), 1);
            QCOMPARE(happened.size(), 1);
        }
        SettingsStore store(path);
        QVERIFY(!store.load());
        QCOMPARE(store.settings().thresholds, moved());
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void nonsenseIsRefusedAndChangesNothing()
    {
        const QTemporaryDir folder;
        SettingsStore store(folder.filePath(QStringLiteral("settings.json")));
        pressure::Thresholds thresholds;
        thresholds.high.enterPercent = 95;
        QVERIFY(!store.applyThresholds(thresholds));
        QCOMPARE(store.settings(), Settings{});
    }

    void applyingWhatCountsAlreadyIsNoEvent()
    {
        const QTemporaryDir folder;
        SettingsStore store(folder.filePath(QStringLiteral("settings.json")));
        QSignalSpy happened(&store, &SettingsStore::happened);
        QVERIFY(store.applyThresholds({}));
        QCOMPARE(happened.size(), 0);
    }

    void everythingThatIsAppliedOutlivesTheProgram()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        const Settings settings = roomy();
        {
            SettingsStore store(path);
            QSignalSpy changed(&store, &SettingsView::changed);
            QSignalSpy happened(&store, &SettingsStore::happened);
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
        SettingsStore store(path);
        QVERIFY(!store.load());
        QCOMPARE(store.settings(), settings);
        QCOMPARE(store.basePreset(), QStringLiteral("server"));
    }

    void controlNumbersAloneLeaveAnEvent()
    {
        const QTemporaryDir folder;
        SettingsStore store(folder.filePath(QStringLiteral("settings.json")));
        QSignalSpy happened(&store, &SettingsStore::happened);
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

    void limitsThatMakeNoSenseAreRefused_data()
    {
        QTest::addColumn<Settings>("settings");
        const auto row = [](const char *name, auto change) {
            Settings settings;
            change(settings);
            QTest::newRow(name) << settings;
        };
        row("no entries", [](Settings &s) { s.memory.entries = 0; });
        row("too many entries", [](Settings &s) { s.memory.entries = SettingsRange::mostEntries + 1; });
        row("no memory", [](Settings &s) { s.memory.bytes = 0; });
        row("too much memory", [](Settings &s) { s.memory.bytes = std::numeric_limits<quint64>::max(); });
        row("no disk", [](Settings &s) { s.diskCapBytes = 1000; });
        row("too much disk", [](Settings &s) { s.diskCapBytes = SettingsRange::mostDiskBytes + 1; });
        row("a negative expiry", [](Settings &s) { s.timeToLive = std::chrono::seconds(-5); });
        row("an expiry of a moment", [](Settings &s) { s.timeToLive = std::chrono::seconds(1); });
        row("an endless expiry", [](Settings &s) { s.timeToLive = std::chrono::seconds::max(); });
        row("thresholds out of order", [](Settings &s) { s.thresholds.high.enterPercent = 95; });
    }
    void limitsThatMakeNoSenseAreRefused()
    {
        QFETCH(Settings, settings);
        const QTemporaryDir folder;
        SettingsStore store(folder.filePath(QStringLiteral("settings.json")));
        QVERIFY(!store.applySettings(settings, store.basePreset()));
        QVERIFY(!store.savePreset(QStringLiteral("mine"), settings));
        QCOMPARE(store.settings(), Settings{});
        QVERIFY(!store.applySettings({}, QStringLiteral("nobody's")));
    }

    void theCommandLinesWordCountsAndIsNotWritten()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        {
            SettingsStore store(path);
            Settings asked;
            asked.memory.entries = 123'456;
            store.overrideWith(asked, QStringLiteral("large-host"));
            QCOMPARE(store.settings().memory.entries, std::uint64_t(123'456));
            QCOMPARE(store.basePreset(), QStringLiteral("large-host"));
            QVERIFY(store.applyThresholds(moved())); // writes the file
        }
        SettingsStore store(path);
        QVERIFY(!store.load());
        QCOMPARE(store.settings().memory.entries, std::uint64_t(500));
        QCOMPARE(store.settings().thresholds, moved());
        QCOMPARE(store.basePreset(), QStringLiteral("default"));
    }

    void theCommandLinesWordIsNotWrittenWithWhatIsAppliedBesideIt_data()
    {
        QTest::addColumn<Settings>("asked");
        QTest::addColumn<QString>("base");
        Settings entries;
        entries.memory.entries = 123'456;
        QTest::newRow("a limit") << entries << QStringLiteral("default");
        Settings many = roomy();
        many.control.basis = pressure::BasisChoice::Host;
        QTest::newRow("a whole preset") << many << QStringLiteral("server");
    }
    void theCommandLinesWordIsNotWrittenWithWhatIsAppliedBesideIt()
    {
        QFETCH(Settings, asked);
        QFETCH(QString, base);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        Settings expected; // in the file
        {
            SettingsStore store(path);
            store.overrideWith(asked, base);
            Settings next = store.settings();
            next.control.basis = expected.control.basis = pressure::BasisChoice::Cgroup;
            QVERIFY(store.applySettings(next, base));
            next.control.limit.flapWindow = expected.control.limit.flapWindow = std::chrono::seconds(7);
            QVERIFY(store.applySettings(next, base));
            QCOMPARE(store.settings(), next); // what counts is the command line's, too
            next.memory.bytes = expected.memory.bytes = 77u << 20;
            QVERIFY(store.applySettings(next, base));
            store.setLanguage(QStringLiteral("de"));
            QVERIFY(store.savePreset(QStringLiteral("mine"), store.settings()));
            QCOMPARE(store.basePreset(), QStringLiteral("mine"));
        }
        SettingsStore store(path);
        QVERIFY(!store.load());
        QCOMPARE(store.settings(), expected);
        QCOMPARE(store.basePreset(), QStringLiteral("default"));
    }

    void whatIsAppliedInPlaceOfTheCommandLinesWordIsWrittenUntilItIsTakenBack()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        Settings inFile;
        const auto stored = [&path] {
            SettingsStore reader(path);
            return reader.load() ? Settings{} : reader.settings();
        };
        {
            SettingsStore store(path);
            inFile.memory.entries = 700;
            QVERIFY(store.applySettings(inFile, QStringLiteral("default")));
        }
        Settings asked = inFile;
        asked.memory.entries = 123'456;
        {
            SettingsStore store(path);
            QVERIFY(!store.load());
            store.overrideWith(asked, QStringLiteral("default"));
            Settings other = asked;
            other.memory.entries = 200;
            QVERIFY(store.applySettings(other, QStringLiteral("default")));
        }
        QCOMPARE(stored().memory.entries, std::uint64_t(200));
        {
            SettingsStore store(path);
            QVERIFY(!store.load());
            store.overrideWith(asked, QStringLiteral("default"));
            Settings other = asked;
            other.memory.entries = 300;
            QVERIFY(store.applySettings(other, QStringLiteral("default")));
            QVERIFY(store.applySettings(asked, QStringLiteral("default"))); // as Undo does
        }
        QCOMPARE(stored().memory.entries, std::uint64_t(200));
    }

    void aPresetThatIsChosenIsWrittenWholeAlsoWhereTheCommandLineSaidTheSame()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        Settings asked;
        asked.memory.entries = 1'000'000; // as many as 'server' has
        {
            SettingsStore store(path);
            store.overrideWith(asked, QStringLiteral("default"));
            const Settings server = store.findPreset(QStringLiteral("server"))->settings;
            QVERIFY(store.applySettings(server, QStringLiteral("server")));
        }
        {
            SettingsStore store(path);
            QVERIFY(!store.load());
            QCOMPARE(store.settings(), store.findPreset(QStringLiteral("server"))->settings);
            QCOMPARE(store.basePreset(), QStringLiteral("server"));
        }
        QVERIFY(QFile::remove(path));
        {
            SettingsStore store(path);
            store.overrideWith(asked, QStringLiteral("default"));
            const Settings server = store.findPreset(QStringLiteral("server"))->settings;
            QVERIFY(store.applySettings(server, QStringLiteral("server")));
            QVERIFY(store.applySettings(asked, QStringLiteral("default"))); // as Undo does
        }
        SettingsStore store(path);
        QVERIFY(!store.load());
        QCOMPARE(store.settings(), Settings{});
        QCOMPARE(store.basePreset(), QStringLiteral("default"));
    }

    void ownPresetsAreKeptOverwrittenAndRemoved()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        {
            SettingsStore store(path);
            QSignalSpy changed(&store, &SettingsView::presetsChanged);
            QVERIFY(store.savePreset(QStringLiteral("night"), {}));
            QVERIFY(store.savePreset(QStringLiteral("night"), roomy()));
            QVERIFY(store.savePreset(QStringLiteral("day “x”"), {}));
            QCOMPARE(changed.size(), 3);
            for (const QString &name : {QString(), QStringLiteral("server"), QStringLiteral("Server"),
                                        QStringLiteral(" x"), QStringLiteral("a\nb"), QString(61, u'x')})
                QVERIFY2(!store.savePreset(name, {}), qPrintable(name));
            QVERIFY(!store.removePreset(QStringLiteral("server")));
            QVERIFY(store.applySettings(roomy(), QStringLiteral("night")));
        }
        SettingsStore store(path);
        QVERIFY(!store.load());
        QCOMPARE(store.presets().size(), 7);
        QCOMPARE(store.basePreset(), QStringLiteral("night"));
        QCOMPARE(store.findPreset(QStringLiteral("night"))->settings, roomy());
        QVERIFY(store.removePreset(QStringLiteral("night")));
        QCOMPARE(store.basePreset(), QStringLiteral("default"));
        QCOMPARE(store.settings(), roomy()); // what counts stays
        QCOMPARE(store.presets().size(), 6);
    }

    void aPresetTravelsInAFileOfItsOwn()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("night.json"));
        SettingsStore store(folder.filePath(QStringLiteral("settings.json")));
        QCOMPARE(store.writePreset(file, QStringLiteral("night"), roomy()).result(), QString());
        const PresetRead read = store.readPreset(file).result();
        QVERIFY2(read.preset, qPrintable(read.error));
        QCOMPARE(read.preset->name, QStringLiteral("night"));
        QCOMPARE(read.preset->settings, roomy());
        QVERIFY(!store.findPreset(QStringLiteral("night"))); // reading adds nothing
        QVERIFY(!store.writePreset(QStringLiteral("/nonexistent/x.json"), QStringLiteral("x"), {})
                     .result()
                     .isEmpty());
    }

    void aForeignPresetFileIsRefusedWithAReason_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &text, const char *says) {
            QTest::newRow(name) << text << QString::fromLatin1(says);
        };
        const QByteArray thresholds = R"("thresholds":{
                "elevated":{"enter_percent":60,"leave_percent":55,"hold_ms":10000,"target_percent":55},
                "high":{"enter_percent":80,"leave_percent":75,"hold_ms":10000,"target_percent":75},
                "critical":{"enter_percent":90,"leave_percent":85,"hold_ms":10000,"target_percent":70}})";
        row("no JSON", "hello", "not JSON");
        row("other JSON", "[1]", "manometer_preset");
        row("a later version", R"({"manometer_preset":2})", "expected 1");
        row("without a name", R"({"manometer_preset":1,)" + thresholds + "}", "name");
        row("with a name of ours", R"({"manometer_preset":1,"name":"default",)" + thresholds + "}", "name");
        row("without thresholds", R"({"manometer_preset":1,"name":"x"})", "thresholds");
        row("with a limit in words",
            R"({"manometer_preset":1,"name":"x","limits":{"memory_entries":"many"},)" + thresholds + "}",
            "memory_entries");
        row("with half an entry",
            R"({"manometer_preset":1,"name":"x","limits":{"memory_entries":0.5},)" + thresholds + "}",
            "memory_entries");
        row("with a limit that is none of ours",
            R"({"manometer_preset":1,"name":"x","limits":{"memory":5},)" + thresholds + "}", "memory");
        row("with a doubtful switch",
            R"({"manometer_preset":1,"name":"x","limits":{"adapting":1},)" + thresholds + "}", "adapting");
        row("with an expiry of a day in words",
            R"({"manometer_preset":1,"name":"x","limits":{"expiry_s":"day"},)" + thresholds + "}",
            "expiry_s");
    }
    void aForeignPresetFileIsRefusedWithAReason()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        const QString path = write(folder, text);
        SettingsStore store(folder.filePath(QStringLiteral("other.json")));
        const PresetRead read = store.readPreset(path).result();
        QVERIFY(!read.preset);
        QVERIFY2(read.error.contains(says), qPrintable(read.error));
        QVERIFY(QFile::exists(path)); // not ours to move
        QVERIFY(!store.readPreset(folder.filePath(QStringLiteral("none"))).result().error.isEmpty());
    }

    void withoutAFileTheDefaultsCountAndNothingIsWrong()
    {
        SettingsStore store(QStringLiteral("/nonexistent/settings.json"));
        QVERIFY(!store.load());
        QCOMPARE(store.settings(), Settings{});
    }

    void aFileThatCannotBeUsedIsKeptAsideAndTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("thresholds = 60");
        QTest::newRow("half of it") << QByteArray("{\"version\":1,\"thresh");
        QTest::newRow("of a later version") << QByteArray("{\"version\":99,\"thresholds\":{}}");
        QTest::newRow("without thresholds") << QByteArray("{\"version\":1}");
        QTest::newRow("thresholds in the wrong order") << QByteArray(R"({"version":1,"thresholds":{
                "elevated":{"enter_percent":85,"leave_percent":55,"hold_ms":10000,"target_percent":55},
                "high":{"enter_percent":80,"leave_percent":75,"hold_ms":10000,"target_percent":75},
                "critical":{"enter_percent":90,"leave_percent":85,"hold_ms":10000,"target_percent":70}}})");
        QTest::newRow("a number as text") << QByteArray(R"({"version":1,"thresholds":{
                "elevated":{"enter_percent":"60","leave_percent":55,"hold_ms":10000,"target_percent":55},
                "high":{"enter_percent":80,"leave_percent":75,"hold_ms":10000,"target_percent":75},
                "critical":{"enter_percent":90,"leave_percent":85,"hold_ms":10000,"target_percent":70}}})");
    }
    void aFileThatCannotBeUsedIsKeptAsideAndTold()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        const QString path = write(folder, text);
        SettingsStore store(path);
        const auto problem = store.load();
        QVERIFY(problem);
        QCOMPARE(problem->file, path);
        QVERIFY(!problem->detail.isEmpty());
        QCOMPARE(store.settings(), Settings{});
        QFile kept(problem->keptAs);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), text);
    }

    void whatIsWrongIsSaidInWords_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("JSON, but not an object");
        QTest::newRow("a slip") << QByteArray("{\"version\":1,") << QStringLiteral("not JSON: ");
        QTest::newRow("a hold that is too long") << QByteArray(R"({"version":1,"thresholds":{
                "elevated":{"enter_percent":60,"leave_percent":55,"hold_ms":99999999,"target_percent":55},
                "high":{"enter_percent":80,"leave_percent":75,"hold_ms":10000,"target_percent":75},
                "critical":{"enter_percent":90,"leave_percent":85,"hold_ms":10000,"target_percent":70}}})")
                                                 << QStringLiteral("ELEVATED: hold_ms is not between");
        const QByteArray thresholds = R"({"version":1,"thresholds":{
                "elevated":{"enter_percent":60,"leave_percent":55,"hold_ms":10000,"target_percent":55},
                "high":{"enter_percent":80,"leave_percent":75,"hold_ms":10000,"target_percent":75},
                "critical":{"enter_percent":90,"leave_percent":85,"hold_ms":10000,"target_percent":70}},
                "control":)";
        QTest::newRow("a number that is none") << thresholds + R"({"growth_hold_ms":"soon"}})"
                                               << QStringLiteral("growth_hold_ms is not a number from 0 to");
        QTest::newRow("a number out of its range")
            << thresholds + R"({"stall_window_ms":1}})"
            << QStringLiteral("stall_window_ms is not a number from 500");
        QTest::newRow("a number of another name")
            << thresholds + R"({"grow_hold":1}})" << QStringLiteral("there is no grow_hold");
        QTest::newRow("numbers without names")
            << thresholds + "[1,2]}" << QStringLiteral("control: not an object");
        QTest::newRow("limits that are none")
            << thresholds + R"({},"limits":7})" << QStringLiteral("limits: not an object");
        QTest::newRow("presets that are no list")
            << thresholds + R"({},"presets":{}})" << QStringLiteral("presets: not a list");
        QTest::newRow("a basis that there is not")
            << thresholds + R"({"basis":"swap"}})" << QStringLiteral("basis is neither auto nor host");
    }
    void whatIsWrongIsSaidInWords()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        const QTemporaryDir folder;
        SettingsStore store(write(folder, text));
        const auto problem = store.load();
        QVERIFY(problem);
        QVERIFY2(problem->detail.contains(words), qPrintable(problem->detail));
    }

    void whatIsNoFileIsNeitherWaitedForNorTaken_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("a pipe") << int(S_IFIFO);
        QTest::newRow("a folder") << int(S_IFDIR);
        QTest::newRow("a disk's image") << int(S_IFREG);
    }
    void whatIsNoFileIsNeitherWaitedForNorTaken()
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
        SettingsStore store(path);
        const auto problem = store.load();
        QVERIFY(problem);
        QVERIFY(problem->keptAs != path);
        struct stat status = {};
        QCOMPARE(::stat(qPrintable(problem->keptAs), &status), 0);
        QCOMPARE(int(status.st_mode & S_IFMT), type);
        // Its place is free again.
        QSignalSpy failed(&store, &SettingsView::saveFailed);
        QVERIFY(store.applyThresholds(moved()));
        QTRY_VERIFY(QFileInfo(path).isFile());
        QCOMPARE(failed.size(), 0);
    }

    void whatMayNotBeReadStaysWhereItIs()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        QVERIFY(QFile::link(path, path)); // a link to itself cannot be opened
        SettingsStore looped(path);
        const auto problem = looped.load();
        QVERIFY(problem);
        QVERIFY(problem->keptAs.isEmpty());
        QCOMPARE(problem->detail, qt_error_string(ELOOP));
    }

    void theControlLoopsNumbersAreTakenFromTheFileAndKept()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        {
            SettingsStore store(path);
            QVERIFY(store.applyThresholds(moved()));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QJsonObject settings = QJsonDocument::fromJson(file.readAll()).object();
        QJsonObject control = settings[QStringLiteral("control")].toObject();
        QCOMPARE(std::size_t(control.size()), controlNumbers().size() + 1); // and the basis
        QCOMPARE(control[QStringLiteral("growth_hold_ms")].toDouble(), 15'000.0);
        control[QStringLiteral("growth_hold_ms")] = 20'000;
        control[QStringLiteral("trend_minimum_tau_ratio")] = 0.75;
        control.remove(QStringLiteral("stall_window_ms")); // one that is left out has its default
        settings[QStringLiteral("control")] = control;
        QVERIFY(file.resize(0) && file.seek(0) && file.write(QJsonDocument(settings).toJson()) > 0);
        file.close();
        SettingsStore store(path);
        QVERIFY(!store.load());
        QCOMPARE(store.settings().control.limit.growthHold, std::chrono::milliseconds(20'000));
        QCOMPARE(store.settings().control.trend.minimumTau, 0.75);
        QCOMPARE(store.settings().control.stall, pressure::StallConfig{});
    }

    void eachNumberHasARangeAroundItsDefault()
    {
        for (const ControlNumber &number : controlNumbers()) {
            pressure::ControlConfig config;
            QVERIFY2(number.get(config) >= number.minimum && number.get(config) <= number.maximum,
                     number.key);
            number.set(config, number.maximum);
            QCOMPARE(number.get(config), number.maximum);
        }
    }

    void aFailedSaveIsTold()
    {
        SettingsStore store(QStringLiteral("/proc/nowhere/settings.json"));
        QSignalSpy failed(&store, &SettingsView::saveFailed);
        QVERIFY(store.applyThresholds(moved()));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(store.settings().thresholds, moved());
    }
};

QTEST_GUILESS_MAIN(TestSettingsStore)
#include "tst_settings_store.moc"
