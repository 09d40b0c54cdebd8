// SPDX-License-Identifier: GPL-3.0-or-later
//
// The type of the tables that describe a program's command line: its options and, of a program like git, its
// commands. Help, parser (Parse.h), manual page and completions (Descriptions.h) are made from one such
// table. All texts are in English; a program with translations translates them where it shows them. Values;
// std only; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace manometer::options {

// An allowed value of an option or an operand with a fixed set of values.
struct Word
{
    const char *word;
    const char *text; // for people; not translated
};

struct Row
{
    // The type of the option's value, for parsing and completion. Text is anything else.
    enum class Value : std::uint8_t { None, Folder, File, Number, Word, Text };

    std::string_view name; // without the dashes
    char letter = 0;       // the short form; 0: none
    Value value = Value::None;
    const char *valueName = "";    // placeholder in the help: DIR
    const char *text;              // a sentence; not translated
    std::span<const Word> words{}; // of a Word all that are allowed; of a File those that name none
    const char *standard = "";     // the default, if it does not depend on the user
    std::uint8_t of = 0;           // where programs share a table: the one that has the option; 0: all
    bool isValueOptional = false;  // the next word is the value only if it is a number
};

// What follows a command besides options.
struct Operands
{
    const char *synopsis = ""; // FILE...
    Row::Value kind = Row::Value::None;
    std::span<const Word> words{}; // of the first operand, if its kind is Word or File
    std::size_t least = 0;
    std::size_t most = 0;
};

inline constexpr std::size_t anyNumber = SIZE_MAX;

struct Command
{
    std::string_view name;
    const char *text; // a sentence
    Operands operands{};
    std::span<const Row> options{}; // besides the program's
};

struct Program
{
    std::string_view name;
    const char *text; // a sentence
    std::vector<Row> options{};
    std::span<const Command> commands{};
};

} // namespace manometer::options
