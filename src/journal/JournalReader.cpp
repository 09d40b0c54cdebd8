// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/JournalReader.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <sys/stat.h>

namespace manometer::journal {

namespace {

// An hour of 25 samples a second has 3 MiB; a larger file is not a segment.
constexpr std::uint64_t maximumSegmentBytes = 256u << 20;

std::optional<pressure::WallTime> wallOf(const Record &record)
{
    if (const auto *stepped = std::get_if<Stepped>(&record))
        return stepped->clocks.wall;
    if (const auto *snapshot = std::get_if<Snapshot>(&record))
        return snapshot->clocks.wall;
    return std::nullopt;
}

// Where to start reading for the first step at or after a time.
struct StartPosition
{
    std::size_t snapshotIndex = 0; // of the last snapshot before that step
    bool isReached = false;        // whether there is such a step
};

StartPosition findStart(std::string_view bytes, pressure::WallTime from)
{
    StartPosition start;
    std::size_t index = 0;
    (void)readSegment(bytes, [&](const Record &record) {
        const auto *stepped = std::get_if<Stepped>(&record);
        start.isReached = stepped && stepped->clocks.wall >= from;
        if (std::holds_alternative<Snapshot>(record))
            start.snapshotIndex = index;
        ++index;
        return start.isReached ? Visit::Stop : Visit::Continue;
    });
    return start;
}

} // namespace

std::vector<SegmentName> segmentNames(const std::string &folder)
{
    std::vector<SegmentName> segments;
    for (std::string &name : fileNames(folder)) {
        SegmentName segment;
        unsigned long long number = 0;
        std::tm utc{};
        int length = 0;
        if (!name.ends_with(segmentSuffix) ||
            std::sscanf(name.c_str(), "%8llu-%4d%2d%2dT%2d%2d%2dZ%n", &number, &utc.tm_year, &utc.tm_mon,
                        &utc.tm_mday, &utc.tm_hour, &utc.tm_min, &utc.tm_sec, &length) != 7 ||
            name.substr(static_cast<std::size_t>(length)) != segmentSuffix)
            continue;
        utc.tm_year -= 1900;
        utc.tm_mon -= 1;
        struct stat status = {};
        if (::lstat(std::string(folder).append("/").append(name).c_str(), &status) != 0 ||
            !S_ISREG(status.st_mode))
            continue;
        segments.push_back({.name = std::move(name),
                            .number = number,
                            .began = std::chrono::system_clock::from_time_t(::timegm(&utc)),
                            .sizeBytes = static_cast<std::uint64_t>(status.st_size)});
    }
    std::sort(segments.begin(), segments.end(),
              [](const SegmentName &a, const SegmentName &b) { return a.number < b.number; });
    return segments;
}

ReadSummary readJournal(const std::string &folder, const WallRange &range,
                        const std::function<Visit(const Record &)> &visit)
{
    ReadSummary summary;
    const auto segments = segmentNames(folder);
    // Each segment begins with a snapshot, so the last one that begins before the range is early enough.
    std::size_t first = 0;
    for (std::size_t i = 0; i < segments.size(); ++i)
        if (segments[i].began <= range.from)
            first = i;
    const auto read = [&](std::size_t i) {
        return readWhole(folder + '/' + segments[i].name, maximumSegmentBytes);
    };
    // If the clock has been set back since, earlier segments may be in the range, too.
    const auto reaches = [&](std::size_t i) {
        const auto bytes = read(i);
        return bytes && findStart(*bytes, range.from).isReached;
    };
    while (first > 0 && reaches(first - 1))
        --first;
    bool isDone = false;
    const auto deliver = [&](const Record &record) {
        ++summary.records;
        isDone = visit(record) == Visit::Stop;
    };
    for (std::size_t i = first; i < segments.size() && !isDone; ++i) {
        if (i > first && segments[i].number != segments[i - 1].number + 1)
            deliver(Missing{});
        const auto bytes = read(i);
        if (!bytes) {
            ++summary.unreadableSegments;
            deliver(Missing{});
            continue;
        }
        std::size_t skip = i == first ? findStart(*bytes, range.from).snapshotIndex : 0;
        const auto damaged = readSegment(*bytes, [&](const Record &record) {
            if (skip > 0) {
                --skip;
                return Visit::Continue;
            }
            if (wallOf(record).value_or(range.to) > range.to)
                isDone = true;
            else
                deliver(record);
            return isDone ? Visit::Stop : Visit::Continue;
        });
        if (damaged) {
            summary.damagedBytes += *damaged;
            continue;
        }
        ++(damaged.error() == SegmentProblem::NewerVersion ? summary.newerSegments
                                                           : summary.unreadableSegments);
        deliver(Missing{});
    }
    return summary;
}

} // namespace manometer::journal
