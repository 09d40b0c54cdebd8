// SPDX-License-Identifier: GPL-3.0-or-later
#include "options/Descriptions.h"
#include "options/Words.h"

namespace manometer::options {

namespace {

using Value = Row::Value;

// Escapes the characters that _arguments interprets in a description.
std::string zshText(std::string text)
{
    for (const std::string_view each : {"\\", "[", "]", ":"})
        text = replaced(std::move(text), each, "\\" + std::string(each));
    return text;
}

std::string action(Value kind, std::span<const Word> words)
{
    switch (kind) {
    case Value::None:
    case Value::Number:
    case Value::Text:
        return {};
    case Value::Folder:
        return "_files -/";
    case Value::File: {
        if (words.empty())
            return "_files";
        std::string names;
        for (const Word &each : words)
            names += std::string(" ") + each.word;
        return "{compadd --" + names + "; _files}";
    }
    case Value::Word:
        break;
    }
    std::string all;
    for (const Word &each : words)
        all += (all.empty() ? "" : " ") + std::string(each.word) + "\\:\"" + zshText(each.text) + '"';
    return "((" + all + "))";
}

// One line a specification, with `indent` before each.
std::string optionSpecs(std::span<const Row> rows, const std::string &indent)
{
    std::string text;
    for (const Row &row : rows) {
        const std::string name = "--" + std::string(row.name);
        const std::string rest =
            '[' + zshText(brief(row.text)) + ']' +
            (row.value == Value::None ? ""
                                      : (row.isValueOptional ? "::" : ":") + std::string(row.valueName) +
                                            ':' + action(row.value, row.words));
        // '=' after the name: the value may follow it or be the next word.
        const std::string longForm = name + (row.value == Value::None ? "" : "=");
        const auto add = [&text, &indent](const std::string &spec) {
            text.append(indent).append(quoted(spec)).append(" \\\n");
        };
        if (row.letter) {
            const std::string letter = '-' + std::string(1, row.letter);
            std::string exclusive = "(";
            exclusive.append(letter).append(" ").append(name).append(")");
            add(std::string(exclusive).append(letter).append(rest));
            add(std::string(exclusive).append(longForm).append(rest));
        } else {
            add(longForm + rest);
        }
    }
    return text;
}

std::string operandSpecs(const Operands &operands, const std::string &indent)
{
    if (operands.kind == Value::None)
        return {};
    const std::string place = operands.kind == Value::Word || operands.most == 1 ? "1:" : "*:";
    return indent + quoted(place + zshText(operands.synopsis) + ':' + action(operands.kind, operands.words)) +
           " \\\n";
}

std::string withoutLastContinuation(std::string text)
{
    text.erase(text.size() - 3);
    return text + '\n';
}

} // namespace

std::string zshCompletion(const Program &program)
{
    std::string text =
        "#compdef " + std::string(program.name) + "\n# made from the program's table of options\n";
    if (program.commands.empty())
        return withoutLastContinuation(text + "_arguments -s \\\n" + optionSpecs(program.options, "  "));
    std::string commands;
    for (const Command &command : program.commands)
        commands += (commands.empty() ? "" : " ") + std::string(command.name) + "\\:\"" +
                    zshText(brief(command.text)) + '"';
    text += "local context state state_descr line\ntypeset -A opt_args\n_arguments -s -C \\\n" +
            optionSpecs(program.options, "  ") + "  " + quoted("1:command:((" + commands + "))") +
            " \\\n  '*::argument:->argument'\n"
            "[[ $state == argument ]] || return 0\ncase $words[1] in\n";
    for (const Command &command : program.commands)
        text += std::string(command.name) + ")\n" +
                withoutLastContinuation("  _arguments -s \\\n" + optionSpecs(command.options, "    ") +
                                        optionSpecs(program.options, "    ") +
                                        operandSpecs(command.operands, "    ")) +
                "  ;;\n";
    return text + "esac\n";
}

} // namespace manometer::options
