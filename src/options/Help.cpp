// SPDX-License-Identifier: GPL-3.0-or-later
#include "options/Descriptions.h"

#include <algorithm>

namespace manometer::options {

namespace {

using Value = Row::Value;

constexpr std::size_t lineWidth = 79;
constexpr std::size_t mostIndent = 30; // of the second column

// `text` in lines that begin at column `indent`; the first one is already there.
std::string wrapped(std::string_view text, std::size_t indent)
{
    std::string lines;
    std::size_t column = indent;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find(' '), text.size());
        if (column > indent && column + 1 + length > lineWidth) {
            lines += '\n' + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            lines += ' ';
            ++column;
        }
        lines += text.substr(0, length);
        column += length;
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return lines + '\n';
}

struct Line
{
    std::string name;
    std::string text;
};

void add(std::vector<Line> &lines, std::span<const Word> words)
{
    for (const Word &each : words)
        lines.push_back({"    " + std::string(each.word), each.text});
}

void add(std::vector<Line> &lines, std::span<const Row> rows)
{
    for (const Row &row : rows) {
        std::string name = row.letter ? "-" + std::string(1, row.letter) + ", " : std::string();
        name += "--" + std::string(row.name);
        if (row.value != Value::None)
            name += row.isValueOptional ? " [" + std::string(row.valueName) + ']'
                                        : ' ' + std::string(row.valueName);
        lines.push_back({name, row.text + (*row.standard ? " Without it: " + std::string(row.standard) + '.'
                                                         : std::string())});
        add(lines, row.words);
    }
}

std::string columns(std::string_view title, const std::vector<Line> &lines)
{
    std::size_t indent = 0;
    for (const Line &line : lines)
        indent = std::max(indent, std::min(line.name.size() + 4, mostIndent));
    std::string text = '\n' + std::string(title) + ":\n";
    for (const Line &line : lines) {
        text += "  " + line.name;
        if (line.name.size() + 4 > indent)
            text += '\n' + std::string(indent, ' ');
        else
            text.append(indent - 2 - line.name.size(), ' ');
        text += wrapped(line.text, indent);
    }
    return text;
}

} // namespace

std::string help(const Program &program)
{
    const bool hasCommands = !program.commands.empty();
    std::string text = "Usage: " + std::string(program.name) + (hasCommands ? " COMMAND" : "") +
                       " [OPTION]...\n" + wrapped(program.text, 0);
    std::vector<Line> commands;
    for (const Command &command : program.commands)
        commands.push_back({std::string(command.name), command.text});
    std::vector<Line> rows;
    add(rows, program.options);
    if (hasCommands)
        text += columns("Commands", commands);
    return text + columns("Options", rows);
}

std::string help(const Program &program, const Command &command)
{
    std::string text =
        "Usage: " + std::string(program.name) + ' ' + std::string(command.name) + " [OPTION]...";
    if (*command.operands.synopsis)
        text += ' ' + std::string(command.operands.synopsis);
    text += '\n' + wrapped(command.text, 0);
    std::vector<Line> words;
    add(words, command.operands.words);
    for (Line &line : words)
        line.name.erase(0, 4);
    if (!words.empty())
        text += columns("Arguments", words);
    std::vector<Line> rows;
    add(rows, command.options);
    if (!rows.empty())
        text += columns("Options", rows);
    std::vector<Line> common;
    add(common, program.options);
    return text + columns("Options of all commands", common);
}

} // namespace manometer::options
