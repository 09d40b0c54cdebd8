// SPDX-License-Identifier: GPL-3.0-or-later
//
// The JSON fields of the cache's figures and entries: like ViewFields.h, which includes it.
#pragma once

#include "views/CacheView.h"
#include "wire/CommonFields.h"

namespace manometer::wire {

template<typename Fields, typename What>
requires Describes<cache::PressureCost, What>
void describe(Fields &f, What &what)
{
    auto &[diskReads, fileReads, fileReadTime] = what;
    f("disk_reads", diskReads);
    f("file_reads", fileReads);
    f("file_read_time_ns", fileReadTime);
}

template<typename Fields, typename What>
requires Describes<cache::CutCost, What>
void describe(Fields &f, What &what)
{
    auto &[action, cost, countedOneIn] = what;
    f("action", action);
    f("cost", cost);
    f("counted_one_in", countedOneIn);
}

template<typename Fields, typename What>
requires Describes<views::CutCosts, What>
void describe(Fields &f, What &what)
{
    auto &[run, newestFirst] = what;
    f("run", run);
    f("newest_first", newestFirst);
}

template<typename Fields, typename What>
requires Describes<cache::Stats, What>
void describe(Fields &f, What &what)
{
    auto &[memoryHits, diskHits, misses, evictions, pressureEvictions, pressureCost, notStored, memoryEntries,
           memoryBytes, memoryLimits, diskEntries, diskBytes, diskCap, pathIndex, cleanUps, cleanUpRemoved] =
        what;
    f("memory_hits", memoryHits);
    f("disk_hits", diskHits);
    f("misses", misses);
    f("evictions", evictions);
    f("pressure_evictions", pressureEvictions);
    f("pressure_cost", pressureCost);
    f("not_stored", notStored);
    f("memory_entries", memoryEntries);
    f("memory_bytes", memoryBytes);
    f("memory_limit", memoryLimits);
    f("disk_entries", diskEntries);
    f("disk_bytes", diskBytes);
    f("disk_cap_bytes", diskCap);
    f("path_index_bytes", pathIndex);
    f("disk_clean_ups", cleanUps);
    f("disk_clean_up_removed", cleanUpRemoved);
}

template<typename Fields, typename What>
requires Describes<views::ClientUse, What>
void describe(Fields &f, What &what)
{
    auto &[program, requests, hits, saved, last] = what;
    f("program", program);
    f("requests", requests);
    f("hits", hits);
    f("saved_us", saved);
    f("last_unix_ms", last);
}

template<typename Fields, typename What>
requires Describes<views::AnswerUse, What>
void describe(Fields &f, What &what)
{
    auto &[requests, hits, saved, clients] = what;
    f("requests", requests);
    f("hits", hits);
    f("saved_us", saved);
    f("clients", clients);
}

template<typename Fields, typename What>
requires Describes<views::CacheSummary, What>
void describe(Fields &f, What &what)
{
    auto &[stats, configured, pressureEvents, adjustments, health, answers, cutCosts] = what;
    f("stats", stats);
    f("limit_configured", configured);
    f("memory_pressure_events", pressureEvents);
    f("adaptive_adjustments", adjustments);
    f("health", health);
    f("exiftool", answers);
    f("cut_costs", cutCosts);
}

template<typename Fields, typename Number>
void describe(Fields &f, cache::Range<Number> &what)
{
    f("least", what.least);
    f("most", what.most);
}

template<typename Fields, typename Number>
void describe(Fields &f, const cache::Range<Number> &what)
{
    f("least", what.least);
    f("most", what.most);
}

template<typename Fields, typename What>
requires Describes<cache::EntryQuery, What>
void describe(Fields &f, What &what)
{
    auto &[order, descending, pathContains, underFolder, valueBytes, hits, age, inMemory, onDisk, isKept,
           hasError] = what;
    f("order", order);
    f("descending", descending);
    f("path_contains", pathContains);
    f("under_folder", underFolder);
    f("value_bytes", valueBytes);
    f("hits", hits);
    f("age_ns", age);
    f("in_memory", inMemory);
    f("on_disk", onDisk);
    f("is_kept", isKept);
    f("has_error", hasError);
}

template<typename Fields, typename What>
requires Describes<views::Listing, What>
void describe(Fields &f, What &what)
{
    auto &[generation, size, ids, asOf] = what;
    f("generation", generation);
    f("size", size);
    f("ids", ids);
    f("as_of_unix_ms", asOf);
}

template<typename Fields, typename What>
requires Describes<views::EntryRow, What>
void describe(Fields &f, What &what)
{
    auto &[id, exists, path, depth, source, value, stored, hits, modified, storedAt, lastUsed, readCost,
           inMemory, onDisk, isKept, contents] = what;
    f("id", id);
    f("exists", exists);
    f("path", path);
    f("depth", depth);
    f("source_bytes", source);
    f("value_bytes", value);
    f("stored_bytes", stored);
    f("hits", hits);
    f("modified_unix_ms", modified);
    f("stored_unix_ms", storedAt);
    f("last_used_unix_ms", lastUsed);
    f("read_cost_us", readCost);
    f("in_memory", inMemory);
    f("on_disk", onDisk);
    f("is_kept", isKept);
    f("contents", contents);
}

template<typename Fields, typename What>
requires Describes<views::EntryDetail, What>
void describe(Fields &f, What &what)
{
    auto &[row, bytes] = what;
    f("row", row);
    f("bytes", bytes);
}

template<typename Fields, typename What>
requires Describes<views::EntryWeight, What>
void describe(Fields &f, What &what)
{
    auto &[entries, kept, value, stored, canComeBack] = what;
    f("entries", entries);
    f("kept", kept);
    f("value_bytes", value);
    f("stored_bytes", stored);
    f("can_come_back", canComeBack);
}

template<typename Fields, typename What>
requires Describes<views::Removal, What>
void describe(Fields &f, What &what)
{
    auto &[removed, stopped, undoId] = what;
    f("removed", removed);
    f("stopped", stopped);
    f("undo_id", undoId);
}

} // namespace manometer::wire
