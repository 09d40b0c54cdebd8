// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Bytes.h"

#include "json/Utf8.h"

#include <algorithm>

namespace manometer::client {

namespace {

constexpr std::string_view hexDigits = "0123456789ABCDEF";

void appendHex(std::string &text, char byte)
{
    text += hexDigits[static_cast<unsigned char>(byte) >> 4];
    text += hexDigits[static_cast<unsigned char>(byte) & 0xf];
}

// -1: not a digit.
int hexDigit(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    const char lower = static_cast<char>(character | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

std::string escapedBytes(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const std::size_t length = json::characterBytes(bytes);
        if (length == 0) {
            text += "\\x";
            appendHex(text, bytes.front());
        } else if (bytes.front() == '\\') {
            text += "\\\\";
        } else {
            text += bytes.substr(0, length);
        }
        bytes.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return text;
}

std::string unescapedBytes(std::string_view text)
{
    std::string bytes;
    bytes.reserve(text.size());
    while (!text.empty()) {
        const int high = text.size() > 3 && text.starts_with("\\x") ? hexDigit(text[2]) : -1;
        const int low = high >= 0 ? hexDigit(text[3]) : -1;
        if (low >= 0) {
            bytes += static_cast<char>(high * 16 + low);
            text.remove_prefix(4);
        } else {
            bytes += text.front();
            text.remove_prefix(text.starts_with("\\\\") ? 2 : 1);
        }
    }
    return bytes;
}

std::string percentEncoded(std::string_view bytes)
{
    constexpr std::string_view kept = "-._~/";
    std::string text;
    text.reserve(bytes.size());
    for (const char byte : bytes) {
        const bool isAlphanumeric =
            (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
        if (isAlphanumeric || kept.find(byte) != std::string_view::npos) {
            text += byte;
        } else {
            text += '%';
            appendHex(text, byte);
        }
    }
    return text;
}

} // namespace manometer::client
