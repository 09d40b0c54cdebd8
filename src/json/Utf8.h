// SPDX-License-Identifier: GPL-3.0-or-later
//
// Validates UTF-8 (RFC 3629: no surrogates, no overlong forms, nothing above U+10FFFF) and escapes control
// characters; shared by reader and writer. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace manometer::json {

// U+FFFD, which replaces invalid bytes.
constexpr std::string_view replacementCharacter = "\xef\xbf\xbd";

// \u00XX, for a control character in a string (RFC 8259, section 7).
inline void appendControlEscape(std::string &out, unsigned char character)
{
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u00";
    out += digits[character >> 4];
    out += digits[character & 0xf];
}

// Length of the character at the start of `text` in bytes; 0 if it is invalid. `text` is not empty.
inline std::size_t characterBytes(std::string_view text)
{
    const auto byte = [text](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const auto continues = [&byte](std::size_t from, std::size_t to) {
        for (std::size_t at = from; at <= to; ++at)
            if ((byte(at) & 0xc0U) != 0x80U)
                return false;
        return true;
    };
    const unsigned first = byte(0);
    const unsigned second = byte(1);
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return continues(1, 1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef)
        return continues(1, 2) && !(first == 0xe0 && second < 0xa0) && !(first == 0xed && second > 0x9f) ? 3
                                                                                                         : 0;
    if (first >= 0xf0 && first <= 0xf4)
        return continues(1, 3) && !(first == 0xf0 && second < 0x90) && !(first == 0xf4 && second > 0x8f) ? 4
                                                                                                         : 0;
    return 0;
}

} // namespace manometer::json
