// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/WhatIfText.h"

#include "ctl/Json.h"
#include "ctl/TextTable.h"
#include "ctl/Texts.h"
#include "ctl/Times.h"

#include <chrono>
#include <cmath>
#include <functional>

namespace manometer::ctl {

using json::Value;
using Side = TextTable::Side;

namespace {

std::string milliseconds(std::int64_t count)
{
    return durationText(std::chrono::milliseconds(count));
}

// Rounded up, for a bound.
std::int64_t wholeSeconds(std::int64_t ms)
{
    return (ms + 999) / 1000 * 1000;
}

std::string signedNumber(double value, int decimals)
{
    const std::string text = numberText(std::abs(value), decimals);
    return text == "0" ? "" : (value < 0 ? "-" : "+") + text;
}

const Value *levelOf(const Value &figures, std::string_view level)
{
    const Value *levels = figures.find("levels");
    if (!levels)
        return nullptr;
    for (const Value &each : levels->items())
        if (textAt(each, "level") == level)
            return &each;
    return nullptr;
}

// "2 of 3, 40 s ahead at least"
std::string warnings(const Value &figures, std::uint64_t incidents)
{
    std::string text =
        std::to_string(countAt(figures, "incidents_warned")) + " of " + std::to_string(incidents);
    if (const auto lead = integerAt(figures, "shortest_lead_ms"))
        text += ", " + milliseconds(*lead) + " ahead";
    return text;
}

void addLevel(TextTable &table, const Value &applied, const Value &draft, const std::string &level)
{
    const Value *now = levelOf(applied, level);
    const Value *then = levelOf(draft, level);
    if (!now || !then)
        return;
    const auto counts = [&](const std::string &name, std::string_view field) {
        const std::uint64_t before = countAt(*now, field);
        const std::uint64_t after = countAt(*then, field);
        table.row({name, countText(before), countText(after),
                   signedNumber(static_cast<double>(after) - static_cast<double>(before), 0)});
    };
    counts(level + " entered", "entries");
    const double before = numberAt(*now, "time_percent").value_or(0);
    const double after = numberAt(*then, "time_percent").value_or(0);
    table.row({"  time in it", percentText(before), percentText(after), signedNumber(after - before, 1)});
    table.row({"  longest, at it or above", milliseconds(integerAt(*now, "longest_ms").value_or(0)),
               milliseconds(integerAt(*then, "longest_ms").value_or(0))});
    counts("  stays under 30 s", "flaps");
}

// A sentence if the replayed time is shorter than the one that was asked for; else empty.
std::string lessThanAsked(const Value &answer, const TimeRange &asked)
{
    constexpr std::int64_t toleranceMs = 60'000; // samples are seconds apart
    const std::int64_t from = integerAt(answer, "from_unix_ms").value_or(0);
    const std::int64_t to = integerAt(answer, "to_unix_ms").value_or(0);
    const bool beginsLater = asked.from && from - *asked.from > toleranceMs;
    const bool endsEarlier = asked.to && *asked.to - to > toleranceMs;
    return beginsLater || endsEarlier ? "Less is recorded than was asked for.\n" : "";
}

} // namespace

std::string whatIfText(const Value &answer, const TimeRange &asked)
{
    const std::uint64_t samples = countAt(answer, "samples");
    if (samples == 0)
        return "Nothing is recorded of this time.\n";
    std::string text = countText(samples) + " samples over " +
                       milliseconds(integerAt(answer, "recorded_ms").value_or(0)) + ", " +
                       localTime(integerAt(answer, "from_unix_ms").value_or(0)) + " to " +
                       localTime(integerAt(answer, "to_unix_ms").value_or(0));
    if (const std::uint64_t gaps = countAt(answer, "gaps"); gaps > 0)
        text += ", with " + plural(gaps, "gap", "gaps");
    text += '\n' + lessThanAsked(answer, asked) + '\n';
    const Value nothing;
    const Value &applied = *(answer.find("applied") ? answer.find("applied") : &nothing);
    const Value &draft = *(answer.find("draft") ? answer.find("draft") : &nothing);
    TextTable table{Side::Left, Side::Right, Side::Right, Side::Right};
    table.row({"", "HAPPENED", "DRAFT", "CHANGE"});
    for (const char *level : {"ELEVATED", "HIGH", "CRITICAL"})
        addLevel(table, applied, draft, level);
    const std::uint64_t cuts = countAt(applied, "cuts");
    const std::uint64_t draftCuts = countAt(draft, "cuts");
    table.row({"Cuts of the cache", countText(cuts), countText(draftCuts),
               signedNumber(static_cast<double>(draftCuts) - static_cast<double>(cuts), 0)});
    table.row({"  entries evicted, at most", countText(countAt(applied, "evicted_at_most.entries")),
               countText(countAt(draft, "evicted_at_most.entries"))});
    if (const std::uint64_t incidents = countAt(answer, "incidents"); incidents > 0)
        table.row({"Incidents warned of", warnings(applied, incidents), warnings(draft, incidents)});
    const auto hits = numberAt(applied, "hit_percent");
    const auto draftHits = numberAt(draft, "hit_percent");
    if (hits && draftHits) {
        table.row({"Hits in memory", percentText(hits), percentText(draftHits),
                   signedNumber(*draftHits - *hits, 1)});
        table.row({"  standard error", "", numberText(numberAt(answer, "hit_error_points").value_or(0), 1)});
    }
    const auto reading = numberAt(applied, "read_again_s");
    const auto draftReading = numberAt(draft, "read_again_s");
    if (reading && draftReading)
        table.row({"Files read again for", milliseconds(std::llround(*reading * 1000)),
                   milliseconds(std::llround(*draftReading * 1000))});
    text += table.text();
    text += "\nAssumes that the machine's pressure would have been the same.\n";
    if (!hits)
        text += "No hit ratio: 'manometerctl hits' says why.\n";
    if (const std::uint64_t coarse = countAt(answer, "draft_coarse_rises"); coarse > 0)
        text += "Near the draft's thresholds the recording is coarse: " + std::to_string(coarse) + " of " +
                std::to_string(countAt(answer, "draft_rises")) + " rises of the draft may be late, by " +
                milliseconds(wholeSeconds(integerAt(answer, "draft_latest_by_ms").value_or(0))) +
                " at most.\n";
    if (const std::uint64_t stalls = countAt(answer, "draft_stall_rises"); stalls > 0)
        text += "Of the draft's " + plural(countAt(answer, "draft_rises"), "rise", "rises") + ", " +
                countText(stalls) + (stalls == 1 ? " is" : " are") +
                " above what memory use alone gives: stalls, a notice or missing memory raised the level.\n";
    return text;
}

namespace {

constexpr std::int64_t shortMs = std::int64_t{6} * 3'600'000;
constexpr std::int64_t dayMs = 4 * shortMs;

// The option that a constraint of the API is from.
std::string optionOf(const std::string &constraint)
{
    if (constraint == "criticals")
        return "--most-criticals";
    return constraint == "hit_points" ? "--most-hit-points" : "--incident-lead";
}

std::string nearestText(const Value &unkept)
{
    const std::string constraint = textAt(unkept, "constraint");
    const double nearest = numberAt(unkept, "nearest").value_or(NAN);
    if (constraint == "criticals")
        return "CRITICAL begins " + (nearest == 1 ? "once" : numberText(nearest) + " times") +
               " a day at least.";
    if (constraint == "hit_points")
        return "the hit ratio is lower by " + numberText(nearest) + " points at least.";
    return nearest < 0 ? "at least one incident comes without HIGH."
                       : "the shortest lead before an incident is " +
                             milliseconds(static_cast<std::int64_t>(nearest * 1000)) + " at most.";
}

// How much is recorded, and what that means for figures a day.
std::string recordedText(const Value &answer, const TimeRange &asked)
{
    const auto recorded = integerAt(answer, "recorded_ms");
    if (!recorded) // an older daemon
        return {};
    const std::string length = milliseconds(*recorded);
    std::string text;
    if (*recorded < shortMs)
        text = "Warning: only " + length +
               " of memory use is recorded, which says little about a day. Figures a day are those of this "
               "time.\n";
    text += "Searched in " + length + " of recorded memory use, " +
            localTime(integerAt(answer, "from_unix_ms").value_or(0)) + " to " +
            localTime(integerAt(answer, "to_unix_ms").value_or(0)) + ".\n" + lessThanAsked(answer, asked);
    if (*recorded >= shortMs && *recorded < dayMs)
        text += "That is less than a day: figures a day are those of this time.\n";
    return text + '\n';
}

void addChoice(TextTable &table, const std::string &name, const Value &choice)
{
    const auto range = [&choice](const std::string &level) {
        const std::string path = "thresholds." + level;
        return numberText(numberAt(choice, path + ".enter_percent").value_or(NAN)) + " / " +
               numberText(numberAt(choice, path + ".leave_percent").value_or(NAN)) + " %, " +
               milliseconds(integerAt(choice, path + ".hold_ms").value_or(0));
    };
    const auto lead = integerAt(choice, "shortest_lead_ms");
    const auto points = numberAt(choice, "hit_points_lost");
    const std::uint64_t missed = countAt(choice, "incidents_missed");
    table.row({name, range("elevated"), range("high"), range("critical"),
               numberText(numberAt(choice, "criticals_per_day").value_or(NAN)),
               numberText(numberAt(choice, "rises_per_day").value_or(NAN)),
               percentText(numberAt(choice, "high_time_percent")),
               missed > 0 ? std::to_string(missed) + " missed" : (lead ? milliseconds(*lead) : "-"),
               points ? numberText(*points, 2) : "-"});
}

// Why choices stand last, one a line.
std::string doubtsText(const std::vector<Value> &choices)
{
    std::string text;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const std::string doubt = textAt(choices[i], "doubt");
        const std::string name = "Choice " + std::to_string(i + 1);
        if (doubt == "never_reached")
            text += name + " hardly watches: ELEVATED or HIGH would never have begun, and did with the "
                           "thresholds in effect.\n";
        else if (doubt == "mostly_elevated")
            text += name + " warns nearly always: ELEVATED or above for " +
                    percentText(numberAt(choices[i], "elevated_time_percent")) + " of the time.\n";
    }
    return text;
}

// Whether the thresholds in effect keep what is required.
std::string inEffectText(const Value &answer)
{
    const Value *breaks = answer.find("base_breaks");
    if (!breaks)
        return {};
    std::string broken;
    for (const Value &each : breaks->items())
        broken += (broken.empty() ? "" : ", ") + optionOf(each.text());
    return broken.empty() ? "The thresholds in effect keep what is required.\n"
                          : "The thresholds in effect do not keep " + broken + ".\n";
}

} // namespace

std::string suggestText(const Value &answer, const TimeRange &asked, const Required &required)
{
    const std::string end = textAt(answer, "end");
    if (end == "nothing_recorded" || end == "cancelled")
        return {};
    const Value *base = answer.find("base");
    const bool hasBase = base && !base->isNull();
    const Value *drafts = answer.find("drafts");
    const bool hasDrafts = drafts && !drafts->items().empty();
    std::string text = recordedText(answer, asked);
    if (hasBase || hasDrafts) {
        TextTable table{Side::Left,  Side::Left,  Side::Left,  Side::Left, Side::Right,
                        Side::Right, Side::Right, Side::Right, Side::Right};
        table.row({"", "ELEVATED", "HIGH", "CRITICAL", "CRITICALS/DAY", "RISES/DAY", "TIME IN HIGH",
                   "SHORTEST LEAD", "HIT POINTS LOST"});
        if (hasBase)
            addChoice(table, "in effect", *base);
        if (hasDrafts)
            for (std::size_t i = 0; i < drafts->items().size(); ++i)
                addChoice(table, "choice " + std::to_string(i + 1), drafts->items()[i]);
        text += table.text() + "\nEnter / leave, hold; time in HIGH or above. Replayed: " +
                plural(countAt(answer, "replays"), "draft", "drafts") +
                ". Assumes that the machine's pressure would have been the same.\n" + inEffectText(answer);
        if (hasDrafts)
            text += doubtsText(drafts->items());
    }
    if (hasBase && required.hitPoints && !numberAt(*base, "hit_points_lost"))
        text += "--most-hit-points tests nothing: hits are not estimated; 'manometerctl hits' says why.\n";
    if (hasBase && required.incidentLead && countAt(answer, "incidents") == 0)
        text += "--incident-lead tests nothing: no incident is marked in this time. 'manometerctl note "
                "--incident TEXT' marks one, or M in the window.\n";
    return text;
}

std::string whyNoChoice(const Value &answer)
{
    const std::string end = textAt(answer, "end");
    if (end == "nothing_recorded")
        return "Nothing is recorded of this time.";
    if (end == "cancelled")
        return "The search was cancelled.";
    if (end != "impossible" && end != "conflicting")
        return {};
    std::string text =
        end == "impossible"
            ? "No thresholds keep what is required."
            : "No thresholds keep these requirements together. Each at its best while the others are kept:";
    if (const Value *unkept = answer.find("unkept"))
        for (const Value &each : unkept->items())
            text += ' ' + optionOf(textAt(each, "constraint")) + ": " + nearestText(each);
    return text;
}

} // namespace manometer::ctl
