// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Options.h"

#include "app/Places.h"
#include "service/settings/Presets.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <climits>
#include <cmath>
#include <unistd.h>

namespace manometer::app {

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr std::uint64_t mebibyte = 1u << 20;

// For --help, beside the presets' names.
constexpr std::array summaries{
    std::pair{"default", QT_TRANSLATE_NOOP("CommandLine", "500 entries, 200 MiB of disk")},
    std::pair{"large-host",
              QT_TRANSLATE_NOOP("CommandLine", "2000 entries, 1000 MiB: over 32 GiB of memory")},
    std::pair{"small-host", QT_TRANSLATE_NOOP("CommandLine", "100 entries, 50 MiB: under 4 GiB of memory")},
    std::pair{"adaptation-off",
              QT_TRANSLATE_NOOP("CommandLine", "measure only: the limit stays as configured")},
    std::pair{"server",
              QT_TRANSLATE_NOOP("CommandLine", "1 000 000 entries, 1 GiB of memory, 8 GiB of disk")}};

// QCommandLineParser has been through QString, which loses what is not UTF-8.
QByteArray rawValue(const QList<QByteArray> &arguments, const QByteArray &option)
{
    QByteArray value;
    for (qsizetype i = 1; i < arguments.size() && arguments[i] != "--"; ++i) {
        if (arguments[i] == option && i + 1 < arguments.size())
            value = arguments[++i];
        else if (arguments[i].startsWith(option + '='))
            value = arguments[i].mid(option.size() + 1);
    }
    return value;
}

QByteArray absolute(const QByteArray &path)
{
    std::array<char, PATH_MAX> current{};
    if (path.startsWith('/') || !::getcwd(current.data(), current.size()))
        return path;
    return current.data() + QByteArrayLiteral("/") + path;
}

Unexpected<Answer> refusal(const QString &text)
{
    return Unexpected<Answer>({.exitCode = 2, .text = text});
}

} // namespace

service::Settings Options::over(service::Settings settings) const
{
    if (preset) {
        settings.memory = preset->settings.memory;
        settings.diskCapBytes = preset->settings.diskCapBytes;
        settings.timeToLive = preset->settings.timeToLive;
        settings.adapting = preset->settings.adapting;
    }
    settings.memory.entries = maxEntries.value_or(settings.memory.entries);
    settings.diskCapBytes = maxDiskBytes.value_or(settings.diskCapBytes);
    return settings;
}

Expected<Options, Answer> parse(const QList<QByteArray> &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        CommandLine::tr("Watches how much memory this machine has left and keeps a cache of "
                        "file metadata that gives way when "
                        "memory runs short."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  CommandLine::tr("Show this help."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     CommandLine::tr("Show the version."));
    const QCommandLineOption cacheDirectory(QStringLiteral("cache-dir"),
                                            CommandLine::tr("Keep the cache in DIR."), QStringLiteral("DIR"),
                                            defaultCacheDirectory());
    const QCommandLineOption procRoot(QStringLiteral("proc-root"),
                                      CommandLine::tr("Read DIR in place of /proc, to rehearse or to test."),
                                      QStringLiteral("DIR"), QStringLiteral("/proc"));
    const QCommandLineOption sysRoot(
        QStringLiteral("sys-root"),
        CommandLine::tr(
            "Read control groups from DIR in place of /sys. With --proc-root alone none are read."),
        QStringLiteral("DIR"), QStringLiteral("/sys"));
    QString presetHelp = CommandLine::tr("Begin with the limits of NAME, whatever the settings say:");
    for (const auto &[name, summary] : summaries)
        presetHelp += QStringLiteral("\n%1: %2").arg(QLatin1StringView(name), CommandLine::tr(summary));
    const QCommandLineOption presetName(QStringLiteral("preset"), presetHelp, QStringLiteral("NAME"));
    const QCommandLineOption maxEntries(QStringLiteral("max-entries"),
                                        CommandLine::tr("Keep at most N entries in memory."),
                                        QStringLiteral("N"));
    const QCommandLineOption maxDisk(QStringLiteral("max-disk-mb"),
                                     CommandLine::tr("Use at most N MiB of disk."), QStringLiteral("N"));
    const QCommandLineOption scan(QStringLiteral("scan"),
                                  CommandLine::tr("Read the metadata of all files in DIR at the start."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption exportSamples(QStringLiteral("export-samples"),
                                           CommandLine::tr("On leaving, write the samples to FILE as CSV."),
                                           QStringLiteral("FILE"));
    const QCommandLineOption screenshot(
        QStringLiteral("screenshot"),
        CommandLine::tr("On leaving, save a picture of the window to FILE (.png, .jpg …)."),
        QStringLiteral("FILE"));
    const QCommandLineOption exitAfter(QStringLiteral("exit-after"), CommandLine::tr("Leave after SECONDS."),
                                       QStringLiteral("SECONDS"));
    parser.addOptions({help, version, cacheDirectory, procRoot, sysRoot, presetName, maxEntries, maxDisk,
                       scan, exportSamples, screenshot, exitAfter});

    QStringList decoded;
    for (const QByteArray &argument : arguments)
        decoded.append(QFile::decodeName(argument));
    if (!parser.parse(decoded))
        return refusal(parser.errorText());
    if (parser.isSet(help))
        return Unexpected<Answer>({.exitCode = 0, .text = parser.helpText()});
    if (parser.isSet(version))
        return Unexpected<Answer>({.exitCode = 0,
                                   .text = QCoreApplication::applicationName() + QLatin1Char(' ') +
                                           QCoreApplication::applicationVersion()});
    if (!parser.positionalArguments().isEmpty())
        return refusal(CommandLine::tr("What is '%1'? A folder to read is given with --scan.")
                           .arg(parser.positionalArguments().constFirst()));

    for (const QCommandLineOption &option :
         {cacheDirectory, procRoot, sysRoot, scan, exportSamples, screenshot})
        if (parser.isSet(option) && parser.value(option).isEmpty())
            return refusal(CommandLine::tr("--%1 needs a name.").arg(option.names().constFirst()));

    Options options;
    for (const service::Preset &each : service::builtInPresets())
        if (parser.value(presetName) == each.name)
            options.preset = each;
    if (parser.isSet(presetName) && !options.preset)
        return refusal(CommandLine::tr("There is no preset '%1'.").arg(parser.value(presetName)));

    // More entries than this no machine holds; the store's cap is what SQLite's file format allows.
    const auto number = [&parser](const QCommandLineOption &option, quint64 most) -> std::optional<quint64> {
        bool isNumber = false;
        const quint64 value = parser.value(option).toULongLong(&isNumber);
        return isNumber && value >= 1 && value <= most ? std::optional(value) : std::nullopt;
    };
    if (parser.isSet(maxEntries)) {
        const auto entries = number(maxEntries, 1'000'000'000);
        if (!entries)
            return refusal(CommandLine::tr("--max-entries needs a whole number from 1 to 1000000000."));
        options.maxEntries = *entries;
    }
    if (parser.isSet(maxDisk)) {
        const auto mebibytes = number(maxDisk, 16u << 20);
        if (!mebibytes)
            return refusal(CommandLine::tr("--max-disk-mb needs a whole number from 1 to 16777216."));
        options.maxDiskBytes = *mebibytes * mebibyte;
    }
    if (parser.isSet(exitAfter)) {
        bool isNumber = false;
        const double seconds = parser.value(exitAfter).toDouble(&isNumber);
        if (!isNumber || !std::isfinite(seconds) || seconds < 0 || seconds > 1e6)
            return refusal(CommandLine::tr("--exit-after needs a number of seconds from 0 to 1000000."));
        options.exitAfter = std::chrono::milliseconds(std::llround(seconds * 1000));
    }
    const auto folder = [&](const QCommandLineOption &option) {
        return parser.isSet(option) ? rawValue(arguments, "--" + option.names().constFirst().toLatin1())
                                    : QFile::encodeName(parser.value(option));
    };
    options.cacheDirectory = absolute(folder(cacheDirectory));
    options.procRoot = folder(procRoot);
    // A pretended /proc beside the real /sys would be two machines.
    options.sysRoot = parser.isSet(procRoot) && !parser.isSet(sysRoot) ? QByteArray() : folder(sysRoot);
    options.scanFolder = folder(scan);
    options.exportSamplesFile = parser.value(exportSamples);
    options.screenshotFile = parser.value(screenshot);
    const QString picture = QFileInfo(options.screenshotFile).absoluteFilePath();
    const QString samples = QFileInfo(options.exportSamplesFile).absoluteFilePath();
    if (parser.isSet(screenshot) && parser.isSet(exportSamples) &&
        (picture == samples || picture == samples + QStringLiteral(".meta.json")))
        return refusal(
            CommandLine::tr("--screenshot and --export-samples cannot both be written to %1.").arg(picture));
    return options;
}

} // namespace manometer::app
