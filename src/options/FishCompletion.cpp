// SPDX-License-Identifier: GPL-3.0-or-later
#include "options/Descriptions.h"
#include "options/Words.h"

namespace manometer::options {

namespace {

using Value = Row::Value;

// In single quotes fish knows only the escapes \' and \\.
std::string fish(std::string text)
{
    return '\'' + replaced(replaced(std::move(text), "\\", "\\\\"), "'", "\\'") + '\'';
}

// fish expands \t to a tab when it offers the words.
std::string described(std::span<const Word> words)
{
    std::string all;
    for (const Word &each : words)
        all += (all.empty() ? "" : " ") + std::string(each.word) + "\\t\"" + each.text + '"';
    return fish(all);
}

std::string optionLines(std::span<const Row> rows, const std::string &start)
{
    std::string text;
    for (const Row &row : rows) {
        text += start;
        if (row.letter)
            text += " -s " + std::string(1, row.letter);
        text += " -l " + std::string(row.name) + " -d " + fish(brief(row.text));
        switch (row.value) {
        case Value::None:
            break;
        case Value::Folder:
            text += " -x -a '(__fish_complete_directories)'";
            break;
        case Value::File:
            text += row.words.empty() ? " -r -F" : " -r -F -a " + described(row.words);
            break;
        case Value::Number:
        case Value::Text:
            text += row.isValueOptional ? "" : " -x";
            break;
        case Value::Word:
            text += " -x -a " + described(row.words);
            break;
        }
        text += '\n';
    }
    return text;
}

std::string operandLine(const Operands &operands, const std::string &start)
{
    switch (operands.kind) {
    case Value::None:
    case Value::Number:
    case Value::Text:
        return {};
    case Value::Folder:
        return start + " -a '(__fish_complete_directories)'\n";
    case Value::File:
        return start + (operands.words.empty() ? " -F" : " -F -a " + described(operands.words)) + '\n';
    case Value::Word:
        break;
    }
    return start + " -a " + described(operands.words) + '\n';
}

} // namespace

std::string fishCompletion(const Program &program)
{
    const std::string name(program.name);
    const std::string start = "complete -c " + name;
    std::string text = "# fish completion for " + name + ", made from its table of options\n" + start +
                       " -f\n" + optionLines(program.options, start);
    for (const Command &command : program.commands)
        text += start + " -n __fish_use_subcommand -a " + std::string(command.name) + " -d " +
                fish(brief(command.text)) + '\n';
    for (const Command &command : program.commands) {
        const std::string own =
            start + " -n '__fish_seen_subcommand_from " + std::string(command.name) + '\'';
        text += optionLines(command.options, own) + operandLine(command.operands, own);
    }
    return text;
}

} // namespace manometer::options
