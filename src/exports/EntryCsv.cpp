// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/EntryCsv.h"

#include "wire/Words.h"

#include <array>

namespace manometer::exports {

namespace {

constexpr std::array columns{
    CsvColumn{"path", "path of the file as text; invalid UTF-8 is replaced by U+FFFD"},
    CsvColumn{"path_percent_encoded", "path of the file without loss (RFC 3986)"},
    CsvColumn{"depth", "how thoroughly the file was read"},
    CsvColumn{"value_bytes", "size of the metadata, uncompressed"},
    CsvColumn{"stored_bytes", "size of the metadata on disk, compressed; 0 if it is not on disk"},
    CsvColumn{"file_bytes", "size of the file when it was read"},
    CsvColumn{"hits", "number of requests for the entry"},
    CsvColumn{"read_cost_us", "duration of the read in microseconds"},
    CsvColumn{"in_memory", "1 or 0"},
    CsvColumn{"on_disk", "1 or 0"},
    CsvColumn{"pinned", "1 or 0"},
    CsvColumn{"modified_unix_time_s", "modification time of the file when it was read; empty if unknown"},
    CsvColumn{"stored_unix_time_s", "time when the entry was stored"},
    CsvColumn{"last_used_unix_time_s", "time of the last request"},
    CsvColumn{"contents",
              "understood, unreadable, unknown_type, empty or failed: what the metadata reader made "
              "of the file"},
};

void flag(CsvWriter &csv, bool value)
{
    csv.word(value ? "1" : "0");
}

} // namespace

std::span<const CsvColumn> entryColumns()
{
    return columns;
}

void writeEntry(CsvWriter &csv, const views::EntryRow &entry)
{
    csv.text(entry.path);
    csv.word(entry.path.toPercentEncoding("/"));
    csv.text(entry.depth);
    csv.number(entry.valueBytes);
    csv.number(entry.storedBytes);
    csv.number(entry.sourceBytes);
    csv.number(entry.hits);
    csv.number(entry.readCostMicroseconds);
    flag(csv, entry.inMemory);
    flag(csv, entry.onDisk);
    flag(csv, entry.isKept);
    if (entry.modifiedWallMs)
        csv.seconds(*entry.modifiedWallMs);
    else
        csv.word({});
    csv.seconds(entry.storedWallMs);
    csv.seconds(entry.lastUsedWallMs);
    csv.word(wire::wordOf(entry.contents));
    csv.endRow();
}

} // namespace manometer::exports
