// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/StatusText.h"

#include "ctl/Json.h"
#include "ctl/TextTable.h"
#include "ctl/Texts.h"
#include "ctl/Times.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>

namespace manometer::ctl {

using json::Value;

namespace {

constexpr double mebibyte = 1 << 20;

// A figure in MiB, as the original program counts.
std::string mebibytes(const Value &object, std::string_view path)
{
    const auto number = numberAt(object, path);
    return number ? bytesText(*number * mebibyte) : "-";
}

std::string of(std::uint64_t count, std::uint64_t limit)
{
    return countText(count) + " of at most " + countText(limit);
}

std::string secondsText(const Value &object, std::string_view name)
{
    constexpr double most = 1e12; // of a number that is no time
    const double seconds = std::clamp(numberAt(object, name).value_or(0), 0.0, most);
    return durationText(std::chrono::milliseconds(std::llround(seconds * 1000)));
}

std::string savedText(const Value &use)
{
    return secondsText(use, "saved_seconds");
}

std::string lostText(const Value &lost)
{
    const std::uint64_t fileReads = countAt(lost, "file_reads");
    return countText(countAt(lost, "requests")) +
           " because of pressure: " + plural(countAt(lost, "disk_reads"), "disk read", "disk reads") + ", " +
           plural(fileReads, "file read again", "files read again") +
           (fileReads > 0 ? " in " + secondsText(lost, "file_read_seconds") : "");
}

// The cuts that have cost something, below an empty line; empty if there are none.
std::string cutsText(const Value &lost)
{
    const Value *cuts = lost.find("cuts");
    if (!cuts)
        return {};
    using Side = TextTable::Side;
    TextTable table{Side::Right, Side::Right, Side::Right, Side::Right, Side::Right};
    table.row({"CUT", "LOST HITS", "DISK READS", "FILES READ AGAIN", "TIME"});
    bool isAny = false;
    for (const Value &cut : cuts->items()) {
        if (countAt(cut, "requests") == 0)
            continue;
        isAny = true;
        const std::string about = countAt(cut, "counted_one_in") > 1 ? "about " : "";
        table.row({countText(countAt(cut, "action")), about + countText(countAt(cut, "requests")),
                   countText(countAt(cut, "disk_reads")), countText(countAt(cut, "file_reads")),
                   secondsText(cut, "file_read_seconds")});
    }
    return isAny ? '\n' + table.text() : std::string();
}

std::optional<double> hitPercent(const Value &use)
{
    const std::uint64_t requests = countAt(use, "requests");
    return requests == 0 ? std::nullopt
                         : std::optional(100.0 * static_cast<double>(countAt(use, "hits")) /
                                         static_cast<double>(requests));
}

std::string hitsText(const Value &use)
{
    return plural(countAt(use, "requests"), "request", "requests") + ", " +
           plural(countAt(use, "hits"), "hit", "hits") + " (" + percentText(hitPercent(use)) + "), " +
           savedText(use) + " saved";
}

// The programs that asked, below an empty line; empty if there are none.
std::string clientsText(const Value &use)
{
    const Value *clients = use.find("clients");
    if (!clients || clients->items().empty())
        return {};
    using Side = TextTable::Side;
    TextTable table{Side::Left, Side::Right, Side::Right, Side::Right, Side::Right, Side::Left};
    table.row({"PROGRAM", "REQUESTS", "HITS", "HIT RATE", "SAVED", "LAST REQUEST"});
    for (const Value &client : clients->items()) {
        const std::string program = shownAt(client, "program");
        table.row({program.empty() ? "(other programs)" : program, countText(countAt(client, "requests")),
                   countText(countAt(client, "hits")), percentText(hitPercent(client)), savedText(client),
                   localTime(integerAt(client, "last_unix_ms").value_or(0))});
    }
    return '\n' + table.text();
}

// "ELEVATED is expected in 1 min 12 s"; empty if no level is.
std::string forecastText(const Value &status)
{
    const std::string level = shownAt(status, "forecast.level");
    return level.empty() ? level
                         : level + " is expected in " +
                               durationText(std::chrono::milliseconds(
                                   integerAt(status, "forecast.expected_in_ms").value_or(0)));
}

// "within 5 s of the time", "10 to 20 s early", "more than 60 s late".
std::string errorText(const Value &error)
{
    const auto from = integerAt(error, "from");
    const auto to = integerAt(error, "to");
    if (!from && !to)
        return {};
    const bool isEarly = to && *to <= 0;
    if (from && to && *from < 0 && *to > 0)
        return "within " + std::to_string(*to) + " s of the time";
    const auto near = isEarly ? to : from;
    const auto far = isEarly ? from : to;
    const std::string seconds =
        far ? std::to_string(std::abs(near.value_or(0))) + " to " + std::to_string(std::abs(*far))
            : "more than " + std::to_string(std::abs(near.value_or(0)));
    return seconds + (isEarly ? " s early" : " s late");
}

// "of 9 forecasts of HIGH 7 came true, typically 10 to 20 s early; CRITICAL began once without one"
std::string forecastRecordText(const Value &record)
{
    std::string text;
    const auto add = [&text](const std::string &fact) { text += (text.empty() ? "" : "; ") + fact; };
    for (const auto level : {"ELEVATED", "HIGH", "CRITICAL"}) {
        const Value *forecasts = record.find(level);
        if (!forecasts)
            continue;
        const std::uint64_t right = countAt(*forecasts, "right");
        const std::uint64_t all = right + countAt(*forecasts, "wrong");
        const Value *error = forecasts->find("typical_error_seconds");
        const std::string typical = error ? errorText(*error) : std::string();
        if (all > 0)
            add("of " + plural(all, "forecast", "forecasts") + " of " + level + ' ' + countText(right) +
                " came true" + (typical.empty() ? "" : ", typically " + typical));
        if (const std::uint64_t unforeseen = countAt(*forecasts, "unforeseen"))
            add(std::string(level) + " began " + plural(unforeseen, "time", "times") + " without a forecast");
    }
    return text;
}

std::string rehearsalText(const Value &rehearsal)
{
    const auto left = std::chrono::milliseconds((countAt(rehearsal, "remaining_ms") + 999) / 1000 * 1000);
    return shownAt(rehearsal, "curve") + " on this cache, plays " +
           percentText(numberAt(rehearsal, "percent")) +
           " of memory: " + shownAt(rehearsal, "pressure_level") + ", limit " +
           countText(countAt(rehearsal, "limit_entries")) + " entries, " +
           countText(countAt(rehearsal, "evicted_entries")) + " evicted so far, " + durationText(left) +
           " left. The level above is the machine's own.";
}

} // namespace

std::string statusText(const Value &status)
{
    FactList facts;
    facts.add("Level", shownAt(status, "pressure_level") +
                           (isTrueAt(status, "stale") ? "  (stale: the memory figures cannot be read)" : ""));
    if (const Value *rehearsal = status.find("rehearsal"); rehearsal && !rehearsal->isNull())
        facts.add("Rehearsal", rehearsalText(*rehearsal));
    facts.add("Memory", percentText(numberAt(status, "system.percent")) +
                            " in use: " + mebibytes(status, "system.used_mb") + " of " +
                            mebibytes(status, "system.total_mb") + ", " +
                            mebibytes(status, "system.available_mb") + " available");
    facts.add("Manometer", mebibytes(status, "process.rss_mb") + " resident, " +
                               percentText(numberAt(status, "process.percent")) + " of the memory");
    facts.add("Levels", "ELEVATED " + shownAt(status, "thresholds.elevated") + ", HIGH " +
                            shownAt(status, "thresholds.high") + ", CRITICAL " +
                            shownAt(status, "thresholds.critical"));
    if (numberAt(status, "eviction_target_mb").value_or(0) > 0)
        facts.add("To free", mebibytes(status, "eviction_target_mb"));
    // An older daemon has neither.
    if (const std::string forecast = forecastText(status); !forecast.empty())
        facts.add("Forecast", forecast);
    const Value *record = status.find("forecast_record");
    if (const std::string text = record ? forecastRecordText(*record) : std::string(); !text.empty())
        facts.add("Forecasts", text);
    const std::string time = textAt(status, "timestamp");
    facts.add("Measured", time.empty() ? "not yet" : localTimeOfIso(time));
    return facts.text();
}

std::string statsText(const Value &stats)
{
    const auto count = [&stats](std::string_view name) { return countAt(stats, name); };
    FactList facts;
    facts.add("Requests", countText(count("total_requests")) + ": " + countText(count("hits")) + " hits, " +
                              countText(count("misses")) + " misses, hit rate " +
                              percentText(numberAt(stats, "hit_rate_percent")));
    facts.add("Hits",
              countText(count("memory_hits")) + " in memory, " + countText(count("disk_hits")) + " on disk");
    facts.add("In memory", of(count("memory_cache_size"), count("memory_limit_entries")) + " entries, " +
                               bytesText(static_cast<double>(count("memory_bytes"))) + " of at most " +
                               bytesText(static_cast<double>(count("memory_limit_bytes"))));
    facts.add("Configured", plural(count("configured_limit_entries"), "entry", "entries"));
    facts.add("On disk", plural(count("disk_cache_files"), "entry", "entries") + ", " +
                             bytesText(static_cast<double>(count("disk_bytes"))));
    if (stats.find("disk_clean_ups")) // an older daemon has none
        facts.add("Clean-ups", countText(count("disk_clean_ups")) + " of the disk, " +
                                   plural(count("disk_clean_up_removed"), "entry", "entries") + " removed");
    facts.add("Evictions", countText(count("evictions")) + ", " + countText(count("pressure_evictions")) +
                               " of them for memory pressure");
    facts.add("Pressure", plural(count("memory_pressure_events"), "event", "events") + ", " +
                              plural(count("adaptive_adjustments"), "adjustment", "adjustments") +
                              " of the limit");
    const Value *lost = stats.find("pressure_lost"); // an older daemon has none
    if (lost)
        facts.add("Lost hits", lostText(*lost));
    const std::string cuts = lost ? cutsText(*lost) : std::string();
    const Value *use = stats.find("exiftool"); // nor this
    if (!use)
        return facts.text() + cuts;
    const bool isUsed = countAt(*use, "requests") > 0;
    facts.add("exiftool", isUsed ? hitsText(*use) : "no program has asked yet");
    return facts.text() + cuts + clientsText(*use);
}

std::string historyText(const Value &history)
{
    using Side = TextTable::Side;
    TextTable table{Side::Left, Side::Left, Side::Right, Side::Right, Side::Right, Side::Right};
    const Value *samples = history.find("samples");
    if (!samples || samples->items().empty())
        return "No samples.\n";
    table.row({"TIME", "LEVEL", "IN USE", "USED", "AVAILABLE", "MANOMETER"});
    for (const Value &sample : samples->items())
        table.row({localTimeOfIso(textAt(sample, "timestamp")), shownAt(sample, "pressure_level"),
                   percentText(numberAt(sample, "system.percent")), mebibytes(sample, "system.used_mb"),
                   mebibytes(sample, "system.available_mb"), mebibytes(sample, "process.rss_mb")});
    return table.text();
}

std::optional<pressure::Level> levelOf(const Value &status)
{
    const std::string word = textAt(status, "pressure_level");
    const auto &names = pressure::levelNames;
    const auto found = std::find(names.begin(), names.end(), word);
    return found == names.end() ? std::nullopt
                                : std::optional(static_cast<pressure::Level>(found - names.begin()));
}

} // namespace manometer::ctl
