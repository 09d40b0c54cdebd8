// SPDX-License-Identifier: GPL-3.0-or-later
//
// The lines of an argument file ("-@ -"), as exiftool reads them while it stays open: a command ends with
// "-execute". After FilterArgfileLine() and ReadStayOpen() of the script, 12.57 to 13.59. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::exiftool {

// One line, without what ends it. Empty for a comment or a blank line.
struct Line
{
    std::optional<std::string> argument{};
    bool isSure = true; // false: what exiftool makes of its escapes depends on the version
};
Line lineOf(std::string_view line);

// The argument as a line, without what ends it. Empty for what no line can express in all versions.
std::optional<std::string> lineFor(std::string_view argument);

// Collects lines to commands.
class ArgumentLines
{
public:
    void append(std::string_view bytes) { m_bytes += bytes; }

    enum class Kind : std::uint8_t {
        Incomplete, // more bytes are needed
        Command,    // up to its -execute
        StayOpen,   // -stay_open with its value: the last two arguments
        Unsure,     // what follows may be anything: see takeRaw()
    };
    struct Part
    {
        Kind kind = Kind::Incomplete;
        std::vector<std::string> arguments{}; // without -execute
        std::string number{};                 // of -execute
        std::string raw{};                    // its bytes, with -execute
    };
    Part next();
    // All bytes that no part has returned: an unfinished command and what is behind it.
    std::string takeRaw();
    // Whether a command has begun.
    bool hasArguments() const { return !m_arguments.empty(); }

private:
    Part take(Kind kind, std::string number = {});

    std::string m_bytes;
    std::size_t m_parsed = 0; // of m_bytes, in m_arguments
    std::vector<std::string> m_arguments;
    std::string m_option; // whose value is next; empty: none
};

} // namespace manometer::exiftool
