// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table of the command line options of manometer and manometerd: the only source for parse(), --help, the
// manual pages and the shells' completions (describe_options.cpp). manometerctl's is ctl/CommandTable.h.
// Pure; any thread.
#pragma once

#include "options/Table.h"

#include <QCoreApplication>
#include <QString>

#include <cstdint>
#include <string_view>
#include <vector>

namespace manometer::app {

enum class Program : std::uint8_t {
    Window, // manometer
    Daemon, // manometerd
};

// The command's name.
const char *nameOf(Program program);
// One sentence that describes the program; not translated.
const char *descriptionOf(Program program);

// The translation context of all command line texts.
struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

namespace option {
inline constexpr std::string_view help{"help"};
inline constexpr std::string_view version{"version"};
inline constexpr std::string_view cacheDirectory{"cache-dir"};
inline constexpr std::string_view procRoot{"proc-root"};
inline constexpr std::string_view sysRoot{"sys-root"};
inline constexpr std::string_view rehearse{"rehearse"};
inline constexpr std::string_view rehearseSpeed{"rehearse-speed"};
inline constexpr std::string_view preset{"preset"};
inline constexpr std::string_view maxEntries{"max-entries"};
inline constexpr std::string_view maxDisk{"max-disk-mb"};
inline constexpr std::string_view language{"language"};
inline constexpr std::string_view appearance{"appearance"};
inline constexpr std::string_view hidden{"hidden"};
inline constexpr std::string_view scan{"scan"};
inline constexpr std::string_view exportSamples{"export-samples"};
inline constexpr std::string_view saveRecording{"save-recording"};
inline constexpr std::string_view overwrite{"overwrite"};
inline constexpr std::string_view screenshot{"screenshot"};
inline constexpr std::string_view exitWhenScanned{"exit-when-scanned"};
inline constexpr std::string_view exitAfter{"exit-after"};
inline constexpr std::string_view events{"events"};
inline constexpr std::string_view connectTo{"connect"};
inline constexpr std::string_view tokenFile{"token-file"};
inline constexpr std::string_view control{"control"};
inline constexpr std::string_view listen{"listen"};
inline constexpr std::string_view noApi{"no-api"};
} // namespace option

// Their texts are translated where they are shown: CommandLine::tr(row.text).
using OptionWord = options::Word;
using OptionRow = options::Row;

inline QLatin1StringView latin1(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

// The rows of a program, in the order of --help.
std::vector<OptionRow> optionTable(Program program);
// The same with the program's name and description, in English.
options::Program describedProgram(Program program);

} // namespace manometer::app
