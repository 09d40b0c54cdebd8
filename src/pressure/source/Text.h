// SPDX-License-Identifier: GPL-3.0-or-later
//
// Parsers for the formats in which the kernel writes numbers. Pure; a number that is missing, or too large
// for its type, is absent. Nothing is allocated.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace manometer::pressure {

// The number at the start of `text`, after blanks; any text after it is ignored.
template<typename Number>
std::optional<Number> leadingNumber(std::string_view text)
{
    const auto start = text.find_first_not_of(" \t");
    if (start == std::string_view::npos)
        return std::nullopt;
    text.remove_prefix(start);
    Number value{};
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc())
        return std::nullopt;
    return value;
}

// Calls visit(line) for each line until it returns false.
template<typename Visit>
void eachLine(std::string_view text, Visit visit)
{
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (!visit(text.substr(0, end)))
            return;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

// The number of the line 'name number' (memory.stat, memory.events, /proc/vmstat).
inline std::optional<std::uint64_t> numberNamed(std::string_view text, std::string_view name)
{
    std::optional<std::uint64_t> found;
    eachLine(text, [&](std::string_view line) {
        if (!line.starts_with(name) || line.size() <= name.size() || line[name.size()] != ' ')
            return true;
        found = leadingNumber<std::uint64_t>(line.substr(name.size()));
        return false;
    });
    return found;
}

// Whether there is a line 'name:', with any value.
inline bool hasLine(std::string_view text, std::string_view name)
{
    bool found = false;
    eachLine(text, [&](std::string_view line) {
        found = line.starts_with(name) && line.size() > name.size() && line[name.size()] == ':';
        return !found;
    });
    return found;
}

// The bytes of the line 'name: number kB' (/proc/meminfo, smaps_rollup), where kB means KiB (proc(5)).
inline std::optional<std::uint64_t> bytesNamed(std::string_view text, std::string_view name)
{
    std::optional<std::uint64_t> kibibytes;
    eachLine(text, [&](std::string_view line) {
        if (!line.starts_with(name) || line.size() <= name.size() || line[name.size()] != ':')
            return true;
        // The line must be complete: a truncated one, of a file that is being written, has a wrong number.
        line.remove_prefix(name.size() + 1);
        constexpr std::string_view unit = " kB";
        if (!line.ends_with(unit))
            return false;
        line.remove_suffix(unit.size());
        if (line.find_last_not_of("0123456789 \t") == std::string_view::npos)
            kibibytes = leadingNumber<std::uint64_t>(line);
        return false;
    });
    if (!kibibytes || *kibibytes > std::numeric_limits<std::uint64_t>::max() / 1024)
        return std::nullopt;
    return *kibibytes * 1024;
}

} // namespace manometer::pressure
