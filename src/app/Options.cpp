// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Options.h"

#include "app/AppearanceSetting.h"
#include "app/Places.h"
#include "client/Instance.h"
#include "pressure/rehearsal/TimeLapse.h"
#include "views/BuiltInPresets.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <climits>
#include <cmath>
#include <unistd.h>

namespace manometer::app {

namespace {

constexpr std::uint64_t mebibyte = 1u << 20;

// The raw bytes: QCommandLineParser converts to QString, which loses bytes that are not UTF-8.
QByteArray rawValue(const QList<QByteArray> &arguments, const QByteArray &option)
{
    QByteArray value;
    for (qsizetype i = 1; i < arguments.size() && arguments[i] != "--"; ++i) {
        const qsizetype dashes = arguments[i].startsWith("--") ? 2 : 1;
        const QByteArray word = arguments[i].startsWith('-') ? arguments[i].mid(dashes) : QByteArray();
        if (word == option && i + 1 < arguments.size())
            value = arguments[++i];
        else if (word.startsWith(option + '='))
            value = word.mid(option.size() + 1);
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

QString standardOf(const OptionRow &row)
{
    return row.name == option::cacheDirectory ? defaultCacheDirectory(Machine::ThisOne)
                                              : QString::fromLatin1(row.standard);
}

QCommandLineOption optionOf(const OptionRow &row)
{
    QStringList names;
    if (row.letter)
        names += QString(QLatin1Char(row.letter));
    names += latin1(row.name);
    QString text = CommandLine::tr(row.text);
    for (const OptionWord &each : row.words)
        text += QStringLiteral("\n%1: %2").arg(QLatin1StringView(each.word), CommandLine::tr(each.text));
    return QCommandLineOption(names, text, QString::fromLatin1(row.valueName), standardOf(row));
}

QStringList wordsOf(std::string_view option)
{
    QStringList words;
    for (const OptionRow &row : optionTable(Program::Window))
        if (row.name == option)
            for (const OptionWord &each : row.words)
                words += QString::fromLatin1(each.word);
    return words;
}

bool isPath(const OptionRow &row)
{
    return row.value == OptionRow::Value::Folder || row.value == OptionRow::Value::File;
}

QString addressProblem(api::TcpAddressProblem problem)
{
    return problem == api::TcpAddressProblem::NotThisMachine
               ? CommandLine::tr("--listen serves this machine only: 127.0.0.1 or [::1]. To reach it from "
                                 "another one, forward its socket: ssh -L LOCAL.sock:SOCKET HOST.")
               : CommandLine::tr("--listen needs an address and a port, for instance 127.0.0.1:8080.");
}

// Typed access to the parsed command line.
class Arguments
{
public:
    Arguments(const QList<QByteArray> &raw, Program program)
        : m_raw(raw)
    {
        // Accept -scan for --scan instead of reading it as a group of short options.
        m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
        m_parser.setApplicationDescription(CommandLine::tr(descriptionOf(program)));
        if (program == Program::Window)
            m_parser.addPositionalArgument(QStringLiteral("FILE"),
                                           CommandLine::tr("Show this recording instead of a machine."),
                                           QStringLiteral("[FILE]"));
        for (const OptionRow &row : optionTable(program)) {
            m_parser.addOption(optionOf(row));
            m_options += row.name;
        }
        QStringList decoded;
        for (const QByteArray &argument : raw)
            decoded.append(QFile::decodeName(argument));
        m_isParsed = m_parser.parse(decoded);
    }
    bool isParsed() const { return m_isParsed; }
    const QCommandLineParser &parser() const { return m_parser; }
    // An option of another program is not set, and empty.
    bool has(std::string_view option) const
    {
        return m_options.contains(option) && m_parser.isSet(latin1(option));
    }
    QString text(std::string_view option) const
    {
        return m_options.contains(option) ? m_parser.value(latin1(option)) : QString();
    }
    QByteArray path(std::string_view option) const
    {
        return has(option) ? rawValue(m_raw, QByteArray(option.data(), static_cast<qsizetype>(option.size())))
                           : QFile::encodeName(text(option));
    }
    std::optional<quint64> number(std::string_view option, quint64 most) const
    {
        bool isNumber = false;
        const quint64 value = text(option).toULongLong(&isNumber);
        return isNumber && value >= 1 && value <= most ? std::optional(value) : std::nullopt;
    }

private:
    QList<QByteArray> m_raw;
    QCommandLineParser m_parser;
    QList<std::string_view> m_options;
    bool m_isParsed = false;
};

// What is wrong with the options of a played rehearsal, if anything. Its cache is always its own, so that it
// cuts nothing.
std::optional<QString> takeRehearsal(Options &options, const Arguments &given)
{
    if (given.has(option::rehearseSpeed)) {
        bool isNumber = false;
        options.rehearseSpeed = given.text(option::rehearseSpeed).toDouble(&isNumber);
        if (!isNumber || !(options.rehearseSpeed >= pressure::slowestRehearsal &&
                           options.rehearseSpeed <= pressure::fastestRehearsal))
            return CommandLine::tr("--rehearse-speed needs a number from 0.1 to 100.");
        if (!given.has(option::rehearse))
            return CommandLine::tr("--rehearse-speed needs --rehearse.");
    }
    if (!given.has(option::rehearse))
        return std::nullopt;
    for (const std::string_view other :
         {option::procRoot, option::sysRoot, option::cacheDirectory, option::connectTo})
        if (given.has(other))
            return CommandLine::tr("--rehearse has its own memory figures and its own cache: leave out --%1.")
                .arg(latin1(other));
    options.curve = given.path(option::rehearse);
    options.machine = Machine::Played;
    return std::nullopt;
}

// An option that a recording is not shown with.
std::optional<std::string_view> optionOfAMachine(const Arguments &given)
{
    for (const std::string_view each :
         {option::cacheDirectory, option::procRoot, option::sysRoot, option::rehearse, option::preset,
          option::maxEntries, option::maxDisk, option::hidden, option::scan, option::exitWhenScanned,
          option::connectTo, option::tokenFile, option::control, option::listen, option::noApi,
          option::saveRecording})
        if (given.has(each))
            return each;
    return std::nullopt;
}

} // namespace

views::Settings Options::applyTo(views::Settings settings) const
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

bool Options::needsOwnInstance() const
{
    return preset || maxEntries || maxDiskBytes || listen || !scanFolder.isEmpty() ||
           !exportSamplesFile.isEmpty() || !saveRecordingFile.isEmpty() || !screenshotFile.isEmpty();
}

QStringList rehearsalArguments(const QByteArray &curve, double speed)
{
    // In one word: a file's name may begin with a dash.
    return {QStringLiteral("--%1=%2").arg(latin1(option::rehearse), QFile::decodeName(curve)),
            QStringLiteral("--%1=%2").arg(latin1(option::rehearseSpeed)).arg(speed)};
}

QString requestedLanguage(const QList<QByteArray> &raw)
{
    const QString code = Arguments(raw, Program::Window).text(option::language);
    return wordsOf(option::language).contains(code) ? code : QString();
}

Expected<Options, Answer> parse(const QList<QByteArray> &raw, Program program)
{
    const Arguments given(raw, program);
    if (!given.isParsed())
        return refusal(given.parser().errorText());
    if (given.has(option::help))
        return Unexpected<Answer>({.exitCode = 0, .text = given.parser().helpText()});
    if (given.has(option::version))
        return Unexpected<Answer>({.exitCode = 0,
                                   .text = QString::fromLatin1(nameOf(program)) + QLatin1Char(' ') +
                                           QCoreApplication::applicationVersion()});
    QStringList operands = given.parser().positionalArguments();
    Options options;
    if (program == Program::Window && !operands.isEmpty() && !QFileInfo(operands.constFirst()).isDir())
        options.recordingFile = operands.takeFirst();
    if (!operands.isEmpty())
        return refusal(CommandLine::tr("Unexpected argument '%1'. To read a folder, use --scan.")
                           .arg(operands.constFirst()));
    if (!options.recordingFile.isEmpty())
        if (const auto other = optionOfAMachine(given))
            return refusal(CommandLine::tr("A recording has no machine and no cache: --%1 cannot be used "
                                           "with it.")
                               .arg(latin1(*other)));
    for (const OptionRow &row : optionTable(program))
        if (isPath(row) && given.has(row.name) && given.text(row.name).isEmpty())
            return refusal(CommandLine::tr("--%1 needs a name.").arg(latin1(row.name)));

    for (const views::Preset &each : views::builtInPresets())
        if (given.text(option::preset) == each.name)
            options.preset = each;
    if (given.has(option::preset) && !options.preset)
        return refusal(CommandLine::tr("Unknown preset '%1'.").arg(given.text(option::preset)));
    if (given.has(option::language)) {
        const QStringList known = wordsOf(option::language);
        options.language = given.text(option::language);
        if (!known.contains(options.language))
            return refusal(CommandLine::tr("There is no translation '%1'. Available: %2.")
                               .arg(options.language, known.join(QStringLiteral(", "))));
    }

    if (given.has(option::appearance)) {
        options.appearance = appearanceNamed(given.text(option::appearance));
        if (!options.appearance)
            return refusal(CommandLine::tr("There is no appearance '%1'. Available: %2.")
                               .arg(given.text(option::appearance),
                                    wordsOf(option::appearance).join(QStringLiteral(", "))));
    }

    if (given.has(option::maxEntries)) {
        options.maxEntries = given.number(option::maxEntries, views::SettingsRange::mostEntries);
        if (!options.maxEntries)
            return refusal(CommandLine::tr("--max-entries needs a whole number from 1 to 1000000000."));
    }
    if (given.has(option::maxDisk)) {
        const auto mebibytes = given.number(option::maxDisk, views::SettingsRange::mostDiskBytes / mebibyte);
        if (!mebibytes)
            return refusal(CommandLine::tr("--max-disk-mb needs a whole number from 1 to 16777216."));
        options.maxDiskBytes = *mebibytes * mebibyte;
    }
    if (given.has(option::exitAfter)) {
        bool isNumber = false;
        const double seconds = given.text(option::exitAfter).toDouble(&isNumber);
        if (!isNumber || !std::isfinite(seconds) || seconds < 0 || seconds > 1e6)
            return refusal(CommandLine::tr("--exit-after needs a number of seconds from 0 to 1000000."));
        options.exitAfter = std::chrono::milliseconds(std::llround(seconds * 1000));
    }
    if (const auto problem = takeRehearsal(options, given))
        return refusal(*problem);
    options.procRoot = given.path(option::procRoot);
    if (QDir::cleanPath(QFile::decodeName(options.procRoot)) != QStringLiteral("/proc"))
        options.machine = Machine::Pretended;
    options.cacheDirectory = absolute(given.has(option::cacheDirectory)
                                          ? given.path(option::cacheDirectory)
                                          : QFile::encodeName(defaultCacheDirectory(options.machine)));
    // A simulated /proc must not be combined with the real /sys.
    options.sysRoot = given.has(option::procRoot) && !given.has(option::sysRoot)
                          ? QByteArray()
                          : given.path(option::sysRoot);
    options.scanFolder = given.path(option::scan);
    options.isHidden = given.has(option::hidden);
    options.exitWhenScanned = given.has(option::exitWhenScanned);
    if (options.exitWhenScanned && options.scanFolder.isEmpty())
        return refusal(CommandLine::tr("--exit-when-scanned needs --scan."));
    options.exportSamplesFile = given.text(option::exportSamples);
    options.saveRecordingFile = given.text(option::saveRecording);
    options.overwrite = given.has(option::overwrite);
    options.screenshotFile = given.text(option::screenshot);
    options.eventsFile = given.path(option::events);
    options.noApi = given.has(option::noApi);
    options.connectTo = given.path(option::connectTo);
    options.tokenFile = given.path(option::tokenFile);
    options.control = given.has(option::control);
    if (given.has(option::connectTo)) {
        const auto address = client::parseAddress(options.connectTo.toStdString());
        if (!address)
            return refusal(CommandLine::tr("--connect needs unix:SOCKET or http://127.0.0.1:PORT."));
        if (address->socketPath.empty() && options.tokenFile.isEmpty())
            return refusal(CommandLine::tr("--connect to a port needs --token-file."));
        if (options.changesBackend() || given.has(option::listen))
            return refusal(
                CommandLine::tr("--connect shows another Manometer: limits and ports are its own."));
    } else if (options.control || given.has(option::tokenFile)) {
        return refusal(CommandLine::tr("--token-file and --control need --connect."));
    }
    if (given.has(option::listen)) {
        const auto address = api::parseTcpAddress(given.text(option::listen));
        if (!address)
            return refusal(addressProblem(address.error()));
        if (options.noApi)
            return refusal(CommandLine::tr("--listen and --no-api contradict each other."));
        options.listen = *address;
    }
    const QString recording = QFileInfo(options.saveRecordingFile).absoluteFilePath();
    for (const auto &[name, file] : {std::pair(option::screenshot, options.screenshotFile),
                                     std::pair(option::exportSamples, options.exportSamplesFile)})
        if (given.has(option::saveRecording) && given.has(name) &&
            QFileInfo(file).absoluteFilePath() == recording)
            return refusal(CommandLine::tr("--%1 and --%2 cannot both write to %3.")
                               .arg(latin1(name), latin1(option::saveRecording), recording));
    const QString picture = QFileInfo(options.screenshotFile).absoluteFilePath();
    const QString samples = QFileInfo(options.exportSamplesFile).absoluteFilePath();
    if (given.has(option::screenshot) && given.has(option::exportSamples) &&
        (picture == samples || picture == samples + QStringLiteral(".meta.json")))
        return refusal(
            CommandLine::tr("--screenshot and --export-samples cannot both write to %1.").arg(picture));
    return options;
}

} // namespace manometer::app
