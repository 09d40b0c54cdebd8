// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/EventText.h"

#include "ctl/CutCost.h"
#include "ctl/Json.h"
#include "ctl/ScanText.h"
#include "ctl/SettingsEventText.h"
#include "ctl/Texts.h"
#include "ctl/Times.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace manometer::ctl {

using json::Value;

namespace {

constexpr std::array<std::string_view, 7> commonFields{"time_utc", "unix_ms", "monotonic_ms", "run",
                                                       "id",       "kind",    "position"};

bool isCommon(std::string_view name)
{
    return std::find(commonFields.begin(), commonFields.end(), name) != commonFields.end();
}

std::string bytesAt(const Value &event, std::string_view name)
{
    return bytesText(static_cast<double>(countAt(event, name)));
}

std::string durationAt(const Value &event, std::string_view name)
{
    return durationText(std::chrono::milliseconds(integerAt(event, name).value_or(0)));
}

std::string percentAt(const Value &event, std::string_view name)
{
    return percentText(numberAt(event, name));
}

// The name at this field, or a word for it: an event of a recording may be without names.
std::string nameAt(const Value &event, std::string_view field, const char *word)
{
    const std::string name = shownAt(event, field);
    return name.empty() ? word : name;
}

// " (text)"; nothing of an empty text.
std::string inBrackets(const std::string &text)
{
    return text.empty() ? text : " (" + text + ')';
}

// What was measured when a level began or ended, not rounded across its threshold.
std::string crossingPercent(const Value &event)
{
    const auto percent = numberAt(event, "percent");
    const auto threshold = numberAt(event, "threshold_percent");
    if (!percent || !threshold)
        return percentText(percent);
    const auto toTenth = [](double value) { return std::round(value * 10) / 10; };
    // Only CRITICAL begins above its threshold, all others at it; a level ends below its own.
    const bool isAbove = textAt(event, "level_to") == "CRITICAL";
    double shown = toTenth(*percent);
    if (isAbove && *percent > *threshold && shown <= toTenth(*threshold))
        shown = *threshold + 0.1;
    else if (!isAbove && *percent < *threshold && shown >= toTenth(*threshold))
        shown = *threshold - 0.1;
    return percentText(shown);
}

std::string levelSentence(const Value &event)
{
    return shownAt(event, "level_from") + " -> " + shownAt(event, "level_to") + " at " +
           crossingPercent(event) + inBrackets(shownAt(event, "reason"));
}

std::string warningSentence(const Value &event)
{
    return shownAt(event, "level") + " is expected in " + durationAt(event, "expected_in_ms") + ", at " +
           percentAt(event, "percent") + " now";
}

std::string limitSentence(const Value &event)
{
    const std::uint64_t entriesBefore = countAt(event, "limit_before_entries");
    const std::uint64_t entriesAfter = countAt(event, "limit_after_entries");
    const std::string bytesBefore = bytesAt(event, "limit_before_bytes");
    const std::string bytesAfter = bytesAt(event, "limit_after_bytes");
    std::string text = "limit ";
    if (entriesBefore != entriesAfter)
        text += countText(entriesBefore) + " -> ";
    text += plural(entriesAfter, "entry", "entries");
    if (bytesBefore != bytesAfter)
        text += ", " + bytesBefore + " -> " + bytesAfter;
    text += inBrackets(shownAt(event, "cause"));
    if (const std::uint64_t evicted = countAt(event, "evicted_entries"))
        text += ", evicted " + plural(evicted, "entry", "entries") + ", " + bytesAt(event, "evicted_bytes");
    return text;
}

std::string receiptSentence(const Value &event)
{
    const std::uint64_t before = countAt(event, "process_rss_before_bytes");
    const std::uint64_t after = countAt(event, "process_rss_after_2_s_bytes");
    std::string text =
        (isTrueAt(event, "rehearsed") ? "rehearsal: evicted " : "evicted ") +
        bytesAt(event, "evicted_bytes") + ", the process returned " +
        (before > after ? bytesText(static_cast<double>(before - after)) : std::string("nothing"));
    const auto percentBefore = numberAt(event, "percent_before");
    const auto percentAfter = numberAt(event, "percent_after");
    const bool isChanged =
        percentBefore && percentAfter && percentText(percentBefore) != percentText(percentAfter);
    if (isChanged)
        text += ", memory use " + percentText(percentBefore) + " -> " + percentText(percentAfter);
    return text;
}

std::string holdSentence(const Value &event)
{
    const std::string level = shownAt(event, "level");
    const std::string hold = durationAt(event, "hold_ms");
    return textAt(event, "waits") == "growth"
               ? level + " returned soon after pressure fell; the limit now waits " + hold +
                     " before it grows"
               : level + " returned soon after it ended; it is now held for " + hold;
}

std::string holderSuffix(const Value &event)
{
    const std::string name = shownAt(event, "largest_holder_name");
    return name.empty() ? name : "; most memory: " + name + ", " + bytesAt(event, "largest_holder_rss_bytes");
}

std::string futileSentence(const Value &event)
{
    return "evicting " + bytesAt(event, "evicted_bytes") + " returned only " +
           bytesAt(event, "returned_bytes") + " to the system" + holderSuffix(event);
}

std::string snoozeSentence(const Value &event)
{
    const auto until = integerAt(event, "until_unix_ms").value_or(0);
    return until == 0
               ? "the held limit is released"
               : "the limit is held at " + percentAt(event, "share_percent") + " until " + localTime(until);
}

std::string cleanUpSentence(const Value &event)
{
    const std::uint64_t expired = countAt(event, "expired_entries");
    const std::uint64_t removed = countAt(event, "removed_entries");
    const std::string before = bytesAt(event, "file_bytes_before");
    const std::string after = bytesAt(event, "file_bytes_after");
    const std::string entries = expired + removed == 0 ? "removed no entry"
                                                       : "removed " + countText(expired) + " expired and " +
                                                             countText(removed) + " other entries";
    return entries + ", files " + (before == after ? after : before + " -> " + after);
}

std::string sourceSentence(const Value &event)
{
    if (textAt(event, "error").empty())
        return "the memory figures can be read again";
    const std::string detail = shownAt(event, "detail");
    return nameAt(event, "file", "a file") + ": " + shownAt(event, "error") +
           (detail.empty() ? "" : ' ' + detail);
}

std::string scanSentence(const Value &event)
{
    std::string text = nameAt(event, "folder", "a folder") +
                       (isTrueAt(event, "cancelled") ? " (cancelled): " : ": ") +
                       plural(countAt(event, "files"), "file", "files");
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> parts{
        {{"from_cache", " from the cache"},
         {"read", " read"},
         {"not_understood", ""},
         {"unknown_type", " of unknown type"},
         {"vanished", " vanished"},
         {"failed", " failed"}}};
    for (const auto &[name, words] : parts)
        if (const std::uint64_t count = countAt(event, name))
            text.append(", ").append(words.empty() ? notUnderstoodText(event)
                                                   : countText(count).append(words));
    return text + ", in " + durationAt(event, "duration_ms");
}

std::string noteSentence(const Value &event)
{
    return (isTrueAt(event, "incident") ? "incident: " : "") + nameAt(event, "text", "a note") +
           inBrackets(shownAt(event, "author"));
}

std::string actionSentence(const Value &event)
{
    const std::string actor = shownAt(event, "actor");
    const std::string target = shownAt(event, "target");
    const std::uint64_t entries = countAt(event, "entries");
    return (actor.empty() ? "" : actor + ": ") + shownAt(event, "action") +
           (target.empty() ? "" : ' ' + target) +
           inBrackets(entries == 0 ? "" : plural(entries, "entry", "entries"));
}

} // namespace

std::string rehearsalEnd(const Value &event)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> reasons{
        {{"played", "the whole curve was played"},
         {"stopped", "it was stopped"},
         {"critical", "the machine itself reached CRITICAL"},
         {"measure_only", "the limit was set not to adapt"},
         {"program_ended", "the program ended"}}};
    const std::string outcome = textAt(event, "outcome");
    const auto *reason = std::find_if(reasons.begin(), reasons.end(),
                                      [&outcome](const auto &each) { return each.first == outcome; });
    return "ended after " + durationAt(event, "duration_ms") + ", " +
           (reason == reasons.end() ? shownAt(event, "outcome") : std::string(reason->second)) +
           "; its cuts evicted " + plural(countAt(event, "evicted_entries"), "entry", "entries") + ", " +
           bytesAt(event, "evicted_bytes") + "; the limit is " +
           plural(countAt(event, "limit_entries"), "entry", "entries") + " again";
}

namespace {

std::string rehearsalSentence(const Value &event)
{
    const std::string actor = shownAt(event, "actor");
    const std::string speed = numberText(numberAt(event, "speed").value_or(1), 2);
    const std::string curve = shownAt(event, "curve") +
                              (speed == "1" ? "" : ", " + speed + " times as fast") + inBrackets(actor) +
                              ": ";
    return curve + (textAt(event, "outcome") == "began" ? "began on this cache" : rehearsalEnd(event));
}

std::string processesSentence(const Value &event)
{
    constexpr int mostNamed = 3;
    const std::string before = shownAt(event, "level_before");
    const std::string level = shownAt(event, "level");
    std::string text = "most memory at " + (before == level ? level : before + " -> " + level);
    const auto own = integerAt(event, "own_pid");
    int named = 0;
    if (const Value *processes = event.find("processes"))
        for (const Value &process : processes->items()) {
            const auto pid = integerAt(process, "pid");
            const bool isOwn = pid && pid == own;
            if (named >= mostNamed && !isOwn)
                continue;
            const std::uint64_t share = countAt(process, "pss_bytes");
            const double held = static_cast<double>(share == 0 ? countAt(process, "rss_bytes") : share) +
                                static_cast<double>(countAt(process, "swap_bytes"));
            text += (named++ == 0 ? ": " : ", ") +
                    (isOwn ? "this Manometer" : nameAt(process, "name", "a program")) + ' ' + bytesText(held);
        }
    return text;
}

std::string recordingSentence(const Value &event)
{
    const std::string detail = shownAt(event, "detail");
    if (detail.empty())
        return "recording to " + nameAt(event, "file", "a file") + " continues";
    const std::uint64_t dropped = countAt(event, "dropped");
    return "recording to " + nameAt(event, "file", "a file") + " failed: " + detail +
           inBrackets(dropped == 0 ? "" : countText(dropped) + " dropped");
}

std::string suspendSentence(const Value &event)
{
    return "the machine slept for " + durationAt(event, "duration_ms");
}

std::string clockSentence(const Value &event)
{
    return "the clock was set by " + durationAt(event, "step_ms");
}

std::string storeSentence(const Value &event)
{
    const std::string detail = shownAt(event, "detail");
    return "the disk store is " + shownAt(event, "state") + (detail.empty() ? "" : ": " + detail);
}

std::string fieldsText(const Value &event)
{
    std::string text;
    for (const auto &[name, value] : event.members()) {
        const bool isEmpty = value.kind() == Value::Kind::Null ||
                             (value.kind() == Value::Kind::String && value.text().empty());
        if (isCommon(name) || isEmpty)
            continue;
        json::Writer json;
        write(json, value);
        text += (text.empty() ? "" : " ") + shown(name) + '=' +
                (value.kind() == Value::Kind::String ? shownEscaped(value.text()) : shown(json.text()));
    }
    return text;
}

struct Sentence
{
    std::string_view kind;
    std::string (*text)(const Value &);
};

constexpr std::array<Sentence, 23> sentences{{{"level", levelSentence},
                                              {"warning", warningSentence},
                                              {"limit", limitSentence},
                                              {"receipt", receiptSentence},
                                              {"hold", holdSentence},
                                              {"futile", futileSentence},
                                              {"snooze", snoozeSentence},
                                              {"clean_up", cleanUpSentence},
                                              {"thresholds", thresholdsSentence},
                                              {"source", sourceSentence},
                                              {"suspend", suspendSentence},
                                              {"clock", clockSentence},
                                              {"store", storeSentence},
                                              {"scan", scanSentence},
                                              {"settings", settingsFileSentence},
                                              {"settings_applied", settingsAppliedSentence},
                                              {"capacity", settingsAppliedSentence}, // its former name
                                              {"client_action", actionSentence},
                                              {"processes", processesSentence},
                                              {"replay", replaySentence},
                                              {"rehearsal", rehearsalSentence},
                                              {"recording", recordingSentence},
                                              {"note", noteSentence}}};

constexpr std::size_t kindWidth = 13; // of the usual words

} // namespace

std::string eventText(const Value &event, const Value *lost)
{
    const std::string kind = shownAt(event, "kind");
    const auto *found = std::find_if(sentences.begin(), sentences.end(),
                                     [&kind](const Sentence &each) { return each.kind == kind; });
    std::string text = found == sentences.end() ? fieldsText(event) : found->text(event);
    if (const std::string cost = lost ? cutCostText(event, *lost) : std::string(); !cost.empty())
        text += "; " + cost;
    const std::string padding(kind.size() < kindWidth ? kindWidth - kind.size() : 0, ' ');
    std::string line = localTime(momentOf(event)) + "  " + kind + padding + "  " + text;
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

std::int64_t momentOf(const Value &event)
{
    const auto at = integerAt(event, "at_unix_ms");
    return at && textAt(event, "kind") == "note" ? *at : integerAt(event, "unix_ms").value_or(0);
}

std::string detailsOf(const Value &event)
{
    json::Writer json;
    json.beginObject();
    for (const auto &[name, value] : event.members())
        if (!isCommon(name)) {
            json.member(name);
            write(json, value);
        }
    json.endObject();
    return json.take();
}

} // namespace manometer::ctl
