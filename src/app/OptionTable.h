// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table of the command line options of all programs: the only source for parse(), --help, the manual
// pages and the shells' completions (describe_options.cpp). Pure; any thread.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <cstdint>
#include <span>
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
inline constexpr QLatin1StringView help{"help"};
inline constexpr QLatin1StringView version{"version"};
inline constexpr QLatin1StringView cacheDirectory{"cache-dir"};
inline constexpr QLatin1StringView procRoot{"proc-root"};
inline constexpr QLatin1StringView sysRoot{"sys-root"};
inline constexpr QLatin1StringView preset{"preset"};
inline constexpr QLatin1StringView maxEntries{"max-entries"};
inline constexpr QLatin1StringView maxDisk{"max-disk-mb"};
inline constexpr QLatin1StringView language{"language"};
inline constexpr QLatin1StringView scan{"scan"};
inline constexpr QLatin1StringView exportSamples{"export-samples"};
inline constexpr QLatin1StringView overwrite{"overwrite"};
inline constexpr QLatin1StringView screenshot{"screenshot"};
inline constexpr QLatin1StringView exitAfter{"exit-after"};
inline constexpr QLatin1StringView events{"events"};
inline constexpr QLatin1StringView listen{"listen"};
inline constexpr QLatin1StringView noApi{"no-api"};
} // namespace option

// An allowed value of an option with a fixed set of values.
struct OptionWord
{
    const char *word;
    const char *text; // not translated: CommandLine::tr(text)
};

struct OptionRow
{
    // The type of the option's value, for parsing and completion.
    enum class Value { None, Folder, File, Number, Word, Text };
    // Which programs have the option.
    enum class Of : std::uint8_t { All, Window, Daemon };

    QLatin1StringView name;
    char letter = 0; // the short form; 0: none
    Value value = Value::None;
    const char *valueName = ""; // placeholder in --help: DIR
    const char *text;           // not translated: CommandLine::tr(text)
    std::span<const OptionWord> words{};
    const char *standard = ""; // the default, if it does not depend on the user
    Of of = Of::All;
};

// The rows of a program, in the order of --help.
std::vector<OptionRow> optionTable(Program program);

} // namespace manometer::app
