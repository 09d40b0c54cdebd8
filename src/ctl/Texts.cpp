// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Texts.h"

#include "client/Bytes.h"
#include "json/Utf8.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace manometer::ctl {

namespace {

constexpr std::string_view hexDigits = "0123456789ABCDEF";

// C0, DEL, and C1 in UTF-8, which terminals obey, too.
bool isControl(std::string_view character)
{
    const auto first = static_cast<unsigned char>(character.front());
    if (character.size() == 2)
        return first == 0xc2 && static_cast<unsigned char>(character[1]) < 0xa0;
    return character.size() == 1 && (first < 0x20 || first == 0x7f);
}

// U+061C, U+200E, U+200F, U+2028 to U+202E, U+2066 to U+2069.
bool changesTheLine(std::string_view character)
{
    if (character == "\u061c")
        return true;
    if (character.size() != 3 || !character.starts_with("\xe2"))
        return false;
    const auto second = static_cast<unsigned char>(character[1]);
    const auto third = static_cast<unsigned char>(character[2]);
    return (second == 0x80 && (third == 0x8e || third == 0x8f || (third >= 0xa8 && third <= 0xae))) ||
           (second == 0x81 && third >= 0xa6 && third <= 0xa9);
}

std::string formatted(const char *format, double value, int decimals)
{
    std::array<char, 400> text{};
    const int length = std::snprintf(text.data(), text.size(), format, decimals, value);
    return {text.data(), static_cast<std::size_t>(length)};
}

} // namespace

std::string shown(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const std::size_t length = json::characterBytes(bytes);
        const std::string_view character = bytes.substr(0, length == 0 ? 1 : length);
        if (length == 0 || isControl(character) || changesTheLine(character)) {
            for (const char byte : character) {
                text += "\\x";
                text += hexDigits[static_cast<unsigned char>(byte) >> 4];
                text += hexDigits[static_cast<unsigned char>(byte) & 0xf];
            }
        } else {
            text += character;
        }
        bytes.remove_prefix(character.size());
    }
    return text;
}

std::string shownEscaped(std::string_view text)
{
    return shown(client::unescapedBytes(text));
}

std::string withoutControls(std::string_view text)
{
    std::string safe;
    safe.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = json::characterBytes(text);
        const std::string_view character = text.substr(0, length == 0 ? 1 : length);
        // A byte from 80 to 9F that is not UTF-8 is a C1 control to a terminal in an 8-bit mode.
        const auto last = static_cast<unsigned char>(character.back());
        const bool isLoneC1 = length == 0 && last >= 0x80 && last < 0xa0;
        if ((isControl(character) && character != "\n" && character != "\t") || isLoneC1)
            json::appendControlEscape(safe, last);
        else
            safe += character;
        text.remove_prefix(character.size());
    }
    return safe;
}

std::string numberText(double value, int decimals)
{
    if (!std::isfinite(value))
        return "-";
    std::string text = formatted("%.*f", value, decimals);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.'))
            text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string bytesText(double bytes)
{
    constexpr std::array<const char *, 6> units{"bytes", "KiB", "MiB", "GiB", "TiB", "PiB"};
    std::size_t unit = 0;
    // Not 1000.0 KiB or 1024.0 KiB, but 1.0 MiB. Bytes are not rounded.
    while (std::abs(bytes) >= (unit == 0 ? 1024 : 999.95) && unit + 1 < units.size()) {
        bytes /= 1024;
        ++unit;
    }
    return (unit == 0 ? numberText(bytes, 0) : formatted("%.*f", bytes, 1)) + ' ' + units[unit];
}

std::string exactBytesText(double bytes)
{
    for (double unit = 1024; unit < static_cast<double>(1ull << 60); unit *= 1024)
        if (bytes / unit >= 1000 && bytes / unit < 1024 && std::floor(bytes / unit) * unit == bytes)
            return numberText(bytes / unit, 0) + bytesText(unit).substr(3); // after "1.0"
    return bytesText(bytes);
}

std::string percentText(std::optional<double> percent)
{
    return percent ? numberText(*percent) + " %" : "-";
}

std::string columnPercentText(std::optional<double> percent)
{
    if (!percent)
        return "-";
    const std::string text = numberText(*percent);
    return text + (text.find('.') == std::string::npos ? ".0 %" : " %");
}

std::string countText(std::uint64_t count)
{
    std::string text = std::to_string(count);
    for (std::size_t at = text.size(); at > 3; at -= 3)
        text.insert(at - 3, ",");
    return text;
}

std::string durationText(std::chrono::milliseconds duration)
{
    const auto ms = duration.count();
    if (ms < 0) // the least number has no negative
        return '-' + durationText(std::chrono::milliseconds(ms == INT64_MIN ? INT64_MAX : -ms));
    if (ms < 1000)
        return std::to_string(ms) + " ms";
    const auto seconds = ms / 1000;
    if (seconds < 60)
        return numberText(static_cast<double>(ms) / 1000, seconds < 10 ? 1 : 0) + " s";
    const auto pair = [](long long large, const char *unit, long long small, const char *smallUnit) {
        return std::to_string(large) + unit + (small ? ' ' + std::to_string(small) + smallUnit : "");
    };
    if (seconds < 3600)
        return pair(seconds / 60, " min", seconds % 60, " s");
    if (seconds < 86400)
        return pair(seconds / 3600, " h", seconds % 3600 / 60, " min");
    return pair(seconds / 86400, " d", seconds % 86400 / 3600, " h");
}

std::string plural(std::uint64_t count, std::string_view one, std::string_view many)
{
    return countText(count) + ' ' + std::string(count == 1 ? one : many);
}

std::size_t columnsOf(std::string_view text)
{
    std::size_t columns = 0;
    for (const char byte : text)
        columns += (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U ? 1 : 0;
    return columns;
}

} // namespace manometer::ctl
