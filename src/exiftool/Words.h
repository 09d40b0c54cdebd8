// SPDX-License-Identifier: GPL-3.0-or-later
//
// Texts of arguments, as Perl's regular expressions see bytes. Internal to exiftool. Pure.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::exiftool {

using Words = std::vector<std::string_view>;

inline bool isDigit(char c)
{
    return '0' <= c && c <= '9';
}

inline bool isWord(char c) // \w
{
    return isDigit(c) || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '_';
}

inline bool isAll(std::string_view text, bool (*is)(char))
{
    return std::all_of(text.begin(), text.end(), is);
}

inline bool isOneOf(std::string_view text, const Words &words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

inline std::string_view withoutDigits(std::string_view text) // at its end
{
    while (!text.empty() && isDigit(text.back()))
        text.remove_suffix(1);
    return text;
}

inline std::string_view withoutMarks(std::string_view name) // at its end: -w!, -ext+
{
    while (!name.empty() && (name.back() == '!' || name.back() == '+'))
        name.remove_suffix(1);
    return name;
}

inline std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

// The dash that exiftool takes for "-": U+2212.
constexpr std::string_view minusSign = "\xe2\x88\x92";

inline bool isOption(std::string_view argument)
{
    return argument.starts_with('-') || argument.starts_with(minusSign);
}

} // namespace manometer::exiftool
