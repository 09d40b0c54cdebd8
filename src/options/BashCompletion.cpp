// SPDX-License-Identifier: GPL-3.0-or-later
#include "options/Descriptions.h"
#include "options/Words.h"

namespace manometer::options {

namespace {

using Value = Row::Value;

constexpr std::string_view offerFolders = ")\n        compopt -o filenames 2>/dev/null\n"
                                          "        mapfile -t COMPREPLY < <(compgen -d -- \"$current\")\n"
                                          "        ;;\n";
constexpr std::string_view offerFiles = ")\n        compopt -o filenames 2>/dev/null\n"
                                        "        mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
                                        "        ;;\n";

std::string offerWords(const std::string &words)
{
    return ")\n        COMPREPLY=($(compgen -W " + quoted(words) + " -- \"$current\"))\n        ;;\n";
}

// Files, and the words that stand for none.
std::string offerFilesAnd(std::span<const Word> words)
{
    return ")\n        compopt -o filenames 2>/dev/null\n"
           "        mapfile -t COMPREPLY < <(compgen -W " +
           quoted(wordsOf(words)) + " -f -- \"$current\")\n        ;;\n";
}

std::string optionNames(std::span<const Row> rows)
{
    std::string names;
    for (const Row &row : rows)
        names += (names.empty() ? "--" : " --") + std::string(row.name);
    return names;
}

// The branches of a case for the word before the current one: what each option's value can be. The patterns
// begin with `scope`.
std::string valueBranches(std::span<const Row> rows, const std::string &scope)
{
    std::string branches;
    std::string folders;
    std::string files;
    std::string others;
    const auto add = [](std::string &patterns, const std::string &option) {
        patterns += (patterns.empty() ? "    " : " | ") + option;
    };
    for (const Row &row : rows) {
        const std::string option = scope + "--" + std::string(row.name);
        switch (row.value) {
        case Value::None:
            break;
        case Value::Folder:
            add(folders, option);
            break;
        case Value::File:
            if (row.words.empty())
                add(files, option);
            else
                branches += "    " + option + offerFilesAnd(row.words);
            break;
        case Value::Number:
        case Value::Text:
            if (!row.isValueOptional)
                add(others, option);
            break;
        case Value::Word:
            branches += "    " + option + offerWords(wordsOf(row.words));
            break;
        }
    }
    if (!folders.empty())
        branches += folders + std::string(offerFolders);
    if (!files.empty())
        branches += files + std::string(offerFiles);
    if (!others.empty())
        branches += others + ") ;;\n";
    return branches;
}

// What a command's operands can be. `options` are the names of all its options.
std::string operandBranches(const Command &command, const std::string &options)
{
    const std::string scope = "    " + std::string(command.name) + ":";
    std::string branches = scope + "*:-*" + offerWords(options);
    switch (command.operands.kind) {
    case Value::Folder:
        return branches + scope + '*' + std::string(offerFolders);
    case Value::File:
        return branches + scope + '*' +
               (command.operands.words.empty() ? std::string(offerFiles)
                                               : offerFilesAnd(command.operands.words));
    case Value::Word:
        // The first operand: the word before it is the command's name.
        return branches + scope + std::string(command.name) + ":*" +
               offerWords(wordsOf(command.operands.words));
    case Value::None:
        return branches + scope + '*' + offerWords(options);
    case Value::Number:
    case Value::Text:
        break;
    }
    return branches;
}

// '=' is a separate word in COMP_WORDS.
constexpr std::string_view splitWords =
    "    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
    "    if [[ $current == = ]]; then\n"
    "        current=\n"
    "    elif [[ $before == = ]]; then\n"
    "        before=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "    fi\n"
    "    COMPREPLY=()\n";

std::string withoutCommands(const Program &program)
{
    return "    case $before in\n" + valueBranches(program.options, "") + "    *" +
           offerWords(optionNames(program.options)) + "    esac\n";
}

std::string withCommands(const Program &program)
{
    std::string withValue;
    for (const Row &row : program.options)
        if (row.value != Value::None)
            withValue += (withValue.empty() ? "--" : " | --") + std::string(row.name);
    std::string names = optionNames(program.options);
    for (const Command &command : program.commands)
        names += ' ' + std::string(command.name);
    std::string branches;
    for (const Command &command : program.commands)
        branches += valueBranches(command.options, std::string(command.name) + ':');
    std::string operands;
    for (const Command &command : program.commands) {
        std::string all = optionNames(command.options);
        all += (all.empty() ? "" : " ") + optionNames(program.options);
        operands += operandBranches(command, all);
    }
    return "    local command= i\n"
           "    for ((i = 1; i < COMP_CWORD; ++i)); do\n"
           "        case ${COMP_WORDS[i]} in\n"
           "        " +
           withValue +
           ")\n            [[ ${COMP_WORDS[i + 1]} == = ]] && ((++i))\n            ((++i))\n            ;;\n"
           "        -*) ;;\n"
           "        *)\n            command=${COMP_WORDS[i]}\n            break\n            ;;\n"
           "        esac\n"
           "    done\n"
           "    case $command:$before in\n" +
           valueBranches(program.options, "*:") + branches +
           "    *)\n        case $command:$before:$current in\n    :*" + offerWords(names) + operands +
           "        esac\n        ;;\n    esac\n";
}

} // namespace

std::string bashCompletion(const Program &program)
{
    const std::string name(program.name);
    // Uses only bash itself: the package bash-completion may be missing.
    return "# bash completion for " + name + ", made from its table of options\n_" + name + "()\n{\n" +
           std::string(splitWords) +
           (program.commands.empty() ? withoutCommands(program) : withCommands(program)) +
           "}\ncomplete -F _" + name + ' ' + name + '\n';
}

} // namespace manometer::options
