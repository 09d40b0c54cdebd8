// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Times.h"

#include "ctl/Texts.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace manometer::ctl {

namespace {

// Takes digits from the front; empty if there are not exactly `count`.
std::optional<int> takeDigits(std::string_view &text, std::size_t count)
{
    int number = 0;
    if (text.size() < count)
        return std::nullopt;
    const auto read = std::from_chars(text.data(), text.data() + count, number);
    if (read.ec != std::errc() || read.ptr != text.data() + count || text.front() == '-')
        return std::nullopt;
    text.remove_prefix(count);
    return number;
}

bool take(std::string_view &text, std::string_view any)
{
    if (text.empty() || any.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::int64_t> parseRelative(std::string_view text, std::int64_t nowMs)
{
    std::int64_t count = 0;
    const auto read = std::from_chars(text.data() + 1, text.data() + text.size(), count);
    const std::string_view unit(read.ptr, static_cast<std::size_t>(text.data() + text.size() - read.ptr));
    constexpr std::int64_t most = 100LL * 366 * 86400; // a century in the smallest unit
    if (read.ec != std::errc() || unit.size() != 1 || count < 0 || count > most)
        return std::nullopt;
    constexpr std::string_view units = "smhdw";
    constexpr std::array<std::int64_t, 5> seconds{1, 60, 3600, 86400, 604800};
    const auto at = units.find(unit.front());
    if (at == std::string_view::npos)
        return std::nullopt;
    return nowMs - count * seconds[at] * 1000;
}

// Milliseconds of a fraction such as ".123456"; digits after the third are dropped.
std::optional<int> takeFraction(std::string_view &text)
{
    int ms = 0;
    int place = 100;
    std::size_t digits = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits, place /= 10)
        ms += (text[digits] - '0') * place;
    text.remove_prefix(digits);
    return digits > 0 ? std::optional(ms) : std::nullopt;
}

// Minutes of "Z" or "+01:00"; empty if the text is neither.
std::optional<int> takeZone(std::string_view &text)
{
    if (take(text, "Zz"))
        return 0;
    const bool isNegative = text.starts_with('-');
    if (!take(text, "+-"))
        return std::nullopt;
    const auto hours = takeDigits(text, 2);
    take(text, ":");
    const auto minutes = hours ? takeDigits(text, 2) : std::nullopt;
    if (!minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    return (*hours * 60 + *minutes) * (isNegative ? -1 : 1);
}

std::optional<std::int64_t> parseIso(std::string_view text)
{
    const auto year = takeDigits(text, 4);
    const auto month = year && take(text, "-") ? takeDigits(text, 2) : std::nullopt;
    const auto day = month && take(text, "-") ? takeDigits(text, 2) : std::nullopt;
    if (!day || *month < 1 || *month > 12 || *day < 1 || *day > 31)
        return std::nullopt;
    std::tm time{};
    time.tm_year = *year - 1900;
    time.tm_mon = *month - 1;
    time.tm_mday = *day;
    time.tm_isdst = -1;
    int ms = 0;
    std::optional<int> zoneMinutes;
    if (!text.empty()) {
        const auto hour = take(text, "Tt ") ? takeDigits(text, 2) : std::nullopt;
        const auto minute = hour && take(text, ":") ? takeDigits(text, 2) : std::nullopt;
        if (!minute || *hour > 23 || *minute > 59)
            return std::nullopt;
        time.tm_hour = *hour;
        time.tm_min = *minute;
        if (take(text, ":")) {
            const auto second = takeDigits(text, 2);
            if (!second || *second > 60)
                return std::nullopt;
            time.tm_sec = *second;
            if (take(text, ".,")) {
                const auto fraction = takeFraction(text);
                if (!fraction)
                    return std::nullopt;
                ms = *fraction;
            }
        }
        if (!text.empty()) {
            zoneMinutes = takeZone(text);
            if (!zoneMinutes || !text.empty())
                return std::nullopt;
        }
    }
    const std::tm asked = time;
    const std::time_t seconds =
        zoneMinutes ? ::timegm(&time) - std::time_t{60} * *zoneMinutes : std::mktime(&time);
    if (time.tm_mday != asked.tm_mday && time.tm_mon != asked.tm_mon) // 31 February
        return std::nullopt;
    return static_cast<std::int64_t>(seconds) * 1000 + ms;
}

std::string formatted(const std::tm &time, const char *format)
{
    std::array<char, 64> text{};
    return {text.data(), std::strftime(text.data(), text.size(), format, &time)};
}

std::time_t secondsOf(std::int64_t unixMs)
{
    return static_cast<std::time_t>(unixMs / 1000 - (unixMs % 1000 < 0 ? 1 : 0));
}

} // namespace

std::int64_t nowUnixMs()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

std::optional<std::int64_t> parseTime(std::string_view text, std::int64_t nowMs)
{
    if (text == "now")
        return nowMs;
    if (text.starts_with('-'))
        return parseRelative(text, nowMs);
    if (text.starts_with('@')) {
        double seconds = 0;
        const auto read = std::from_chars(text.data() + 1, text.data() + text.size(), seconds);
        const bool isNumber = read.ec == std::errc() && read.ptr == text.data() + text.size();
        return isNumber && seconds >= 0 && seconds < 1e11
                   ? std::optional(static_cast<std::int64_t>(seconds * 1000))
                   : std::nullopt;
    }
    return parseIso(text);
}

std::string localTime(std::int64_t unixMs)
{
    const std::time_t seconds = secondsOf(unixMs);
    std::tm time{};
    return ::localtime_r(&seconds, &time) ? formatted(time, "%Y-%m-%d %H:%M:%S") : "-";
}

std::string utcTime(std::int64_t unixMs)
{
    const std::time_t seconds = secondsOf(unixMs);
    std::tm time{};
    if (!::gmtime_r(&seconds, &time))
        return {};
    std::array<char, 8> fraction{};
    std::snprintf(fraction.data(), fraction.size(), ".%03d", static_cast<int>((unixMs % 1000 + 1000) % 1000));
    return formatted(time, "%Y-%m-%dT%H:%M:%S") + fraction.data();
}

std::string localTimeOfIso(std::string_view iso)
{
    const auto time = parseIso(iso);
    return time ? localTime(*time) : shown(iso);
}

} // namespace manometer::ctl
