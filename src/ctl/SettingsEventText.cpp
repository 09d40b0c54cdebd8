// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/SettingsEventText.h"

#include "ctl/Json.h"
#include "ctl/Texts.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <string_view>

namespace manometer::ctl {

using json::Value;

namespace {

using Change = std::function<std::string(std::string_view name, const Value &before, const Value &after)>;

// What `text` makes of each pair of before_NAME and after_NAME that differ, with `separator` between.
std::string changesOf(const Value &event, std::string_view separator, const Change &text)
{
    constexpr std::string_view beforePrefix = "before_";
    std::string all;
    for (const auto &[key, before] : event.members()) {
        if (!std::string_view(key).starts_with(beforePrefix))
            continue;
        const std::string_view name = std::string_view(key).substr(beforePrefix.size());
        const Value *after = event.find("after_" + std::string(name));
        if (after && after->text() != before.text())
            all.append(all.empty() ? "" : separator).append(text(name, before, *after));
    }
    return all;
}

std::string arrow(const std::string &before, const std::string &after)
{
    return before + " -> " + after;
}

std::string durationOf(const Value &ms)
{
    return durationText(std::chrono::milliseconds(ms.integer<std::int64_t>().value_or(0)));
}

// Of "high_enter_percent".
std::string thresholdChange(std::string_view name, const Value &before, const Value &after)
{
    struct Field
    {
        std::string_view suffix;
        std::string_view text;
    };
    static constexpr std::array<Field, 4> fields{{{"_enter_percent", " begins at "},
                                                  {"_leave_percent", " ends below "},
                                                  {"_target_percent", " has the target "},
                                                  {"_hold_ms", " is held for "}}};
    for (const Field &field : fields) {
        if (!name.ends_with(field.suffix))
            continue;
        std::string level = shown(name.substr(0, name.size() - field.suffix.size()));
        std::transform(level.begin(), level.end(), level.begin(),
                       [](char each) { return each >= 'a' && each <= 'z' ? char(each - 'a' + 'A') : each; });
        return level + std::string(field.text) +
               (field.suffix == "_hold_ms"
                    ? arrow(durationOf(before), durationOf(after))
                    : arrow(percentText(before.number()), percentText(after.number())));
    }
    return shown(name) + ' ' + arrow(shownEscaped(before.text()), shownEscaped(after.text()));
}

std::string settingChange(std::string_view name, const Value &before, const Value &after)
{
    std::string from = shownEscaped(before.text());
    std::string to = shownEscaped(after.text());
    if (name.ends_with("_bytes") && before.number() && after.number()) {
        const std::string shortFrom = exactBytesText(*before.number());
        const std::string shortTo = exactBytesText(*after.number());
        if (shortFrom != shortTo)
            return shown(name) + ' ' + arrow(shortFrom, shortTo);
    }
    return shown(name) + ' ' + arrow(from.empty() ? "-" : from, to.empty() ? "-" : to);
}

} // namespace

std::string thresholdsSentence(const Value &event)
{
    const std::string changes = changesOf(event, "; ", thresholdChange);
    return changes.empty() ? "no threshold changed" : changes;
}

std::string replaySentence(const Value &event)
{
    std::string changes;
    const auto add = [&](const std::string &before, const std::string &after, const std::string &name) {
        if (before != after)
            changes += (changes.empty() ? "" : "; ") + name + ' ' + arrow(before, after);
    };
    const auto count = [&](std::string_view field, const std::string &name) {
        add(std::to_string(countAt(event, "before_" + std::string(field))),
            std::to_string(countAt(event, "after_" + std::string(field))), name);
    };
    const auto percent = [&](std::string_view field, const std::string &name) {
        add(percentText(numberAt(event, "before_" + std::string(field))),
            percentText(numberAt(event, "after_" + std::string(field))), name);
    };
    count("elevated_entries", "ELEVATED entered");
    count("high_entries", "HIGH entered");
    count("critical_entries", "CRITICAL entered");
    percent("elevated_time_percent", "time at ELEVATED or above");
    percent("high_time_percent", "time at HIGH or above");
    count("flaps", "stays under 30 s");
    count("cuts", "cuts");
    count("incidents_warned", "incidents warned of");
    percent("hit_percent", "hits in memory");
    return "with these thresholds the last " +
           durationText(std::chrono::milliseconds(integerAt(event, "recorded_ms").value_or(0))) +
           " would have been the same" + (changes.empty() ? "" : " but for: " + changes);
}

std::string settingsAppliedSentence(const Value &event)
{
    const std::string preset = shownAt(event, "preset");
    const std::string changes = changesOf(event, ", ", settingChange);
    return "settings" + (preset.empty() ? "" : " of the preset " + preset) + ": " +
           (changes.empty() ? "none changed" : changes);
}

std::string settingsFileSentence(const Value &event)
{
    const std::string named = shownAt(event, "file");
    const std::string file = named.empty() ? "a file" : named; // names may have been left out
    const std::string keptAs = shownAt(event, "kept_as");
    const std::string detail = shownAt(event, "detail");
    const std::string outcome = textAt(event, "outcome");
    std::string text;
    if (outcome == "changed_elsewhere")
        text = "another program changed " + file;
    else if (outcome == "not_adopted")
        text = "another program changed " + file + "; its settings are not in effect";
    else if (outcome == "partly_used")
        text = "a part of " + file + " is unusable";
    else
        text = file + " is unusable";
    if (!detail.empty())
        text += ": " + detail;
    if (!keptAs.empty())
        text += "; the former file is kept as " + keptAs;
    return text;
}

} // namespace manometer::ctl
