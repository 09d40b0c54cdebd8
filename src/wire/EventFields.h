// SPDX-License-Identifier: GPL-3.0-or-later
//
// The fields of each kind of event in JSON: one list for writing and reading (Fields.h). Each list names all
// members of its struct by a structured binding, so that a missing or additional one does not compile.
#pragma once

#include "views/Event.h"
#include "wire/CommonFields.h"
#include "wire/Words.h"

#include <array>
#include <string_view>
#include <type_traits>

namespace manometer::wire {

using namespace views;

// In the order of EventKinds.
inline constexpr std::array<std::string_view, 22> kindWords{
    "level",         "warning",   "limit",      "receipt",   "hold",    "futile",
    "snooze",        "clean_up",  "thresholds", "source",    "suspend", "clock",
    "store",         "scan",      "settings",   "recording", "note",    "settings_applied",
    "client_action", "processes", "replay",     "rehearsal"};
static_assert(kindWords.size() == std::variant_size_v<views::EventKinds>);
// The name of "settings_applied" before its release; still read.
inline constexpr std::string_view formerSettingsApplied = "capacity";

// Fields: operator()(key, value) for numbers, words, text and bytes; changes(list) for a list with only the
// numbers that changed. Not named describe(): an event's fields are flat, those of the views' values are
// nested, and one program has both.
template<typename Fields, typename What>
void describeEvent(Fields &f, What &what)
{
    using W = std::remove_const_t<What>;
    if constexpr (std::is_same_v<W, views::LevelEvent>) {
        auto &[from, to, reason, percent, threshold, basis, vote] = what;
        f("level_from", from);
        f("level_to", to);
        f("reason", reason);
        f("percent", percent);
        f("threshold_percent", threshold);
        f("basis", basis);
        f("vote", vote);
    } else if constexpr (std::is_same_v<W, views::WarningEvent>) {
        auto &[level, percent, slope, expectedIn, basis] = what;
        f("level", level);
        f("percent", percent);
        f("slope_percent_per_second", slope);
        f("expected_in_ms", expectedIn);
        f("basis", basis);
    } else if constexpr (std::is_same_v<W, views::LimitEvent>) {
        auto &[cause, level, outcome, rssBefore, rssAfter, action, percent] = what;
        auto &[before, after, evictedEntries, evictedBytes, residentEntries, residentBytes, deferredBytes,
               duration] = outcome;
        f("cause", cause);
        f("level", level);
        f("limit_before_entries", before.entries);
        f("limit_before_bytes", before.bytes);
        f("limit_after_entries", after.entries);
        f("limit_after_bytes", after.bytes);
        f("evicted_entries", evictedEntries);
        f("evicted_bytes", evictedBytes);
        f("resident_entries", residentEntries);
        f("resident_bytes", residentBytes);
        f("deferred_bytes", deferredBytes);
        f("duration_ns", duration);
        f("process_rss_before_bytes", rssBefore);
        f("process_rss_after_bytes", rssAfter);
        f("action", action);
        f("percent", percent);
    } else if constexpr (std::is_same_v<W, views::MemoryHolder>) {
        auto &[name, pid, rss] = what;
        f("largest_holder_name", name);
        f("largest_holder_pid", pid);
        f("largest_holder_rss_bytes", rss);
    } else if constexpr (std::is_same_v<W, views::ReceiptEvent>) {
        auto &[action, evicted, before, atOnce, after250, after2, percentBefore, percentAfter, used, holder,
               rehearsed] = what;
        f("action", action);
        f("evicted_bytes", evicted);
        f("process_rss_before_bytes", before);
        f("process_rss_at_once_bytes", atOnce);
        f("process_rss_after_250_ms_bytes", after250);
        f("process_rss_after_2_s_bytes", after2);
        f("percent_before", percentBefore);
        f("percent_after", percentAfter);
        f("used_before_bytes", used);
        describeEvent(f, holder);
        f("rehearsed", rehearsed);
    } else if constexpr (std::is_same_v<W, views::HoldEvent>) {
        auto &[waits, level, hold] = what;
        f("waits", waits);
        f("level", level);
        f("hold_ms", hold);
    } else if constexpr (std::is_same_v<W, views::FutileEvent>) {
        auto &[evicted, returned, holder] = what;
        f("evicted_bytes", evicted);
        f("returned_bytes", returned);
        describeEvent(f, holder);
    } else if constexpr (std::is_same_v<W, views::SnoozeEvent>) {
        auto &[share, until] = what;
        f("share_percent", share);
        f("until_unix_ms", until);
    } else if constexpr (std::is_same_v<W, views::SuspendEvent>) {
        auto &[duration] = what;
        f("duration_ms", duration);
    } else if constexpr (std::is_same_v<W, views::ClockEvent>) {
        auto &[step] = what;
        f("step_ms", step);
    } else if constexpr (std::is_same_v<W, views::RecordingEvent>) {
        auto &[file, detail, dropped] = what;
        f("file", file);
        f("detail", detail);
        f("dropped", dropped);
    } else if constexpr (std::is_same_v<W, views::CleanUpEvent>) {
        auto &[level, outcome] = what;
        auto &[expired, removed, before, after, duration] = outcome;
        f("level", level);
        f("expired_entries", expired);
        f("removed_entries", removed);
        f("file_bytes_before", before);
        f("file_bytes_after", after);
        f("duration_ns", duration);
    } else if constexpr (std::is_same_v<W, views::ThresholdsEvent>) {
        auto &[before, after] = what;
        f.prefix = "before_";
        describeEvent(f, before);
        f.prefix = "after_";
        describeEvent(f, after);
        f.prefix = "";
    } else if constexpr (std::is_same_v<W, pressure::Thresholds>) {
        auto &[elevated, high, critical] = what;
        const std::string_view prefix = f.prefix;
        const bool before = prefix.starts_with("before");
        f.prefix = before ? "before_elevated_" : "after_elevated_";
        describe(f, elevated);
        f.prefix = before ? "before_high_" : "after_high_";
        describe(f, high);
        f.prefix = before ? "before_critical_" : "after_critical_";
        describe(f, critical);
    } else if constexpr (std::is_same_v<W, views::SettingsAppliedEvent>) {
        auto &[preset, before, after, numbers] = what;
        f("preset", preset);
        f.prefix = "before_";
        describeEvent(f, before);
        f.prefix = "after_";
        describeEvent(f, after);
        f.prefix = "";
        f.changes(numbers);
    } else if constexpr (std::is_same_v<W, views::Capacity>) {
        auto &[entries, memory, disk, expiry, adapting, basis] = what;
        f("memory_entries", entries);
        f("memory_bytes", memory);
        f("disk_bytes", disk);
        f("expiry_s", expiry);
        f("adapting", adapting);
        f("basis", basis);
    } else if constexpr (std::is_same_v<W, views::SourceEvent>) {
        auto &[error] = what;
        if (f.present("error", error))
            describeError(f, *error, "error");
    } else if constexpr (std::is_same_v<W, views::StoreEvent>) {
        auto &[health] = what;
        describe(f, health);
    } else if constexpr (std::is_same_v<W, views::ScanEvent>) {
        auto &[folder, cancelled, files, fromCache, read, failed, notUnderstood, empty, unknownType, vanished,
               duration] = what;
        f("folder", folder);
        f("cancelled", cancelled);
        f("files", files);
        f("from_cache", fromCache);
        f("read", read);
        f("failed", failed);
        f("not_understood", notUnderstood);
        f("empty", empty);
        f("unknown_type", unknownType);
        f("vanished", vanished);
        f("duration_ms", duration);
    } else if constexpr (std::is_same_v<W, views::NoteEvent>) {
        auto &[text, at, incident, author] = what;
        f("text", text);
        f("at_unix_ms", at);
        f("incident", incident);
        f("author", author);
    } else if constexpr (std::is_same_v<W, views::ClientActionEvent>) {
        auto &[actor, action, target, entries] = what;
        f("actor", actor);
        f("action", action);
        f("target", target);
        f("entries", entries);
    } else if constexpr (std::is_same_v<W, views::ProcessesEvent>) {
        auto &[levelBefore, level, action, limitEntries, total, ownPid, processes] = what;
        f("level_before", levelBefore);
        f("level", level);
        f("action", action);
        f("limit_entries", limitEntries);
        f("total_bytes", total);
        f("own_pid", ownPid);
        f("processes", processes);
    } else if constexpr (std::is_same_v<W, views::ReplayEvent>) {
        auto &[samples, recorded, incidents, before, after] = what;
        f("samples", samples);
        f("recorded_ms", recorded);
        f("incidents", incidents);
        f.prefix = "before_";
        describeEvent(f, before);
        f.prefix = "after_";
        describeEvent(f, after);
        f.prefix = "";
    } else if constexpr (std::is_same_v<W, views::RehearsalEvent>) {
        auto &[rehearsal, outcome, curve, speed, actor, duration, evicted, evictedBytes, limit] = what;
        f("rehearsal", rehearsal);
        f("outcome", outcome);
        f("curve", curve);
        f("speed", speed);
        f("actor", actor);
        f("duration_ms", duration);
        f("evicted_entries", evicted);
        f("evicted_bytes", evictedBytes);
        f("limit_entries", limit);
    } else if constexpr (std::is_same_v<W, views::ReplayedFigures>) {
        auto &[elevated, high, critical, elevatedTime, highTime, flaps, cuts, warned, hits] = what;
        f("elevated_entries", elevated);
        f("high_entries", high);
        f("critical_entries", critical);
        f("elevated_time_percent", elevatedTime);
        f("high_time_percent", highTime);
        f("flaps", flaps);
        f("cuts", cuts);
        f("incidents_warned", warned);
        f("hit_percent", hits);
    } else {
        static_assert(std::is_same_v<W, views::SettingsFileEvent>, "an event without its list of fields");
        auto &[file, keptAs, detail, outcome] = what;
        f("file", file);
        f("kept_as", keptAs);
        f("detail", detail);
        f("outcome", outcome);
    }
}

} // namespace manometer::wire
