// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/OptionDescriptions.h"

namespace manometer::app {

namespace {

using Value = OptionRow::Value;

QByteArray bytes(QLatin1StringView text)
{
    return {text.data(), text.size()};
}

// Escapes hyphens (\- is a minus sign, at which no line is broken) and backslashes.
QByteArray roff(QByteArray text)
{
    text.replace('\\', "\\e").replace('-', "\\-").replace("…", "...");
    // At the start of a line '.' and ''' would begin a request.
    if (text.startsWith('.') || text.startsWith('\''))
        text.prepend("\\&");
    return text;
}

QByteArray wordsOf(const OptionRow &row)
{
    QByteArrayList words;
    for (const OptionWord &each : row.words)
        words += each.word;
    return words.join(' ');
}

// In single quotes, for shells without escapes in them (bash, zsh).
QByteArray quoted(QByteArray text)
{
    return '\'' + text.replace('\'', "'\\''") + '\'';
}

// The sentence without its final punctuation, for a list of completions.
QByteArray brief(const char *text)
{
    QByteArray sentence(text);
    while (sentence.endsWith('.') || sentence.endsWith(':'))
        sentence.chop(1);
    return sentence;
}

// Escapes the characters that _arguments interprets in a description.
QByteArray zshText(QByteArray text)
{
    return text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]").replace(':', "\\:");
}

QByteArray zshValue(const OptionRow &row)
{
    const QByteArray head = ':' + QByteArray(row.valueName) + ':';
    switch (row.value) {
    case Value::None:
        return {};
    case Value::Folder:
        return head + "_files -/";
    case Value::File:
        return head + "_files";
    case Value::Number:
    case Value::Text:
        return head;
    case Value::Word:
        break;
    }
    QByteArrayList words;
    for (const OptionWord &each : row.words)
        words += QByteArray(each.word) + "\\:\"" + zshText(each.text) + '"';
    return head + "((" + words.join(' ') + "))";
}

} // namespace

QByteArray manualPage(Program program, QByteArray page, const QByteArray &version)
{
    QByteArray options;
    for (const OptionRow &row : optionTable(program)) {
        options += ".TP\n";
        options += row.value == Value::None ? ".B " : ".BI ";
        if (row.letter)
            options += "\\-" + QByteArray(1, row.letter) + "\\fR, \\fB";
        options += "\\-\\-" + roff(bytes(row.name));
        if (row.value != Value::None)
            options += " \\~" + QByteArray(row.valueName);
        options += '\n' + roff(row.text) + '\n';
        if (*row.standard)
            options += "Without it: " + roff(row.standard) + ".\n";
        for (const OptionWord &each : row.words)
            options += ".RS\n.TP\n.B " + roff(each.word) + '\n' + roff(each.text) + "\n.RE\n";
    }
    return page.replace("@OPTIONS@\n", options).replace("@VERSION@", version);
}

QByteArray bashCompletion(Program program)
{
    const QByteArray name = nameOf(program);
    QByteArray all;
    QByteArrayList folders;
    QByteArrayList files;
    QByteArrayList numbers;
    QByteArray words;
    for (const OptionRow &row : optionTable(program)) {
        const QByteArray option = "--" + bytes(row.name);
        all += (all.isEmpty() ? "" : " ") + option;
        switch (row.value) {
        case Value::None:
            break;
        case Value::Folder:
            folders += option;
            break;
        case Value::File:
            files += option;
            break;
        case Value::Number:
        case Value::Text:
            numbers += option;
            break;
        case Value::Word:
            words += "    " + option + ")\n        COMPREPLY=($(compgen -W " + quoted(wordsOf(row)) +
                     " -- \"$current\"))\n        ;;\n";
            break;
        }
    }
    // Uses only bash itself: the package bash-completion may be missing. '=' is a separate word in
    // COMP_WORDS.
    return "# bash completion for " + name + ", made from its table of options\n_" + name +
           "()\n{\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
           "    if [[ $current == = ]]; then\n"
           "        current=\n"
           "    elif [[ $before == = ]]; then\n"
           "        before=${COMP_WORDS[COMP_CWORD - 2]}\n"
           "    fi\n"
           "    COMPREPLY=()\n"
           "    case $before in\n" +
           words + "    " + folders.join(" | ") +
           ")\n        compopt -o filenames 2>/dev/null\n"
           "        mapfile -t COMPREPLY < <(compgen -d -- \"$current\")\n        ;;\n    " +
           files.join(" | ") +
           ")\n        compopt -o filenames 2>/dev/null\n"
           "        mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n        ;;\n    " +
           numbers.join(" | ") +
           ") ;;\n"
           "    *)\n        COMPREPLY=($(compgen -W " +
           quoted(all) +
           " -- \"$current\"))\n        ;;\n"
           "    esac\n}\n"
           "complete -F _" +
           name + ' ' + name + '\n';
}

QByteArray zshCompletion(Program program)
{
    QByteArray text = "#compdef " + QByteArray(nameOf(program)) +
                      "\n# made from the program's table of options\n_arguments -s \\\n";
    for (const OptionRow &row : optionTable(program)) {
        const QByteArray name = "--" + bytes(row.name);
        const QByteArray rest = '[' + zshText(brief(row.text)) + ']' + zshValue(row);
        // '=' after the name: the value may follow it or be the next word.
        const QByteArray longForm = name + (row.value == Value::None ? "" : "=");
        if (row.letter) {
            const QByteArray letter = '-' + QByteArray(1, row.letter);
            text += "  " + quoted('(' + letter + ' ' + name + ')' + letter + rest) + " \\\n";
            text += "  " + quoted('(' + letter + ' ' + name + ')' + longForm + rest) + " \\\n";
        } else {
            text += "  " + quoted(longForm + rest) + " \\\n";
        }
    }
    text.chop(3);
    return text + '\n';
}

QByteArray fishCompletion(Program program)
{
    const QByteArray name = nameOf(program);
    QByteArray text =
        "# fish completion for " + name + ", made from its table of options\ncomplete -c " + name + " -f\n";
    // In single quotes fish knows only the escapes \' and \\.
    const auto fish = [](QByteArray words) {
        return '\'' + words.replace('\\', "\\\\").replace('\'', "\\'") + '\'';
    };
    for (const OptionRow &row : optionTable(program)) {
        text += "complete -c " + name;
        if (row.letter)
            text += " -s " + QByteArray(1, row.letter);
        text += " -l " + bytes(row.name) + " -d " + fish(brief(row.text));
        switch (row.value) {
        case Value::None:
            break;
        case Value::Folder:
            text += " -x -a '(__fish_complete_directories)'";
            break;
        case Value::File:
            text += " -r -F";
            break;
        case Value::Number:
        case Value::Text:
            text += " -x";
            break;
        case Value::Word: {
            QByteArrayList words;
            for (const OptionWord &each : row.words)
                words += QByteArray(each.word) + "\\t\"" + each.text + '"';
            // fish expands \t to a tab when it offers the words.
            text += " -x -a " + fish(words.join(' '));
            break;
        }
        }
        text += '\n';
    }
    return text;
}

} // namespace manometer::app
