// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/FitsHeader.h"

#include <optional>

namespace manometer::reader {

namespace {

std::string unquoted(std::string_view quoted)
{
    std::string text;
    for (std::size_t at = 1; at < quoted.size(); ++at) {
        if (quoted[at] == '\'') {
            if (at + 1 >= quoted.size() || quoted[at + 1] != '\'')
                break;
            ++at;
        }
        text += quoted[at];
    }
    while (text.ends_with(' ')) // trailing blanks are not significant
        text.pop_back();
    return text;
}

std::string_view digitsAt(std::string_view &text)
{
    std::size_t count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9')
        ++count;
    const std::string_view digits = text.substr(0, count);
    text.remove_prefix(count);
    return digits;
}

bool skip(std::string_view &text, std::string_view any)
{
    const bool isThere = !text.empty() && any.find(text.front()) != std::string_view::npos;
    text.remove_prefix(isThere ? 1 : 0);
    return isThere;
}

// FITS allows a plus sign, leading zeros, no digit beside the point and D for E; JSON does not.
std::optional<std::string> jsonNumberOf(std::string_view text)
{
    std::string number = text.starts_with('-') ? "-" : "";
    skip(text, "+-");
    std::string_view whole = digitsAt(text);
    std::string_view fraction;
    const bool hasPoint = skip(text, ".");
    if (hasPoint)
        fraction = digitsAt(text);
    if (whole.empty() && fraction.empty())
        return std::nullopt;
    while (whole.size() > 1 && whole.front() == '0')
        whole.remove_prefix(1);
    number += whole.empty() ? "0" : whole;
    if (hasPoint)
        number.append(".").append(fraction.empty() ? "0" : fraction);
    if (skip(text, "EeDd")) {
        number += text.starts_with('-') ? "e-" : "e";
        skip(text, "+-");
        const std::string_view exponent = digitsAt(text);
        if (exponent.empty())
            return std::nullopt;
        number += exponent;
    }
    return text.empty() ? std::optional(number) : std::nullopt;
}

} // namespace

FitsValue fitsValueOf(std::string_view value)
{
    while (value.starts_with(' '))
        value.remove_prefix(1);
    while (value.ends_with(' '))
        value.remove_suffix(1);
    if (value.empty())
        return {false, "null"};
    if (value.front() == '\'')
        return {true, unquoted(value)};
    if (value == "T" || value == "F")
        return {false, value == "T" ? "true" : "false"};
    if (auto number = jsonNumberOf(value))
        return {false, std::move(*number)};
    return {true, std::string(value)};
}

} // namespace manometer::reader
