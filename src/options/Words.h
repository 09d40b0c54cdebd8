// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small pieces of text that the generators of this room share. Pure; any thread.
#pragma once

#include "options/Table.h"

#include <string>
#include <string_view>

namespace manometer::options {

inline std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

// In single quotes, for shells without escapes in them (bash, zsh).
inline std::string quoted(const std::string &text)
{
    return '\'' + replaced(text, "'", "'\\''") + '\'';
}

// The sentence without its final punctuation, for a list of completions.
inline std::string brief(std::string_view text)
{
    while (text.ends_with('.') || text.ends_with(':'))
        text.remove_suffix(1);
    return std::string(text);
}

inline std::string wordsOf(std::span<const Word> words)
{
    std::string text;
    for (const Word &each : words)
        text += (text.empty() ? "" : " ") + std::string(each.word);
    return text;
}

} // namespace manometer::options
