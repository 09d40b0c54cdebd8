// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/EventText.h"

#include "ctl/Json.h"
#include "ctl/Texts.h"
#include "ctl/Times.h"

#include <algorithm>
#include <array>
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

std::string levelSentence(const Value &event)
{
    return shownAt(event, "level_from") + " -> " + shownAt(event, "level_to") + " at " +
           percentAt(event, "percent") + " (" + shownAt(event, "reason") + ')';
}

std::string warningSentence(const Value &event)
{
    return shownAt(event, "level") + " is expected in " + durationAt(event, "expected_in_ms") + ", at " +
           percentAt(event, "percent") + " now";
}

std::string limitSentence(const Value &event)
{
    return "limit " + countText(countAt(event, "limit_before_entries")) + " -> " +
           plural(countAt(event, "limit_after_entries"), "entry", "entries") + " (" +
           shownAt(event, "cause") + "), evicted " +
           plural(countAt(event, "evicted_entries"), "entry", "entries") + ", " +
           bytesAt(event, "evicted_bytes");
}

std::string receiptSentence(const Value &event)
{
    const auto before = static_cast<double>(countAt(event, "process_rss_before_bytes"));
    const auto after = static_cast<double>(countAt(event, "process_rss_after_2_s_bytes"));
    return "evicted " + bytesAt(event, "evicted_bytes") + ", the process returned " +
           bytesText(std::max(0.0, before - after)) + ", memory use " + percentAt(event, "percent_before") +
           " -> " + percentAt(event, "percent_after");
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
    return "removed " + countText(countAt(event, "expired_entries")) + " expired and " +
           countText(countAt(event, "removed_entries")) + " other entries, files " +
           bytesAt(event, "file_bytes_before") + " -> " + bytesAt(event, "file_bytes_after");
}

std::string sourceSentence(const Value &event)
{
    if (textAt(event, "error").empty())
        return "the memory figures can be read again";
    return shownAt(event, "file") + ": " + shownAt(event, "error") + ' ' + shownAt(event, "detail");
}

std::string scanSentence(const Value &event)
{
    return shownAt(event, "folder") + (isTrueAt(event, "cancelled") ? " (cancelled): " : ": ") +
           plural(countAt(event, "files"), "file", "files") + ", " + countText(countAt(event, "from_cache")) +
           " from the cache, " + countText(countAt(event, "read")) + " read, " +
           countText(countAt(event, "failed")) + " failed, in " + durationAt(event, "duration_ms");
}

std::string noteSentence(const Value &event)
{
    return (isTrueAt(event, "incident") ? "incident: " : "") + shownAt(event, "text");
}

std::string actionSentence(const Value &event)
{
    const std::uint64_t entries = countAt(event, "entries");
    return shownAt(event, "actor") + ": " + shownAt(event, "action") + ' ' + shownAt(event, "target") +
           (entries == 0 ? "" : " (" + plural(entries, "entry", "entries") + ')');
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
        if (isCommon(name))
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

constexpr std::array<Sentence, 14> sentences{{{"level", levelSentence},
                                              {"warning", warningSentence},
                                              {"limit", limitSentence},
                                              {"receipt", receiptSentence},
                                              {"futile", futileSentence},
                                              {"snooze", snoozeSentence},
                                              {"clean_up", cleanUpSentence},
                                              {"source", sourceSentence},
                                              {"suspend", suspendSentence},
                                              {"clock", clockSentence},
                                              {"store", storeSentence},
                                              {"scan", scanSentence},
                                              {"client_action", actionSentence},
                                              {"note", noteSentence}}};

constexpr std::size_t kindWidth = 13; // of the usual words

} // namespace

std::string eventText(const Value &event)
{
    const std::string kind = shownAt(event, "kind");
    const auto *found = std::find_if(sentences.begin(), sentences.end(),
                                     [&kind](const Sentence &each) { return each.kind == kind; });
    const std::string text = found == sentences.end() ? fieldsText(event) : found->text(event);
    const std::string padding(kind.size() < kindWidth ? kindWidth - kind.size() : 0, ' ');
    return localTime(momentOf(event)) + "  " + kind + padding + "  " + text;
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
