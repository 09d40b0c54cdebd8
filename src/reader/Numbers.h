// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers as text for JSON. Pure; any thread.
#pragma once

#include <array>
#include <charconv>
#include <cmath>
#include <concepts>
#include <string>

namespace manometer::reader {

template<std::integral Integer>
std::string numberText(Integer value)
{
    return std::to_string(value);
}

// `value` is finite. The shortest text that is read as the same number.
inline std::string numberText(double value)
{
    std::array<char, 64> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end.ptr};
}

// `value` is finite and small.
inline std::string numberText(double value, int decimals)
{
    std::array<char, 64> text;
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
    return {text.data(), end.ptr};
}

} // namespace manometer::reader
