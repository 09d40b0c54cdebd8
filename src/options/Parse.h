// SPDX-License-Identifier: GPL-3.0-or-later
//
// Parses a command line by a program's table: `--name VALUE`, `--name=VALUE`, `-x`, in any order, but a
// command's options after its name; `--` ends the options. Arguments are bytes, as the kernel delivers them.
// std only; pure; any thread. For programs without Qt; manometer and manometerd parse by the same table with
// QCommandLineParser, which translates.
#pragma once

#include "expected/Expected.h"
#include "options/Table.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace manometer::options {

// What was given. The views are into the table and the arguments, which must outlive it.
class Given
{
public:
    const Command *command = nullptr; // null: none was given
    std::vector<std::string_view> operands{};

    bool has(std::string_view option) const { return find(option).has_value(); }
    // Of an option given twice the last value; empty without one.
    std::string_view value(std::string_view option) const { return find(option).value_or(""); }
    std::optional<std::string_view> find(std::string_view option) const;
    std::vector<std::string_view> values(std::string_view option) const; // all, in their order
    void add(std::string_view option, std::string_view value) { m_options.emplace_back(option, value); }

private:
    std::vector<std::pair<std::string_view, std::string_view>> m_options;
};

// The error is a sentence for the user. With --help or --version nothing that is missing is an error.
Expected<Given, std::string> parse(const Program &program, std::span<const std::string_view> arguments);

} // namespace manometer::options
