// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Options.h"
#include "app/Places.h"
#include "support/TestMain.h"

#include <QFile>
#include <QTest>

#include <unistd.h>

using namespace manometer;
using namespace manometer::app;
using namespace std::chrono_literals;

namespace {

Expected<Options, Answer> parsed(QList<QByteArray> arguments)
{
    arguments.prepend("manometer");
    return parse(arguments);
}

} // namespace

Q_DECLARE_METATYPE(QList<QByteArray>)

class TestOptions : public QObject
{
    Q_OBJECT
private slots:
    void withoutArgumentsTheDefaultsApply()
    {
        const auto options = parsed({});
        QVERIFY(options);
        QCOMPARE(options->applyTo({}), views::Settings{});
        QCOMPARE(options->applyTo({}).memory.entries, std::uint64_t(500));
        QCOMPARE(options->applyTo({}).diskCapBytes, quint64(200) << 20);
        QCOMPARE(options->procRoot, QByteArray("/proc"));
        QVERIFY(options->cacheDirectory.endsWith("/manometer"));
        QVERIFY(!options->exitAfter);
    }

    void everyPresetHasItsLimits_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<quint64>("entries");
        QTest::addColumn<quint64>("diskMiB");
        QTest::addColumn<bool>("adapting");
        QTest::newRow("default") << QByteArray("default") << quint64(500) << quint64(200) << true;
        QTest::newRow("large host") << QByteArray("large-host") << quint64(2000) << quint64(1000) << true;
        QTest::newRow("small host") << QByteArray("small-host") << quint64(100) << quint64(50) << true;
        QTest::newRow("adaptation off")
            << QByteArray("adaptation-off") << quint64(500) << quint64(200) << false;
        QTest::newRow("server") << QByteArray("server") << quint64(1'000'000) << quint64(8192) << true;
    }
    void everyPresetHasItsLimits()
    {
        QFETCH(QByteArray, name);
        QFETCH(quint64, entries);
        QFETCH(quint64, diskMiB);
        QFETCH(bool, adapting);
        const auto options = parsed({"--preset", name});
        QVERIFY(options);
        QCOMPARE(quint64(options->applyTo({}).memory.entries), entries);
        QCOMPARE(options->applyTo({}).diskCapBytes, diskMiB << 20);
        QCOMPARE(options->applyTo({}).adapting, adapting);
    }

    void limitsOverrideThePreset()
    {
        const auto options = parsed({"--max-entries", "1234", "--preset=server", "--max-disk-mb", "77"});
        QVERIFY(options);
        QCOMPARE(options->applyTo({}).memory.entries, std::uint64_t(1234));
        QCOMPARE(options->applyTo({}).memory.bytes, std::uint64_t(1) << 30);
        QCOMPARE(options->applyTo({}).diskCapBytes, quint64(77) << 20);
    }

    void storedSettingsApplyWhereTheCommandLineDoesNotOverrideThem()
    {
        views::Settings decided;
        decided.thresholds.high.enterPercent = 82;
        decided.memory = {.entries = 7000, .bytes = 99u << 20};
        decided.diskCapBytes = 333u << 20;
        decided.adapting = false;
        QCOMPARE(parsed({})->applyTo(decided), decided);
        const views::Settings fewer = parsed({"--max-entries", "12"})->applyTo(decided);
        QCOMPARE(fewer.memory.entries, std::uint64_t(12));
        QCOMPARE(fewer.memory.bytes, decided.memory.bytes);
        QCOMPARE(fewer.adapting, false);
        const views::Settings preset = parsed({"--preset", "default"})->applyTo(decided);
        QCOMPARE(preset.thresholds, decided.thresholds);
        QCOMPARE(preset.memory.entries, std::uint64_t(500));
        QCOMPARE(preset.adapting, true);
    }

    void theLanguageIsReadBeforeTheOtherOptions()
    {
        QCOMPARE(parsed({"--language", "de"})->language, QStringLiteral("de"));
        QCOMPARE(parsed({})->language, QString());
        const auto asked = [](const QList<QByteArray> &arguments) { return requestedLanguage(arguments); };
        QCOMPARE(asked({"manometer", "--language=ar", "--help"}), QStringLiteral("ar"));
        QCOMPARE(asked({"manometer", "--language=ar", "--nonsense"}), QStringLiteral("ar"));
        QCOMPARE(asked({"manometer", "--language=tlh"}), QString());
        QCOMPARE(asked({"manometer"}), QString());
    }

    void everyAppearanceHasAWord()
    {
        using views::Appearance;
        QVERIFY(!parsed({})->appearance);
        QCOMPARE(parsed({"--appearance", "system"})->appearance, Appearance::System);
        QCOMPARE(parsed({"--appearance=light"})->appearance, Appearance::Light);
        QCOMPARE(parsed({"--appearance=dark"})->appearance, Appearance::Dark);
        QCOMPARE(parsed({"--appearance=contrast"})->appearance, Appearance::HighContrast);
    }

    void aFoldersNameKeepsItsBytes()
    {
        QCOMPARE(parsed({"--scan", "/data/bad\xff"})->scanFolder, QByteArray("/data/bad\xff"));
        QCOMPARE(parsed({"--scan=/data/x y"})->scanFolder, QByteArray("/data/x y"));
        QCOMPARE(parsed({"--cache-dir", "/data/bad\xff"})->cacheDirectory, QByteArray("/data/bad\xff"));
        QCOMPARE(parsed({"--proc-root=/data/bad\xff"})->procRoot, QByteArray("/data/bad\xff"));
        const auto relative = parsed({"--cache-dir=bad\xff"})->cacheDirectory;
        QVERIFY(relative.startsWith('/') && relative.endsWith("/bad\xff"));
    }

    void invalidArgumentsAreRefusedWithAMessage_data()
    {
        QTest::addColumn<QList<QByteArray>>("arguments");
        QTest::addColumn<QString>("mentions");
        const auto row = [](const char *name, const QList<QByteArray> &arguments, const char *mentions) {
            QTest::newRow(name) << arguments << QString::fromLatin1(mentions);
        };
        row("an unknown option", {"--nonsense"}, "nonsense");
        row("a folder", {"/tmp"}, "--scan");
        row("two recordings", {"a.manometer", "b.manometer"}, "b.manometer");
        row("a recording with a cache", {"a.manometer", "--cache-dir=/x"}, "--cache-dir");
        row("a recording that is saved", {"--save-recording=b", "a.manometer"}, "--save-recording");
        row("one file for a recording and a picture", {"--save-recording=/tmp/x", "--screenshot=/tmp/./x"},
            "/tmp/x");
        row("an unknown preset", {"--preset", "huge"}, "huge");
        row("an unknown language", {"--language", "tlh"}, "ar, de, en");
        row("an empty language", {"--language="}, "ar, de, en");
        row("an unknown appearance", {"--appearance", "purple"}, "system, light, dark, contrast");
        row("an empty appearance", {"--appearance="}, "system, light, dark, contrast");
        row("zero entries", {"--max-entries", "0"}, "--max-entries");
        row("negative entries", {"--max-entries", "-5"}, "--max-entries");
        row("entries that are not a number", {"--max-entries", "many"}, "--max-entries");
        row("too many entries", {"--max-entries", "99999999999"}, "--max-entries");
        row("zero disk", {"--max-disk-mb", "0"}, "--max-disk-mb");
        row("a negative time", {"--exit-after", "-1"}, "--exit-after");
        row("a time that is not a number", {"--exit-after", "soon"}, "--exit-after");
        row("infinite time", {"--exit-after", "inf"}, "--exit-after");
        row("an end of a scan without one", {"--exit-when-scanned"}, "--scan");
        row("an empty cache folder", {"--cache-dir", ""}, "--cache-dir");
        row("an empty folder to scan", {"--scan", ""}, "--scan");
        row("an empty file to write", {"--screenshot="}, "--screenshot");
        row("one file for two outputs", {"--screenshot", "/tmp/x", "--export-samples=/tmp/./x"}, "/tmp/x");
        row("a screenshot over a description file",
            {"--screenshot=x.csv.meta.json", "--export-samples", "x.csv"}, "x.csv.meta.json");
        row("a missing value", {"--cache-dir"}, "cache-dir");
    }
    void invalidArgumentsAreRefusedWithAMessage()
    {
        QFETCH(QList<QByteArray>, arguments);
        QFETCH(QString, mentions);
        const auto options = parsed(arguments);
        QVERIFY(!options);
        QCOMPARE(options.error().exitCode, 2);
        QVERIFY2(options.error().text.contains(mentions), qPrintable(options.error().text));
    }

    void aFileIsARecordingToShow()
    {
        const auto options = parsed({"--language", "de", "a.manometer", "--exit-after=1"});
        QCOMPARE(options->recordingFile, QStringLiteral("a.manometer"));
        QVERIFY(parsed({})->recordingFile.isEmpty());
        QVERIFY(!app::parse({"manometerd", "a.manometer"}, app::Program::Daemon));
    }

    void samplesReplaceAFileOnlyWithOverwrite()
    {
        QVERIFY(!parsed({"--export-samples", "x"})->overwrite);
        QVERIFY(parsed({"--export-samples", "x", "--overwrite"})->overwrite);
    }

    void longOptionsAcceptASingleDash()
    {
        const auto options = parsed({"-exit-after", "5", "-cache-dir=/data/bad\xff", "-scan", "/files"});
        QVERIFY(options);
        QCOMPARE(options->exitAfter, 5000ms);
        QCOMPARE(options->cacheDirectory, QByteArray("/data/bad\xff"));
        QCOMPARE(options->scanFolder, QByteArray("/files"));
        QVERIFY(parsed({"-exit-aftr", "5"}).error().text.contains(QStringLiteral("exit-aftr")));
        QCOMPARE(parsed({"-h"}).error().exitCode, 0);
    }

    void helpNamesEveryOption()
    {
        const auto answer = parsed({"--help"});
        QVERIFY(!answer);
        QCOMPARE(answer.error().exitCode, 0);
        for (const char *option : {"--language", "--appearance", "--cache-dir", "--proc-root", "--sys-root",
                                   "--preset", "--max-entries", "--max-disk-mb", "--scan", "--export-samples",
                                   "--overwrite", "--screenshot", "--exit-after", "--version", "--help"})
            QVERIFY2(answer.error().text.contains(QLatin1StringView(option)), option);
    }

    void placesFollowTheXdgVariables()
    {
        qputenv("XDG_CONFIG_HOME", "/tmp/xdg/config");
        qputenv("XDG_STATE_HOME", "/tmp/xdg/state");
        qputenv("XDG_CACHE_HOME", "/tmp/xdg/cache");
        QCOMPARE(settingsFile(), QStringLiteral("/tmp/xdg/config/manometer/settings.json"));
        QCOMPARE(layoutFile(), QStringLiteral("/tmp/xdg/state/manometer/layout"));
        QCOMPARE(languageFile(), QStringLiteral("/tmp/xdg/config/manometer/language"));
        QCOMPARE(appearanceFile(), QStringLiteral("/tmp/xdg/config/manometer/appearance"));
        QCOMPARE(stateDirectory(Machine::ThisOne), QStringLiteral("/tmp/xdg/state/manometer"));
        QCOMPARE(defaultCacheDirectory(Machine::ThisOne), QStringLiteral("/tmp/xdg/cache/manometer"));
        qputenv("XDG_STATE_HOME", "relative");
        QVERIFY(layoutFile().startsWith(QLatin1Char('/')));
        qputenv("HOME", "/tmp/someone");
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
            qputenv(name, "relative");
        QCOMPARE(settingsFile(), QStringLiteral("/tmp/someone/.config/manometer/settings.json"));
        QCOMPARE(layoutFile(), QStringLiteral("/tmp/someone/.local/state/manometer/layout"));
        QCOMPARE(defaultCacheDirectory(Machine::ThisOne), QStringLiteral("/tmp/someone/.cache/manometer"));
        qunsetenv("HOME"); // then the account's home applies
        QVERIFY(settingsFile().startsWith(QLatin1Char('/')));
        QVERIFY(settingsFile() != QStringLiteral("/.config/manometer/settings.json"));
    }

    void aSimulatedMachineHasItsOwnCacheAndState()
    {
        qputenv("XDG_STATE_HOME", "/tmp/xdg/state");
        qputenv("XDG_CACHE_HOME", "/tmp/xdg/cache");
        QCOMPARE(parsed({})->machine, Machine::ThisOne);
        QCOMPARE(parsed({})->cacheDirectory, QByteArray("/tmp/xdg/cache/manometer"));
        QCOMPARE(parsed({"--proc-root=/proc/"})->machine, Machine::ThisOne);
        const auto rehearsal = parsed({"--proc-root=/tmp/pretended"});
        QCOMPARE(rehearsal->machine, Machine::Pretended);
        QCOMPARE(rehearsal->cacheDirectory, QByteArray("/tmp/xdg/cache/manometer-rehearsal"));
        QCOMPARE(stateDirectory(rehearsal->machine), QStringLiteral("/tmp/xdg/state/manometer-rehearsal"));
        QCOMPARE(parsed({"--proc-root=/tmp/pretended", "--cache-dir=/tmp/here"})->cacheDirectory,
                 QByteArray("/tmp/here"));
    }

    void aPlayedRehearsalHasAFolderOfItsOwn()
    {
        qputenv("XDG_CONFIG_HOME", "/tmp/xdg/config");
        qputenv("XDG_STATE_HOME", "/tmp/xdg/state");
        qputenv("XDG_CACHE_HOME", "/tmp/xdg/cache");
        const auto options = parsed({"--rehearse", "ramp", "--rehearse-speed=0.5"});
        QVERIFY(options);
        QCOMPARE(options->machine, Machine::Played);
        QCOMPARE(options->curve, QByteArray("ramp"));
        QCOMPARE(options->rehearseSpeed, 0.5);
        const QString folder = QStringLiteral("/tmp/xdg/cache/manometer-rehearsal/played-%1").arg(::getpid());
        QCOMPARE(options->cacheDirectory, QFile::encodeName(folder) + "/cache");
        QCOMPARE(stateDirectory(options->machine), folder + QStringLiteral("/state"));
        QCOMPARE(settingsFile(options->machine), folder + QStringLiteral("/settings.json"));
        QVERIFY(levelHook(options->machine).endsWith(QStringLiteral("/on-level-rehearsal")));
        QCOMPARE(parsed({"--rehearse=noise"})->rehearseSpeed, 1.0);
        QCOMPARE(parsed({"--rehearse=/data/bad\xff.csv"})->curve, QByteArray("/data/bad\xff.csv"));
    }

    void aRehearsalIsRefused_data()
    {
        QTest::addColumn<QList<QByteArray>>("arguments");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *what, const QList<QByteArray> &arguments, const char *problem) {
            QTest::newRow(what) << arguments << QString::fromLatin1(problem);
        };
        const char *speed = "--rehearse-speed needs a number from 0.1 to 100.";
        row("that stands still", {"--rehearse=ramp", "--rehearse-speed=0"}, speed);
        row("that is too fast", {"--rehearse=ramp", "--rehearse-speed=101"}, speed);
        row("with a word as its speed", {"--rehearse=ramp", "--rehearse-speed=fast"}, speed);
        row("without a speed", {"--rehearse=ramp", "--rehearse-speed=nan"}, speed);
        row("without a name", {"--rehearse="}, "--rehearse needs a name.");
        row("without a curve", {"--rehearse-speed=2"}, "--rehearse-speed needs --rehearse.");
        row("on the real cache", {"--rehearse=ramp", "--cache-dir=/x"}, "leave out --cache-dir.");
        row("of another machine", {"--rehearse=ramp", "--proc-root=/x"}, "leave out --proc-root.");
        row("of other control groups", {"--rehearse=ramp", "--sys-root=/x"}, "leave out --sys-root.");
        row("elsewhere", {"--rehearse=ramp", "--connect=unix:/x"}, "leave out --connect.");
    }
    void aRehearsalIsRefused()
    {
        QFETCH(const QList<QByteArray>, arguments);
        QFETCH(const QString, problem);
        const auto options = parsed(arguments);
        QVERIFY(!options);
        QCOMPARE(options.error().exitCode, 2);
        QVERIFY2(options.error().text.endsWith(problem), qPrintable(options.error().text));
    }

    void theArgumentsOfARehearsalAreUnderstood()
    {
        QList<QByteArray> arguments;
        for (const QString &each : rehearsalArguments("--odd name.csv", 2.5))
            arguments += QFile::encodeName(each);
        const auto options = parsed(arguments);
        QVERIFY(options);
        QCOMPARE(options->curve, QByteArray("--odd name.csv"));
        QCOMPARE(options->rehearseSpeed, 2.5);
    }
};

MANOMETER_TEST(Core, TestOptions)
#include "tst_options.moc"
