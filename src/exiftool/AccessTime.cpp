// SPDX-License-Identifier: GPL-3.0-or-later
#include "exiftool/AccessTime.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace manometer::exiftool {

namespace {

constexpr std::array<std::string_view, 2> labels{"FileAccessDate", "File Access Date/Time"};
constexpr std::size_t mostBetween = 120; // from the label to its value: quotation marks, "val", spaces

// The difference in minutes, from the fields; after GetTimeZone() of ExifTool.pm.
int minutesFromUtc(const std::tm &local, const std::tm &utc)
{
    int minutes = local.tm_hour * 60 + local.tm_min - utc.tm_hour * 60 - utc.tm_min;
    if (local.tm_year != utc.tm_year || local.tm_yday != utc.tm_yday) {
        const bool isLater =
            local.tm_year != utc.tm_year ? local.tm_year > utc.tm_year : local.tm_yday > utc.tm_yday;
        minutes += (isLater ? 1 : -1) * 24 * 60;
    }
    return minutes;
}

struct Found
{
    std::size_t count = 0;
    std::size_t end = 0; // of the last one
};

Found findLabels(std::string_view output)
{
    Found found;
    for (const std::string_view label : labels) {
        std::size_t count = 0;
        for (std::size_t i = output.find(label); i != std::string_view::npos; i = output.find(label, i + 1)) {
            ++count;
            found.end = std::max(found.end, i + label.size());
        }
        found.count = std::max(found.count, count);
    }
    return found;
}

} // namespace

std::string accessTimeText(std::time_t time)
{
    if (time == 0)
        return "0000:00:00 00:00:00";
    std::tm local{};
    std::tm utc{};
    ::tzset(); // the zone may have been changed: localtime() looks, too
    if (!::localtime_r(&time, &local) || !::gmtime_r(&time, &utc))
        return {};
    const int minutes = minutesFromUtc(local, utc);
    std::array<char, 96> text{};
    std::snprintf(text.data(), text.size(), "%4d:%.2d:%.2d %.2d:%.2d:%.2d%c%.2d:%.2d", local.tm_year + 1900,
                  local.tm_mon + 1, local.tm_mday, local.tm_hour, local.tm_min, local.tm_sec,
                  minutes < 0 ? '-' : '+', std::abs(minutes) / 60, std::abs(minutes) % 60);
    return text.data();
}

bool describeAccessTime(answers::Answer &answer, Command::AccessTime kind, const timespec &before,
                        const timespec &after)
{
    if (kind == Command::AccessTime::Absent)
        return true;
    const Found found = findLabels(answer.output);
    if (kind == Command::AccessTime::Labelled && found.count == 0)
        return true;
    const std::string text = accessTimeText(before.tv_sec);
    if (kind == Command::AccessTime::Labelled && found.count == 1 &&
        text.size() == answers::accessTimeLength) {
        const std::size_t at = answer.output.find(text, found.end);
        if (at != std::string::npos && at - found.end <= mostBetween) {
            answer.accessTimes = {static_cast<std::uint32_t>(at)};
            return true;
        }
    }
    answer.onlyForAccessTime = std::int64_t(before.tv_sec) * 1'000'000'000 + before.tv_nsec;
    return before.tv_sec == after.tv_sec && before.tv_nsec == after.tv_nsec;
}

std::optional<std::string> outputWith(const answers::Answer &answer, std::time_t accessTime)
{
    std::string output = answer.output;
    if (answer.accessTimes.empty())
        return output;
    const std::string text = accessTimeText(accessTime);
    if (text.size() != answers::accessTimeLength)
        return std::nullopt;
    for (const std::uint32_t offset : answer.accessTimes)
        output.replace(offset, text.size(), text);
    return output;
}

} // namespace manometer::exiftool
