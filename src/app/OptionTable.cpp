// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/OptionTable.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace manometer::app {

namespace {

// Which programs have the option.
namespace Of {
constexpr std::uint8_t window = 1;
constexpr std::uint8_t daemon = 2;
} // namespace Of

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

// Each in its own language, so that its readers find it.
constexpr std::array languages{OptionWord{"ar", "العربية"}, OptionWord{"de", "Deutsch"},
                               OptionWord{"en", "English"}};

constexpr std::array appearances{
    OptionWord{"system", QT_TRANSLATE_NOOP("CommandLine", "as the desktop has them")},
    OptionWord{"light", QT_TRANSLATE_NOOP("CommandLine", "dark text on light")},
    OptionWord{"dark", QT_TRANSLATE_NOOP("CommandLine", "light text on dark")},
    OptionWord{"contrast", QT_TRANSLATE_NOOP("CommandLine", "high contrast: white and yellow on black")}};

constexpr std::array curves{
    OptionWord{"ramp", QT_TRANSLATE_NOOP("CommandLine", "up to 97 % of memory and back, in two minutes")},
    OptionWord{"burst", QT_TRANSLATE_NOOP("CommandLine", "short peaks, one every 30 s")},
    OptionWord{"sawtooth", QT_TRANSLATE_NOOP("CommandLine", "a leak: slowly up to 94 %, down at once")},
    OptionWord{"noise", QT_TRANSLATE_NOOP("CommandLine", "a random walk around 70 %")}};

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
    OptionRow{.name = option::procRoot,
              .value = Value::Folder,
              .valueName = "DIR",
              .text = QT_TRANSLATE_NOOP(
                  "CommandLine", "Rehearse: read DIR instead of /proc, with a separate cache and history."),
              .standard = "/proc"},
    OptionRow{.name = option::sysRoot,
              .value = Value::Folder,
              .valueName = "DIR",
              .text = QT_TRANSLATE_NOOP(
                  "CommandLine",
                  "Read control groups from DIR instead of /sys. With --proc-root alone, none are read."),
              .standard = "/sys"},
    OptionRow{.name = option::rehearse,
              .value = Value::File,
              .valueName = "CURVE",
              .text = QT_TRANSLATE_NOOP(
                  "CommandLine",
                  "Rehearse: play CURVE instead of reading the memory use, with a cache, a history and "
                  "settings that last until the program ends. A CSV file of exported samples, or:"),
              .words = curves},
    OptionRow{.name = option::rehearseSpeed,
              .value = Value::Number,
              .valueName = "N",
              .text = QT_TRANSLATE_NOOP("CommandLine",
                                        "With --rehearse: play N times as fast, from 0.1 to 100; holds and "
                                        "intervals are as much shorter."),
              .standard = "1"},
    OptionRow{.name = option::preset,
              .value = Value::Word,
              .valueName = "NAME",
              .text = QT_TRANSLATE_NOOP("CommandLine",
                                        "Start with the limits of preset NAME, overriding the settings:"),
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
                                        "Use this language instead of that of the settings and the system:"),
              .words = languages,
              .of = Of::window},
    OptionRow{
        .name = option::appearance,
        .value = Value::Word,
        .valueName = "NAME",
        .text = QT_TRANSLATE_NOOP("CommandLine", "Use these colours instead of those chosen in the window:"),
        .words = appearances,
        .of = Of::window},
    OptionRow{.name = option::hidden,
              .text = QT_TRANSLATE_NOOP(
                  "CommandLine", "Start without showing the window, as an icon in the desktop's tray."),
              .of = Of::window},
    OptionRow{.name = option::scan,
              .value = Value::Folder,
              .valueName = "DIR",
              .text = QT_TRANSLATE_NOOP("CommandLine", "At start, read the metadata of all files in DIR.")},
    OptionRow{.name = option::exportSamples,
              .value = Value::File,
              .valueName = "FILE",
              .text = QT_TRANSLATE_NOOP("CommandLine", "On exit, write the samples to FILE as CSV."),
              .of = Of::window},
    OptionRow{.name = option::saveRecording,
              .value = Value::File,
              .valueName = "FILE",
              .text = QT_TRANSLATE_NOOP("CommandLine",
                                        "On exit, save what is recorded, a day at most, as a recording that "
                                        "manometer FILE shows elsewhere."),
              .of = Of::window},
    OptionRow{.name = option::overwrite,
              .text = QT_TRANSLATE_NOOP("CommandLine", "Let --export-samples, --save-recording and "
                                                       "--screenshot replace an existing file."),
              .of = Of::window},
    OptionRow{.name = option::screenshot,
              .value = Value::File,
              .valueName = "FILE",
              .text = QT_TRANSLATE_NOOP("CommandLine",
                                        "On exit, save a picture of the window to FILE (.png, .jpg …)."),
              .of = Of::window},
    OptionRow{.name = option::events,
              .value = Value::File,
              .valueName = "FILE",
              .text = QT_TRANSLATE_NOOP(
                  "CommandLine", "Append each event to FILE as a line of JSON; - is the standard output."),
              .of = Of::daemon},
    OptionRow{.name = option::connectTo,
              .value = Value::Text,
              .valueName = "ADDRESS",
              .text = QT_TRANSLATE_NOOP("CommandLine",
                                        "Show the Manometer behind unix:SOCKET or http://127.0.0.1:PORT, "
                                        "for instance one that ssh forwards, without changing it."),
              .of = Of::window},
    OptionRow{.name = option::tokenFile,
              .value = Value::File,
              .valueName = "FILE",
              .text = QT_TRANSLATE_NOOP("CommandLine", "With --connect http://…: the token is in FILE."),
              .of = Of::window},
    OptionRow{.name = option::control,
              .text = QT_TRANSLATE_NOOP("CommandLine", "With --connect: allow changes."),
              .of = Of::window},
    OptionRow{.name = option::listen,
              .value = Value::Text,
              .valueName = "ADDR:PORT",
              .text = QT_TRANSLATE_NOOP("CommandLine",
                                        "Serve programs on a TCP port of this machine, too, for instance "
                                        "127.0.0.1:8080; they need a token. Port 0 takes a free one.")},
    OptionRow{.name = option::noApi,
              .text = QT_TRANSLATE_NOOP("CommandLine", "Do not serve programs: open no socket.")},
    OptionRow{.name = option::exitWhenScanned,
              .text = QT_TRANSLATE_NOOP(
                  "CommandLine", "With --scan: exit when the scan has ended. The exit status is 0 if all "
                                 "files were read, otherwise 1.")},
    OptionRow{.name = option::exitAfter,
              .value = Value::Number,
              .valueName = "SECONDS",
              .text = QT_TRANSLATE_NOOP(
                  "CommandLine", "Exit after SECONDS. A scan that has not finished is an error only with "
                                 "--exit-when-scanned.")},
};

} // namespace

std::vector<OptionRow> optionTable(Program program)
{
    const std::uint8_t own = program == Program::Window ? Of::window : Of::daemon;
    std::vector<OptionRow> rows;
    std::copy_if(table.begin(), table.end(), std::back_inserter(rows),
                 [own](const OptionRow &row) { return row.of == 0 || row.of == own; });
    return rows;
}

options::Program describedProgram(Program program)
{
    return {.name = nameOf(program), .text = descriptionOf(program), .options = optionTable(program)};
}

const char *nameOf(Program program)
{
    return program == Program::Window ? "manometer" : "manometerd";
}

const char *descriptionOf(Program program)
{
    return program == Program::Window
               ? QT_TRANSLATE_NOOP("CommandLine",
                                   "Monitors the memory pressure of this machine and keeps a cache "
                                   "of file metadata that shrinks when memory runs short.")
               : QT_TRANSLATE_NOOP("CommandLine",
                                   "Monitors the memory pressure of this machine and keeps a cache "
                                   "of file metadata that shrinks when memory runs short, without a "
                                   "window.");
}

} // namespace manometer::app
