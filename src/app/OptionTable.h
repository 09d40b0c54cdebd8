// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every option of the command line, once: what parse() takes, what --help says, and what the manual page and
// the shells' completions are made of (describe_options.cpp). Pure.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <span>

namespace manometer::app {

// The context of all texts of the command line.
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

// One of the words that an option takes, where it takes no others.
struct OptionWord
{
    const char *word;
    const char *text; // not translated: CommandLine::tr(text)
};

struct OptionRow
{
    // What stands behind the option, and what a shell offers there.
    enum class Value { None, Folder, File, Number, Word };

    QLatin1StringView name;
    char letter = 0; // the short form, 0: none
    Value value = Value::None;
    const char *valueName = ""; // in --help: DIR
    const char *text;           // not translated: CommandLine::tr(text)
    std::span<const OptionWord> words{};
    const char *standard = ""; // what counts without it, where that is the same for everybody
};

// In the order of --help.
std::span<const OptionRow> optionTable();

// What the program is, in a sentence; not translated.
const char *programDescription();

} // namespace manometer::app
