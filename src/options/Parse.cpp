// SPDX-License-Identifier: GPL-3.0-or-later
#include "options/Parse.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace manometer::options {

namespace {

using Value = Row::Value;

Unexpected<std::string> refusal(std::string text)
{
    return Unexpected<std::string>(std::move(text));
}

std::string inQuotes(std::string_view text)
{
    return '\'' + std::string(text) + '\'';
}

bool isNumber(std::string_view text)
{
    double value = 0;
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc() && read.ptr == end && std::isfinite(value);
}

// For '72,5'; empty for what a point does not make a number.
std::string pointHint(std::string_view text)
{
    std::string withPoint(text);
    std::replace(withPoint.begin(), withPoint.end(), ',', '.');
    return withPoint != text && isNumber(withPoint) ? " Decimals are written with a point: " + withPoint + '.'
                                                    : "";
}

class Parser
{
public:
    Parser(const Program &program, std::span<const std::string_view> arguments)
        : m_program(program)
        , m_rest(arguments)
    {}

    Expected<Given, std::string> parse()
    {
        bool areOptionsOver = false;
        while (!m_rest.empty()) {
            const std::string_view word = take();
            Expected<void, std::string> done{};
            if (areOptionsOver || word == "-" || !word.starts_with('-'))
                done = takeOperand(word);
            else if (word == "--")
                areOptionsOver = true;
            else
                done = takeOption(word);
            if (!done)
                return refusal(done.error());
        }
        if (m_given.has("help") || m_given.has("version"))
            return m_given;
        if (!m_program.commands.empty() && !m_given.command)
            return refusal("A command is missing.");
        if (auto problem = operandProblem())
            return refusal(*problem);
        return m_given;
    }

private:
    std::string_view take()
    {
        const std::string_view word = m_rest.front();
        m_rest = m_rest.subspan(1);
        return word;
    }

    Expected<void, std::string> takeOperand(std::string_view word)
    {
        if (m_program.commands.empty() || m_given.command) {
            m_given.operands.push_back(word);
            return {};
        }
        const auto found = std::find_if(m_program.commands.begin(), m_program.commands.end(),
                                        [word](const Command &each) { return each.name == word; });
        if (found == m_program.commands.end())
            return refusal("Unknown command " + inQuotes(word) + '.');
        m_given.command = &*found;
        return {};
    }

    template<typename Matches>
    const Row *rowOf(const Matches &matches) const
    {
        std::array<std::span<const Row>, 2> lists{m_program.options, {}};
        if (m_given.command)
            lists[1] = m_given.command->options;
        for (const std::span<const Row> list : lists)
            if (const auto row = std::find_if(list.begin(), list.end(), matches); row != list.end())
                return &*row;
        return nullptr;
    }

    std::string unknownOption(std::string_view word) const
    {
        return m_given.command
                   ? std::string(m_given.command->name) + " has no option " + std::string(word) + '.'
                   : "Unknown option " + std::string(word) + '.';
    }

    Expected<void, std::string> takeOption(std::string_view word)
    {
        const bool isLong = word.starts_with("--");
        std::string_view name = word.substr(isLong ? 2 : 1);
        std::optional<std::string_view> value;
        if (const auto at = name.find('='); isLong && at != std::string_view::npos) {
            value = name.substr(at + 1);
            name = name.substr(0, at);
        }
        const auto matches = [name, isLong](const Row &row) {
            return isLong ? row.name == name : name.size() == 1 && row.letter == name.front();
        };
        const Row *row = rowOf(matches);
        if (!row)
            return refusal(unknownOption(word));
        return takeValue(*row, value);
    }

    Expected<void, std::string> takeValue(const Row &row, std::optional<std::string_view> value)
    {
        const std::string name = "--" + std::string(row.name);
        if (row.value == Value::None && value)
            return refusal(name + " takes no value.");
        if (row.value != Value::None && !value && row.isValueOptional && !m_rest.empty() &&
            isNumber(m_rest.front()))
            value = take();
        if (row.value != Value::None && !value && !row.isValueOptional) {
            if (m_rest.empty())
                return refusal(name + " needs a value: " + std::string(row.valueName) + '.');
            value = take();
        }
        if (row.value == Value::Number && value && !isNumber(*value))
            return refusal(name + " needs a number, not " + inQuotes(*value) + '.' + pointHint(*value));
        if (row.value == Value::Word && value)
            if (auto problem = wordProblem(row.words, *value, name))
                return refusal(*problem);
        m_given.add(row.name, value.value_or(""));
        return {};
    }

    static std::optional<std::string> wordProblem(std::span<const Word> words, std::string_view given,
                                                  std::string_view what)
    {
        std::string all;
        for (const Word &each : words) {
            if (given == each.word)
                return std::nullopt;
            all += (all.empty() ? "" : ", ") + std::string(each.word);
        }
        return std::string(what) + ": " + inQuotes(given) + " is not one of " + all + '.';
    }

    std::optional<std::string> operandProblem() const
    {
        const Operands allowed = m_given.command ? m_given.command->operands : Operands{};
        if (m_given.operands.size() > allowed.most)
            return "Unexpected argument " + inQuotes(m_given.operands[allowed.most]) + '.';
        if (m_given.operands.size() < allowed.least)
            return std::string(m_given.command->name) + ": " + allowed.synopsis + " is missing.";
        if (allowed.kind == Value::Word && !m_given.operands.empty())
            return wordProblem(allowed.words, m_given.operands.front(), m_given.command->name);
        return std::nullopt;
    }

    const Program &m_program;
    std::span<const std::string_view> m_rest;
    Given m_given;
};

} // namespace

std::optional<std::string_view> Given::find(std::string_view option) const
{
    for (auto each = m_options.rbegin(); each != m_options.rend(); ++each)
        if (each->first == option)
            return each->second;
    return std::nullopt;
}

std::vector<std::string_view> Given::values(std::string_view option) const
{
    std::vector<std::string_view> found;
    for (const auto &[name, value] : m_options)
        if (name == option)
            found.push_back(value);
    return found;
}

Expected<Given, std::string> parse(const Program &program, std::span<const std::string_view> arguments)
{
    return Parser(program, arguments).parse();
}

} // namespace manometer::options
