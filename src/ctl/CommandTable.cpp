// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/CommandTable.h"

#include <array>

namespace manometer::ctl {

namespace {

using options::anyNumber;
using options::Command;
using options::Row;
using options::Word;
using OptionValue = options::Row::Value;

constexpr std::array yesOrNo{Word{"yes", "only those"}, Word{"no", "only the others"}};

constexpr std::array sortWords{Word{"path", "by path"},
                               Word{"value_bytes", "by the size of the metadata"},
                               Word{"hits", "by the number of requests"},
                               Word{"stored", "by the time when the entry was stored"},
                               Word{"last_used", "by the time of the last request"},
                               Word{"read_cost", "by the duration of the read"},
                               Word{"depth", "by the depth of the read"},
                               Word{"modified", "by the modification time of the file"},
                               Word{"tier", "by memory and disk"},
                               Word{"kept", "pinned entries together"}};

constexpr std::array exportWords{Word{"samples", "the recorded samples of memory use"},
                                 Word{"events", "the event log"},
                                 Word{"entries", "the entries of the cache"}};

constexpr std::array formatWords{Word{"csv", "a table with a header row, as the window writes it"},
                                 Word{"jsonl", "a JSON object a line, as the server sends it"}};

constexpr std::array presetWords{Word{"list", "list the presets; * marks the one that the settings are from"},
                                 Word{"apply", "put the settings of a preset into effect"},
                                 Word{"save", "save the settings in effect as a preset"},
                                 Word{"rm", "remove a preset of yours"}};

constexpr std::array thresholdWords{Word{
    "set",
    "change values: elevated.enter=65, which moves elevated.leave and elevated.target along, high.hold=20s"}};

constexpr Row watchRow{.name = "watch",
                       .value = OptionValue::Number,
                       .valueName = "SECONDS",
                       .text = "Repeat every SECONDS, 2 without a value.",
                       .isValueOptional = true};
constexpr Row depthRow{.name = "depth",
                       .value = OptionValue::Text,
                       .valueName = "DEPTH",
                       .text = "The depth of the read that the entry is from, if not the usual one."};
constexpr Row fromRow{
    .name = "from",
    .value = OptionValue::Text,
    .valueName = "TIME",
    .text = "Begin at TIME: ISO 8601 (2026-12-01T13:00, local unless it has a zone), or -90m, -2h, -1d."};
constexpr Row toRow{.name = "to",
                    .value = OptionValue::Text,
                    .valueName = "TIME",
                    .text = "End at TIME, written like --from."};

constexpr std::array statusRows{
    watchRow, Row{.name = "exit-level",
                  .text = "Exit with 10 for NORMAL, 11 for ELEVATED, 12 for HIGH, 13 for CRITICAL."}};
constexpr std::array statsRows{watchRow};
constexpr std::array historyRows{Row{.name = "limit",
                                     .value = OptionValue::Number,
                                     .valueName = "N",
                                     .text = "Show the newest N samples.",
                                     .standard = "12"},
                                 fromRow, toRow};
constexpr std::array eventRows{Row{.name = "limit",
                                   .value = OptionValue::Number,
                                   .valueName = "N",
                                   .text = "Show the newest N events, at most 1000.",
                                   .standard = "20"},
                               Row{.name = "after",
                                   .value = OptionValue::Number,
                                   .valueName = "POSITION",
                                   .text = "Show the events that follow this position of the log."}};
constexpr std::array noteRows{
    Row{.name = "at",
        .value = OptionValue::Text,
        .valueName = "TIME",
        .text = "The moment that the note is about, instead of now, at most a week ago: ISO 8601 "
                "(2026-12-01T13:00, local unless it has a zone), or -90s, -5m, -2h, -1d."},
    Row{.name = "incident", .text = "Mark the moment as an incident, for whatif and suggest."}};
constexpr std::array getRows{
    Row{.name = "read", .text = "Read the files that are not in the cache."},
    Row{.name = "value",
        .text = "Print only the metadata documents, as they are cached: JSON without the file's name."},
    depthRow};
constexpr std::array depthRows{depthRow};
constexpr std::array entryRows{Row{.name = "contains",
                                   .value = OptionValue::Text,
                                   .valueName = "TEXT",
                                   .text = "Only entries whose path contains TEXT."},
                               Row{.name = "under",
                                   .value = OptionValue::Folder,
                                   .valueName = "DIR",
                                   .text = "Only entries of files below DIR."},
                               Row{.name = "sort",
                                   .value = OptionValue::Word,
                                   .valueName = "KEY",
                                   .text = "The order:",
                                   .words = sortWords},
                               Row{.name = "reverse", .letter = 'r', .text = "Reverse the order."},
                               Row{.name = "limit",
                                   .value = OptionValue::Number,
                                   .valueName = "N",
                                   .text = "List at most N entries, instead of all."},
                               Row{.name = "in-memory",
                                   .value = OptionValue::Word,
                                   .valueName = "WHICH",
                                   .text = "Entries in memory:",
                                   .words = yesOrNo},
                               Row{.name = "on-disk",
                                   .value = OptionValue::Word,
                                   .valueName = "WHICH",
                                   .text = "Entries on disk:",
                                   .words = yesOrNo},
                               Row{.name = "kept",
                                   .value = OptionValue::Word,
                                   .valueName = "WHICH",
                                   .text = "Pinned entries:",
                                   .words = yesOrNo},
                               Row{.name = "error",
                                   .value = OptionValue::Word,
                                   .valueName = "WHICH",
                                   .text = "Entries of files that the metadata reader did not understand or "
                                           "failed on:",
                                   .words = yesOrNo},
                               Row{.name = "min-bytes",
                                   .value = OptionValue::Number,
                                   .valueName = "N",
                                   .text = "Only entries with at least N bytes of metadata."},
                               Row{.name = "max-bytes",
                                   .value = OptionValue::Number,
                                   .valueName = "N",
                                   .text = "Only entries with at most N bytes of metadata."},
                               Row{.name = "min-hits",
                                   .value = OptionValue::Number,
                                   .valueName = "N",
                                   .text = "Only entries with at least N requests."},
                               Row{.name = "max-hits",
                                   .value = OptionValue::Number,
                                   .valueName = "N",
                                   .text = "Only entries with at most N requests."}};
constexpr std::array clearRows{
    Row{.name = "yes", .letter = 'y', .text = "Do not ask. Necessary without a terminal."}};
constexpr std::array scanRows{
    Row{.name = "wait", .text = "Wait for the end of the scan. A terminal shows its progress."},
    Row{.name = "cancel", .text = "End the scan that runs."},
    Row{.name = "files0-from",
        .value = OptionValue::File,
        .valueName = "FILE",
        .text =
            "Instead of a folder, read the files whose paths are in FILE, each with a NUL after it, as "
            "'find -print0' writes them; - is standard input. With --json, print a line for each, in their "
            "order."}};
constexpr std::array exportRows{fromRow, toRow,
                                Row{.name = "format",
                                    .value = OptionValue::Word,
                                    .valueName = "FORMAT",
                                    .text = "The format; --json means jsonl:",
                                    .words = formatWords,
                                    .standard = "csv"}};

constexpr std::array whatIfRows{
    Row{.name = "set",
        .value = OptionValue::Text,
        .valueName = "NAME=VALUE",
        .text = "A change of the draft: high.enter=75, which moves high.leave and high.target along, or "
                "high.hold=20s. May be repeated."},
    Row{.name = "last",
        .value = OptionValue::Text,
        .valueName = "TIME",
        .text = "Replay the last TIME, such as 2h, instead of all that is recorded: a day at most."},
    fromRow, toRow};
constexpr std::array suggestRows{
    Row{.name = "most-criticals",
        .value = OptionValue::Number,
        .valueName = "N",
        .text = "CRITICAL begins at most N times a day."},
    Row{.name = "incident-lead",
        .value = OptionValue::Number,
        .valueName = "SECONDS",
        .text = "HIGH is in effect SECONDS before each incident, a note that is marked as one (see note); 0: "
                "when it comes."},
    Row{.name = "most-hit-points",
        .value = OptionValue::Number,
        .valueName = "N",
        .text = "The hit ratio is lower by N percentage points at most."},
    Row{.name = "last",
        .value = OptionValue::Text,
        .valueName = "TIME",
        .text = "Search in the last TIME, such as 2h, instead of all that is recorded: a day at most."},
    fromRow,
    toRow};

constexpr std::array curves{Word{"ramp", "up to 97 % of memory and back, in two minutes"},
                            Word{"burst", "short peaks, one every 30 s"},
                            Word{"sawtooth", "a leak: slowly up to 94 %, down at once"},
                            Word{"noise", "a random walk around 70 %"}};
constexpr std::array rehearseRows{
    Row{.name = "set",
        .value = OptionValue::Text,
        .valueName = "NAME=VALUE",
        .text = "With another threshold than the one in effect, as of whatif. May be repeated."},
    Row{.name = "on-cache",
        .text = "Cut the cache of the running instance for real while the curve is played, with the limit "
                "restored at its end, and say what was evicted. For the built-in curves."},
    Row{.name = "speed",
        .value = OptionValue::Text,
        .valueName = "N",
        .text = "With --on-cache: play N times as fast, from 0.1 to 100; holds and intervals are as much "
                "shorter. In ten minutes at most."},
    Row{.name = "yes", .letter = 'y', .text = "With --on-cache: do not ask. Necessary without a terminal."},
    Row{.name = "stop",
        .text = "Stop the rehearsal that runs on the cache, and say what was evicted; without CURVE. Exit "
                "code 4 if none runs."}};
constexpr std::array recordRows{
    Row{.name = "last",
        .value = OptionValue::Text,
        .valueName = "TIME",
        .text = "Save the last TIME, such as 2h, instead of all that is recorded: a day at most."},
    fromRow, toRow,
    Row{.name = "names",
        .text = "With the names of files and folders in events, of control groups and of programs that "
                "use the API."},
    Row{.name = "overwrite", .text = "Replace FILE if it exists."}};

constexpr std::array commands{
    Command{
        .name = "status", .text = "Show the memory of this machine and its level.", .options = statusRows},
    Command{.name = "stats",
            .text = "Show the cache's size, hits and misses, and the programs that use exiftool.",
            .options = statsRows},
    Command{.name = "history", .text = "Show the latest samples of memory use.", .options = historyRows},
    Command{.name = "events", .text = "Show the latest events.", .options = eventRows},
    Command{
        .name = "watch",
        .text =
            "Print each event when it occurs, until interrupted. After a lost connection, connect again."},
    Command{.name = "note",
            .text = "Add a note to the event log and the chart, about now or another moment.",
            .operands = {.synopsis = "TEXT", .kind = OptionValue::Text, .least = 1, .most = 1},
            .options = noteRows},
    Command{.name = "thresholds",
            .text = "Show where the levels begin and end, or change it.",
            .operands = {.synopsis = "[set NAME=VALUE...]",
                         .kind = OptionValue::Word,
                         .words = thresholdWords,
                         .most = anyNumber}},
    Command{.name = "preset",
            .text = "List, apply, save or remove presets of all settings.",
            .operands = {.synopsis = "[list | apply NAME | save NAME | rm NAME]",
                         .kind = OptionValue::Word,
                         .words = presetWords,
                         .most = 2}},
    Command{.name = "get",
            .text = "Print the cached metadata of files. With --json, a line for each, in their order.",
            .operands = {.synopsis = "FILE...", .kind = OptionValue::File, .least = 1, .most = anyNumber},
            .options = getRows},
    Command{.name = "put",
            .text = "Store standard input, a JSON value, as the metadata of a file.",
            .operands = {.synopsis = "FILE", .kind = OptionValue::File, .least = 1, .most = 1},
            .options = depthRows},
    Command{.name = "rm",
            .text = "Remove the entries of files from the cache. The files stay.",
            .operands = {.synopsis = "FILE...", .kind = OptionValue::File, .least = 1, .most = anyNumber},
            .options = depthRows},
    Command{.name = "entries",
            .text = "List the entries of the cache. With --json, a line for each.",
            .options = entryRows},
    Command{.name = "clear", .text = "Remove all entries from the cache.", .options = clearRows},
    Command{.name = "scan",
            .text = "Fill the cache from a folder. Without a folder, show the present or last scan.",
            .operands = {.synopsis = "[DIR]", .kind = OptionValue::Folder, .most = 1},
            .options = scanRows},
    Command{.name = "export",
            .text = "Write samples, events or entries to standard output.",
            .operands =
                {.synopsis = "WHAT", .kind = OptionValue::Word, .words = exportWords, .least = 1, .most = 1},
            .options = exportRows},
    Command{.name = "record",
            .text = "Save what is recorded as FILE, a recording that manometer FILE shows elsewhere; - is "
                    "standard output.",
            .operands = {.synopsis = "FILE", .kind = OptionValue::File, .least = 1, .most = 1},
            .options = recordRows},
    Command{.name = "processes", .text = "List the processes that use most memory."},
    Command{.name = "sources", .text = "List the signals of memory pressure, and which of them work."},
    Command{.name = "hits", .text = "Estimate the share of hits in memory at the cache limit of each level."},
    Command{.name = "whatif",
            .text = "Show what other thresholds would have done with the recorded memory use.",
            .options = whatIfRows},
    Command{.name = "suggest",
            .text = "Search thresholds that would have kept what you require. Exit code 5: there are none.",
            .options = suggestRows},
    Command{.name = "rehearse",
            .text = "Show what would be done with a curve of memory use, without waiting or changing "
                    "anything: a CSV file of exported samples, or one of these.",
            .operands = {.synopsis = "[CURVE]", .kind = OptionValue::File, .words = curves, .most = 1},
            .options = rehearseRows},
    Command{.name = "doctor", .text = "Check that Manometer runs and works, with advice where it does not."},
};

} // namespace

options::Program program()
{
    return {
        .name = "manometerctl",
        .text = "Controls a running Manometer: its status, its cache and its settings.",
        .options = {Row{.name = "help", .letter = 'h', .text = "Show this help; of a command, its own."},
                    Row{.name = "version", .letter = 'v', .text = "Show the version."},
                    Row{.name = "json", .letter = 'j', .text = "Print JSON for programs."},
                    Row{.name = "connect",
                        .value = OptionValue::Text,
                        .valueName = "ADDRESS",
                        .text = "Use unix:PATH or http://127.0.0.1:PORT instead of the running instance."},
                    Row{.name = "token-file",
                        .value = OptionValue::File,
                        .valueName = "FILE",
                        .text = "The token for an http address."},
                    Row{.name = "rehearsal",
                        .text = "Use the instance that rehearses, with --proc-root or --rehearse."},
                    Row{.name = "timeout",
                        .value = OptionValue::Number,
                        .valueName = "SECONDS",
                        .text = "Give up after SECONDS without an answer. "
                                "The default is 30, or 600 where files are read."}},
        .commands = commands};
}

} // namespace manometer::ctl
