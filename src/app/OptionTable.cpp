// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/OptionTable.h"

#include <array>

namespace manometer::app {

namespace {

using Value = OptionRow::Value;

constexpr std::array presets{
    OptionWord{"default", QT_TRANSLATE_NOOP("CommandLine", "500 entries, 200 MiB of disk")},
    OptionWord{"large-host",
               QT_TRANSLATE_NOOP("CommandLine", "2000 entries, 1000 MiB: over 32 GiB of memory")},
    OptionWord{"small-host", QT_TRANSLATE_NOOP("CommandLine", "100 entries, 50 MiB: under 4 GiB of memory")},
    OptionWord{"adaptation-off",
               QT_TRANSLATE_NOOP("CommandLine", "measure only: the limit stays as configured")},
    OptionWord{"server",
               QT_TRANSLATE_NOOP("CommandLine", "1000000 entries, 1 GiB of memory, 8 GiB of disk")}};

// Each in its own words: whoever looks for a language need not read another.
constexpr std::array languages{OptionWord{"ar", "العربية"}, OptionWord{"de", "Deutsch"},
                               OptionWord{"en", "English"}};

constexpr std::array table{
    OptionRow{
        .name = option::help, .letter = 'h', .text = QT_TRANSLATE_NOOP("CommandLine", "Show this help.")},
    OptionRow{.name = option::version,
              .letter = 'v',
              .text = QT_TRANSLATE_NOOP("CommandLine", "Show the version.")},
    OptionRow{.name = option::cacheDirectory,
              .value = Value::Folder,
              .valueName = "DIR",
              .text = QT_TRANSLATE_NOOP("CommandLine", "Keep the cache in DIR.")},
    OptionRow{
        .name = option::procRoot,
        .value = Value::Folder,
        .valueName = "DIR",
        .text = QT_TRANSLATE_NOOP(
            "CommandLine", "Read DIR in place of /proc, to rehearse: with a cache and a history of its own."),
        .standard = "/proc"},
    OptionRow{.name = option::sysRoot,
              .value = Value::Folder,
              .valueName = "DIR",
              .text = QT_TRANSLATE_NOOP(
                  "CommandLine",
                  "Read control groups from DIR in place of /sys. With --proc-root alone none are read."),
              .standard = "/sys"},
    OptionRow{
        .name = option::preset,
        .value = Value::Word,
        .valueName = "NAME",
        .text = QT_TRANSLATE_NOOP("CommandLine", "Begin with the limits of NAME, whatever the settings say:"),
        .words = presets},
    OptionRow{.name = option::maxEntries,
              .value = Value::Number,
              .valueName = "N",
              .text = QT_TRANSLATE_NOOP("CommandLine", "Keep at most N entries in memory.")},
    OptionRow{.name = option::maxDisk,
              .value = Value::Number,
              .valueName = "N",
              .text = QT_TRANSLATE_NOOP("CommandLine", "Use at most N MiB of disk.")},
    OptionRow{.name = option::language,
              .value = Value::Word,
              .valueName = "CODE",
              .text = QT_TRANSLATE_NOOP("CommandLine",
                                        "Speak this language, whatever the settings and the system say:"),
              .words = languages},
    OptionRow{.name = option::scan,
              .value = Value::Folder,
              .valueName = "DIR",
              .text =
                  QT_TRANSLATE_NOOP("CommandLine", "Read the metadata of all files in DIR at the start.")},
    OptionRow{.name = option::exportSamples,
              .value = Value::File,
              .valueName = "FILE",
              .text = QT_TRANSLATE_NOOP("CommandLine", "On leaving, write the samples to FILE as CSV.")},
    OptionRow{.name = option::overwrite,
              .text = QT_TRANSLATE_NOOP("CommandLine", "Let --export-samples replace a file that is there.")},
    OptionRow{.name = option::screenshot,
              .value = Value::File,
              .valueName = "FILE",
              .text = QT_TRANSLATE_NOOP("CommandLine",
                                        "On leaving, save a picture of the window to FILE (.png, .jpg …).")},
    OptionRow{.name = option::exitAfter,
              .value = Value::Number,
              .valueName = "SECONDS",
              .text = QT_TRANSLATE_NOOP("CommandLine", "Leave after SECONDS.")},
};

} // namespace

std::span<const OptionRow> optionTable()
{
    return table;
}

const char *programDescription()
{
    return QT_TRANSLATE_NOOP("CommandLine",
                             "Watches how much memory this machine has left and keeps a cache of "
                             "file metadata that gives way when memory runs short.");
}

} // namespace manometer::app
