// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table of all command line options: the only source for parse(), --help, the manual page and the shells'
// completions (describe_options.cpp). Pure; any thread.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <span>

namespace manometer::app {

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
    enum class Value { None, Folder, File, Number, Word };

    QLatin1StringView name;
    char letter = 0; // the short form; 0: none
    Value value = Value::None;
    const char *valueName = ""; // placeholder in --help: DIR
    const char *text;           // not translated: CommandLine::tr(text)
    std::span<const OptionWord> words{};
    const char *standard = ""; // the default, if it does not depend on the user
};

// In the order of --help.
std::span<const OptionRow> optionTable();

// One sentence that describes the program; not translated.
const char *programDescription();

} // namespace manometer::app
