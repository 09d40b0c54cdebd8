// SPDX-License-Identifier: GPL-3.0-or-later
#include "options/Descriptions.h"
#include "options/Words.h"

namespace manometer::options {

namespace {

using Value = Row::Value;

// Escapes hyphens (\- is a minus sign, at which no line is broken) and backslashes.
std::string roff(std::string_view raw)
{
    std::string text = replaced(std::string(raw), "\\", "\\e");
    text = replaced(replaced(std::move(text), "-", "\\-"), "…", "...");
    // At the start of a line '.' and ''' would begin a request.
    return text.starts_with('.') || text.starts_with('\'') ? "\\&" + text : text;
}

std::string wordList(std::span<const Word> words)
{
    std::string text;
    for (const Word &each : words)
        text += ".RS\n.TP\n.B " + roff(each.word) + '\n' + roff(each.text) + "\n.RE\n";
    return text;
}

std::string optionList(std::span<const Row> rows)
{
    std::string text;
    for (const Row &row : rows) {
        std::string names = row.letter ? "\\-" + std::string(1, row.letter) + "\\fR, \\fB" : std::string();
        names += "\\-\\-" + roff(row.name);
        text += ".TP\n";
        if (row.isValueOptional)
            text += ".BI \"" + names + " \\fR[\" " + row.valueName + " \\fR]";
        else if (row.value == Value::None)
            text += ".B " + names;
        else
            text += ".BI " + names + " \\~" + row.valueName;
        text += '\n' + roff(row.text) + '\n';
        if (*row.standard)
            text += "Without it: " + roff(row.standard) + ".\n";
        text += wordList(row.words);
    }
    return text;
}

std::string commandList(std::span<const Command> commands)
{
    std::string text;
    for (const Command &command : commands) {
        text += ".TP\n.BI " + roff(command.name);
        if (*command.operands.synopsis)
            text += " \" " + roff(command.operands.synopsis) + '"';
        text += '\n' + roff(command.text) + '\n' + wordList(command.operands.words);
        if (!command.options.empty())
            text += ".RS\n" + optionList(command.options) + ".RE\n";
    }
    return text;
}

} // namespace

std::string manualPage(const Program &program, std::string_view page, std::string_view version)
{
    std::string text = replaced(std::string(page), "@OPTIONS@\n", optionList(program.options));
    text = replaced(std::move(text), "@COMMANDS@\n", commandList(program.commands));
    return replaced(std::move(text), "@VERSION@", version);
}

} // namespace manometer::options
