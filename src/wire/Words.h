// SPDX-License-Identifier: GPL-3.0-or-later
//
// The words for enumeration values in JSON, CSV and logs, in the order of the values; defined only here, the
// names of the levels in pressure/Level.h. A word never changes once released. Pure; any thread.
#pragma once

#include "views/Backend.h"
#include "views/Event.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <type_traits>

namespace manometer::wire {

template<typename Word>
constexpr auto wordsOf()
{
    using Words = std::string_view;
    if constexpr (std::is_same_v<Word, pressure::Level>)
        return pressure::levelNames;
    else if constexpr (std::is_same_v<Word, pressure::GovernorReason>)
        return std::array<Words, 11>{"as_measured",
                                     "raised",
                                     "raised_at_once",
                                     "raised_by_vote",
                                     "raised_by_out_of_memory",
                                     "awaiting_second_sample",
                                     "fell",
                                     "above_leave",
                                     "held_by_vote",
                                     "holding",
                                     "blind"};
    else if constexpr (std::is_same_v<Word, pressure::Basis>)
        return std::array<Words, 2>{"host", "cgroup"};
    else if constexpr (std::is_same_v<Word, pressure::BasisChoice>)
        return std::array<Words, 3>{"auto", "host", "cgroup"};
    else if constexpr (std::is_same_v<Word, pressure::Vote>)
        return std::array<Words, 5>{"none", "host_stall", "cgroup_stall", "notice", "out_of_memory"};
    else if constexpr (std::is_same_v<Word, views::HoldEvent::Waits>)
        return std::array<Words, 2>{"fall", "growth"};
    else if constexpr (std::is_same_v<Word, views::ClientActionEvent::Action>)
        return std::array<Words, 14>{
            "cleared_cache",  "stored_entries",   "removed_entries",  "restored_entries", "discarded_entries",
            "pinned_entries", "unpinned_entries", "changed_settings", "saved_preset",     "removed_preset",
            "started_scan",   "cancelled_scan",   "snoozed",          "replaced_tokens"};
    else if constexpr (std::is_same_v<Word, views::SettingsFileEvent::Outcome>)
        return std::array<Words, 4>{"unusable", "partly_used", "changed_elsewhere", "not_adopted"};
    else if constexpr (std::is_same_v<Word, cache::LimitCause>)
        return std::array<Words, 4>{"configuration", "pressure", "restore", "rehearsal"};
    else if constexpr (std::is_same_v<Word, views::RehearsalEvent::Outcome>)
        return std::array<Words, 6>{"began",    "played",       "stopped",
                                    "critical", "measure_only", "program_ended"};
    else if constexpr (std::is_same_v<Word, cache::Health::State>)
        return std::array<Words, 5>{"good", "disk_full", "read_only", "locked", "input_output_error"};
    else if constexpr (std::is_same_v<Word, views::SampleRecord::Discontinuity>)
        return std::array<Words, 4>{"none", "start", "suspend", "clock_set"};
    else if constexpr (std::is_same_v<Word, views::HitEvidence::Lack>)
        return std::array<Words, 3>{"none", "few_requests", "contradicts"};
    else if constexpr (std::is_same_v<Word, views::SuggestAnswer::End>)
        return std::array<Words, 5>{"found", "impossible", "conflicting", "nothing_recorded", "cancelled"};
    else if constexpr (std::is_same_v<Word, views::SuggestAnswer::Constraint>)
        return std::array<Words, 3>{"criticals", "incident_lead", "hit_points"};
    else if constexpr (std::is_same_v<Word, views::SuggestedThresholds::Doubt>)
        return std::array<Words, 3>{"none", "never_reached", "mostly_elevated"};
    else if constexpr (std::is_same_v<Word, pressure::LimitReason>)
        return std::array<Words, 8>{"at_ceiling",       "held_after_cut", "held_by_flap", "growing",
                                    "held_by_forecast", "futile",         "blind",        "snoozed"};
    else if constexpr (std::is_same_v<Word, views::ScanFailure::Kind>)
        return std::array<Words, 9>{"no_reader",          "folder_unreadable", "unreadable",
                                    "changed_while_read", "reader_failed",     "timed_out",
                                    "too_large",          "not_understood",    "not_stored"};
    else if constexpr (std::is_same_v<Word, cache::Contents>)
        return std::array<Words, 5>{"understood", "unreadable", "unknown_type", "empty", "failed"};
    else if constexpr (std::is_same_v<Word, cache::EntryQuery::Order>)
        return std::array<Words, 10>{"path",      "value_bytes", "hits",     "stored", "last_used",
                                     "read_cost", "depth",       "modified", "tier",   "kept"};
    else if constexpr (std::is_same_v<Word, views::Connection::State>)
        return std::array<Words, 3>{"connecting", "connected", "lost"};
    else if constexpr (std::is_same_v<Word, pressure::Signal>)
        return std::array<Words, 11>{"host_memory",  "cgroup_limit",   "host_stall",    "cgroup_stall",
                                     "host_trigger", "cgroup_trigger", "out_of_memory", "reclaim",
                                     "notice",       "own_memory",     "own_footprint"};
    else if constexpr (std::is_same_v<Word, pressure::SignalState>)
        return std::array<Words, 7>{"works",          "estimated", "missing",  "not_limited",
                                    "not_configured", "refused",   "malformed"};
    else if constexpr (std::is_same_v<Word, pressure::CgroupVersion>)
        return std::array<Words, 3>{"none", "v1", "v2"};
    else {
        static_assert(std::is_same_v<Word, pressure::SourceError::Kind>, "an enumeration without its words");
        return std::array<Words, 2>{"unreadable", "malformed"};
    }
}

template<typename Enum>
constexpr std::string_view wordOf(Enum value)
{
    return wordsOf<Enum>().at(static_cast<std::size_t>(value));
}

template<typename Enum>
constexpr std::optional<Enum> fromWord(std::string_view word)
{
    constexpr auto words = wordsOf<Enum>();
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? std::nullopt : std::optional(static_cast<Enum>(found - words.begin()));
}

} // namespace manometer::wire
