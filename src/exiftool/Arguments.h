// SPDX-License-Identifier: GPL-3.0-or-later
//
// What exiftool would make of a command's arguments, as far as we need to know: whether the command only
// reads metadata in a way that is a function of the file, the options and the program. What is not known for
// sure is not guessed: Nature::Unknown. After the parser of exiftool's script, 12.57 to 13.59 (its main loop,
// 'parse command-line options'). Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::exiftool {

struct Echo
{
    int stream = 1;       // 1: stdout, 2: stderr
    bool isAtEnd = false; // after the command; "${status}" in it is the command's status
    std::string text;
};

struct Command
{
    enum class Nature : std::uint8_t {
        Read,    // reads metadata, and nothing else that would change an answer
        Version, // -ver alone
        Passed,  // understood, but not to be answered from the cache: it writes, lists, or depends on more
        Unknown, // may be anything, and may change what later commands do
    };
    // How FileAccessDate, which changes without the file, may be in the output.
    enum class AccessTime : std::uint8_t {
        Absent,
        Labelled, // behind its name, if it is there
        Anywhere,
    };

    Nature nature = Nature::Read;
    AccessTime accessTime = AccessTime::Labelled;
    std::vector<std::string> arguments; // in their order, without -echo
    std::vector<std::string> options;   // the same without files
    std::vector<std::string> files;
    std::vector<Echo> echoes;
    bool hasTags = false;  // asks for some
    bool isQuiet = false;  // no {ready} without a number
    bool loadsMwg = false; // loads the MWG module, which changes later answers of a process
};

Command understand(const std::vector<std::string> &arguments);

// "-execute", "-Execute12"; empty for anything else. The number may be missing.
struct Execute
{
    bool isExecute = false;
    std::string number;
};
Execute executeOf(std::string_view argument);

// For lines: whether the argument behind this option is its value, even if it is "-execute". Unsure: versions
// differ. After %optArgs of the script.
enum class Value : std::uint8_t { None, Next, Unsure };
Value valueOf(std::string_view option);

} // namespace manometer::exiftool
