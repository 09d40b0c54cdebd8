// SPDX-License-Identifier: GPL-3.0-or-later
//
// The JSON fields of the views' values: one list for each struct, for writing and reading (Fields.h). Each
// list names all members of its struct by a structured binding, so that a missing or additional one does not
// compile. Names end in their unit and never change once released.
#pragma once

#include "views/Backend.h"
#include "wire/CacheFields.h"
#include "wire/CommonFields.h"
#include "wire/EvidenceFields.h"
#include "wire/SourceFields.h"

#include <type_traits>

namespace manometer::wire {

// Samples.

template<typename Fields, typename What>
requires Describes<pressure::MemoryComposition, What>
void describe(Fields &f, What &what)
{
    auto &[free, buffers, cache, swapTotal, swapUsed] = what;
    f("free_bytes", free);
    f("buffers_bytes", buffers);
    f("cache_bytes", cache);
    f("swap_total_bytes", swapTotal);
    f("swap_used_bytes", swapUsed);
}

template<typename Fields, typename What>
requires Describes<views::SampleRecord, What>
void describe(Fields &f, What &what)
{
    auto &[wall, monotonic, bucket, discontinuity, gap, used, usedMin, usedMax, cgroup, total, available,
           composition, rss, virt, psi, raw, applied, entries, limit, hits, requests, answerHits, saved] =
        what;
    f("unix_ms", wall);
    f("monotonic_ms", monotonic);
    f("bucket_ms", bucket);
    f("discontinuity", discontinuity);
    f("gap", gap);
    f("system_used_percent", used);
    f("system_used_min_percent", usedMin);
    f("system_used_max_percent", usedMax);
    f("cgroup_used_percent", cgroup);
    f("system_total_bytes", total);
    f("system_available_bytes", available);
    f("composition", composition);
    f("process_rss_bytes", rss);
    f("process_virtual_bytes", virt);
    f("psi_some_avg10_percent", psi);
    f("level_raw", raw);
    f("level_applied", applied);
    f("cache_entries", entries);
    f("cache_limit_entries", limit);
    f("cache_hits_total", hits);
    f("cache_requests_total", requests);
    f("answer_hits_total", answerHits);
    f("saved_us_total", saved);
}

template<typename Fields, typename What>
requires Describes<views::TimeRange, What>
void describe(Fields &f, What &what)
{
    auto &[from, to] = what;
    f("from_unix_ms", from);
    f("to_unix_ms", to);
}

// Limits and thresholds.

template<typename Fields, typename What>
requires Describes<pressure::Limits, What> || Describes<cache::Limits, What>
void describe(Fields &f, What &what)
{
    auto &[entries, bytes] = what;
    f("entries", entries);
    f("bytes", bytes);
}

template<typename Fields, typename What>
requires Describes<pressure::Thresholds, What>
void describe(Fields &f, What &what)
{
    auto &[elevated, high, critical] = what;
    f("elevated", elevated);
    f("high", high);
    f("critical", critical);
}

// The monitor's status.

template<typename Fields, typename What>
requires Describes<pressure::CgroupMemory, What>
void describe(Fields &f, What &what)
{
    auto &[limit, workingSet] = what;
    f("limit_bytes", limit);
    f("working_set_bytes", workingSet);
}

template<typename Fields, typename What>
requires Describes<pressure::SourceError, What>
void describe(Fields &f, What &what)
{
    describeError(f, what, "kind");
}

template<typename Fields, typename What>
requires Describes<pressure::Forecast, What>
void describe(Fields &f, What &what)
{
    auto &[slope, rising, toNext] = what;
    f("slope_percent_per_second", slope);
    f("rising", rising);
    f("to_next_ms", toNext);
}

template<typename Fields, typename What>
requires Describes<pressure::LevelForecasts, What>
void describe(Fields &f, What &what)
{
    auto &[right, wrong, unforeseen, errors] = what;
    f("right", right);
    f("wrong", wrong);
    f("unforeseen", unforeseen);
    f("errors", errors);
}

template<typename Fields, typename What>
requires Describes<pressure::ForecastRecord, What>
void describe(Fields &f, What &what)
{
    auto &[elevated, high, critical] = what;
    f("elevated", elevated);
    f("high", high);
    f("critical", critical);
}

template<typename Fields, typename What>
requires Describes<views::RehearsalStatus, What>
void describe(Fields &f, What &what)
{
    auto &[id, curve, speed, played, length, percent, level, limit, evicted, evictedBytes] = what;
    f("id", id);
    f("curve", curve);
    f("speed", speed);
    f("played_ms", played);
    f("length_ms", length);
    f("percent", percent);
    f("level", level);
    f("limit", limit);
    f("evicted_entries", evicted);
    f("evicted_bytes", evictedBytes);
}

template<typename Fields, typename What>
requires Describes<views::MonitorStatus, What>
void describe(Fields &f, What &what)
{
    auto &[latest, basis, percent, hostIsEstimated, cgroup, raw, applied, appliedSince, reason, vote,
           underLeaveSince, fallsAt, stale, error, thresholds, margin, evictionTarget, forecast, warnedOf,
           forecastRecord, configured, ceiling, limit, limitReason, growthStep, growthInterval, nextGrowthAt,
           snooze, snoozedUntil, basisChoice, adapting, rehearsal] = what;
    f("latest", latest);
    f("basis", basis);
    f("percent", percent);
    f("host_is_estimated", hostIsEstimated);
    f("cgroup", cgroup);
    f("level_raw", raw);
    f("level_applied", applied);
    f("level_applied_since_monotonic_ms", appliedSince);
    f("reason", reason);
    f("vote", vote);
    f("under_leave_since_monotonic_ms", underLeaveSince);
    f("falls_at_monotonic_ms", fallsAt);
    f("stale", stale);
    f("error", error);
    f("thresholds", thresholds);
    f("margin_to_next_percent", margin);
    f("eviction_target_bytes", evictionTarget);
    f("forecast", forecast);
    f("warned_of", warnedOf);
    f("forecast_record", forecastRecord);
    f("limit_configured", configured);
    f("limit_ceiling", ceiling);
    f("limit", limit);
    f("limit_reason", limitReason);
    f("growth_step_percent", growthStep);
    f("growth_interval_ms", growthInterval);
    f("next_growth_at_monotonic_ms", nextGrowthAt);
    f("snooze_percent", snooze);
    f("snoozed_until_monotonic_ms", snoozedUntil);
    f("basis_choice", basisChoice);
    f("adapting", adapting);
    f("rehearsal", rehearsal);
}

template<typename Fields, typename What>
requires Describes<views::MemoryHolding, What>
void describe(Fields &f, What &what)
{
    auto &[processes, ownPid, rehearsalFolder] = what;
    f("processes", processes);
    f("own_pid", ownPid);
    f("rehearsal_folder", rehearsalFolder);
}

// The scan.

template<typename Fields, typename What>
requires Describes<views::ScanReasons, What>
void describe(Fields &f, What &what)
{
    auto &[links, pipes, devices, kernelFolders, noPermission, changed, timedOut, tooLarge] = what;
    f("links", links);
    f("pipes", pipes);
    f("devices", devices);
    f("kernel_folders", kernelFolders);
    f("no_permission", noPermission);
    f("changed_while_read", changed);
    f("timed_out", timedOut);
    f("too_large", tooLarge);
}

template<typename Fields, typename What>
requires Describes<views::ScanProgress, What>
void describe(Fields &f, What &what)
{
    auto &[running, cancelled, oneFile, counting, folder, found, done, fromCache, read, failed, notUnderstood,
           empty, unknownType, vanished, skipped, reasons, rate, elapsed, current] = what;
    f("running", running);
    f("cancelled", cancelled);
    f("one_file", oneFile);
    f("counting", counting);
    f("folder", folder);
    f("found", found);
    f("done", done);
    f("from_cache", fromCache);
    f("read", read);
    f("failed", failed);
    f("not_understood", notUnderstood);
    f("empty", empty);
    f("unknown_type", unknownType);
    f("vanished", vanished);
    f("skipped", skipped);
    f("reasons", reasons);
    f("files_per_second", rate);
    f("elapsed_ms", elapsed);
    f("current", current);
}

template<typename Fields, typename What>
requires Describes<views::ScanFailure, What>
void describe(Fields &f, What &what)
{
    auto &[kind, path, systemError, detail, isRemembered] = what;
    f("kind", kind);
    f("file", path);
    f("system_error", systemError);
    f("detail", detail);
    f("is_remembered", isRemembered);
}

template<typename Fields, typename What>
requires Describes<views::Connection, What>
void describe(Fields &f, What &what)
{
    auto &[state, since, reason, version] = what;
    f("state", state);
    f("since_unix_ms", since);
    f("reason", reason);
    f("version", version);
}

} // namespace manometer::wire
