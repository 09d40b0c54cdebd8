// SPDX-License-Identifier: GPL-3.0-or-later
#include "exiftool/ArgumentLines.h"

#include "exiftool/Arguments.h"
#include "exiftool/Words.h"

#include <algorithm>
#include <utility>

namespace manometer::exiftool {

namespace {

constexpr std::string_view spaces = " \t\r\n\f\v";
constexpr std::string_view escapesMark = "#[CSTR]";
constexpr std::string_view escapeLetters = "abfnrt\"\\";
constexpr std::string_view escapedBytes = "\a\b\f\n\r\t\"\\";

Line unescaped(std::string_view text)
{
    Line line{.argument = std::string()};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"' || text[i] == '$' || text[i] == '@')
            return {.argument = std::string(), .isSure = false};
        if (text[i] != '\\') {
            *line.argument += text[i];
            continue;
        }
        const std::size_t letter = ++i < text.size() ? escapeLetters.find(text[i]) : std::string_view::npos;
        if (letter == std::string_view::npos)
            return {.argument = std::string(), .isSure = false};
        *line.argument += escapedBytes[letter];
    }
    return line;
}

// "-TAG  += value" as "-TAG+=value".
std::string withoutSpacesAtEquals(std::string_view argument)
{
    const auto isName = [](char c) {
        return ('0' <= c && c <= '9') || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '_' ||
               c == '-' || c == ':';
    };
    std::size_t i = 1;
    while (i < argument.size() && isName(argument[i]))
        ++i;
    if (i == 1 || i == argument.size() || argument.front() != '-')
        return std::string(argument);
    // A "-" before "=" may be the name's last character or the operator's first: the same either way, since
    // no space is taken between them.
    const std::size_t nameEnd = i + (argument[i] == '#' ? 1 : 0);
    std::size_t sign = argument.find_first_not_of(spaces, nameEnd);
    if (sign == std::string_view::npos)
        return std::string(argument);
    std::size_t equals = sign;
    if (argument[sign] == '+' || argument[sign] == '-' || argument[sign] == '<')
        ++equals;
    if (equals >= argument.size() || argument[equals] != '=')
        return std::string(argument);
    std::string result(argument.substr(0, nameEnd));
    result += argument.substr(sign, equals + 1 - sign);
    std::string_view value = argument.substr(equals + 1);
    if (value.starts_with(' '))
        value.remove_prefix(1);
    return result.append(value);
}

} // namespace

Line lineOf(std::string_view line)
{
    const std::size_t end = line.find_last_not_of("\r\n");
    if (line.starts_with('#')) {
        if (!line.starts_with(escapesMark))
            return {};
        return unescaped(line.substr(0, end + 1).substr(escapesMark.size()));
    }
    const std::size_t begin = line.find_first_not_of(spaces);
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin)
        return {};
    return {.argument = withoutSpacesAtEquals(line.substr(begin, end + 1 - begin))};
}

std::optional<std::string> lineFor(std::string_view argument)
{
    if (const Line plain = lineOf(argument);
        argument.find('\n') == std::string_view::npos && plain.argument && *plain.argument == argument)
        return std::string(argument);
    if (argument.find_first_of("$@") != std::string_view::npos)
        return std::nullopt;
    std::string line(escapesMark);
    for (const char c : argument) {
        const std::size_t escape = escapedBytes.find(c);
        if (escape == std::string_view::npos)
            line += c;
        else
            line.append(1, '\\').append(1, escapeLetters[escape]);
    }
    return line;
}

ArgumentLines::Part ArgumentLines::next()
{
    for (;;) {
        const std::size_t end = m_bytes.find('\n', m_parsed);
        if (end == std::string::npos)
            return {};
        const Line line = lineOf(std::string_view(m_bytes).substr(m_parsed, end - m_parsed));
        if (!line.isSure)
            return {.kind = Kind::Unsure};
        m_parsed = end + 1;
        if (!line.argument)
            continue;
        const std::string &argument = *line.argument;
        const std::string option = std::exchange(m_option, {});
        if (!option.empty()) {
            m_arguments.push_back(argument);
            if (option == "-stay_open")
                return take(Kind::StayOpen);
            continue;
        }
        if (const Execute execute = executeOf(argument); execute.isExecute)
            return take(Kind::Command, execute.number);
        const Value value = valueOf(argument);
        if (value == Value::Unsure || argument == "-@" || argument == "--") {
            m_parsed = 0;
            return {.kind = Kind::Unsure};
        }
        m_arguments.push_back(argument);
        if (value == Value::Next)
            m_option = lowered(argument);
    }
}

ArgumentLines::Part ArgumentLines::take(Kind kind, std::string number)
{
    Part part{.kind = kind,
              .arguments = std::exchange(m_arguments, {}),
              .number = std::move(number),
              .raw = m_bytes.substr(0, m_parsed)};
    m_bytes.erase(0, std::exchange(m_parsed, 0));
    return part;
}

std::string ArgumentLines::takeRaw()
{
    m_parsed = 0;
    m_arguments.clear();
    m_option.clear();
    return std::exchange(m_bytes, {});
}

} // namespace manometer::exiftool
