// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/SampleCsv.h"

#include "exports/CsvFile.h"
#include "exports/TimeColumns.h"

namespace manometer::exports {

using namespace views;

namespace {

constexpr auto columns = withTimeColumns({
    CsvColumn{"elapsed_s", "monotonic seconds since the first row"},
    CsvColumn{"system_used_percent", "(MemTotal - MemAvailable) / MemTotal"},
    CsvColumn{"system_available_bytes", "MemAvailable; an estimate of it where the kernel has none"},
    CsvColumn{"process_rss_bytes", "resident set of this program"},
    CsvColumn{"psi_some_avg10_percent", "share of the last 10 s in which some task waited for memory"},
    CsvColumn{"level", "applied level; kept while samples are missing"},
    CsvColumn{"cache_entries", "entries in memory"},
    CsvColumn{"cache_limit_entries", "limit of the entries in memory"},
    CsvColumn{"cache_hits_total", "hits since the start"},
    CsvColumn{"cgroup_used_percent", "working set against the tightest limit of our control groups, at most "
                                     "100; empty if no limit is set"},
    CsvColumn{"memory_free_bytes", "MemFree"},
    CsvColumn{"memory_buffers_bytes", "Buffers"},
    CsvColumn{"memory_cache_bytes",
              "Cached + SReclaimable - Shmem: what the kernel can drop; the rest is in use"},
    CsvColumn{"swap_total_bytes", "SwapTotal"},
    CsvColumn{"swap_used_bytes", "SwapTotal - SwapFree"},
});

} // namespace

std::span<const CsvColumn> sampleColumns()
{
    return columns;
}

void writeSample(CsvWriter &csv, const SampleRecord &record, qint64 firstMonotonicMs)
{
    csv.time(record.wallMs);
    csv.seconds(record.monotonicMs - firstMonotonicMs);
    const auto unlessGap = [&csv, &record](auto value) { record.gap ? csv.missing() : csv.number(value); };
    unlessGap(record.systemUsedPercent);
    unlessGap(record.systemAvailableBytes);
    if (record.processRssBytes == 0) // 0 means unreadable
        csv.missing();
    else
        unlessGap(record.processRssBytes);
    unlessGap(record.psiSomeAvg10Percent);
    csv.word(name(record.applied));
    csv.number(record.cacheEntries);
    csv.number(record.cacheLimitEntries);
    csv.number(record.cacheHitsTotal);
    unlessGap(record.cgroupUsedPercent);
    using Memory = pressure::MemoryComposition;
    for (const auto part : {&Memory::freeBytes, &Memory::buffersBytes, &Memory::cacheBytes,
                            &Memory::swapTotalBytes, &Memory::swapUsedBytes}) {
        if (record.composition && !record.gap)
            csv.number(quint64((*record.composition).*part));
        else
            csv.missing();
    }
    csv.endRow();
}

QString writeSampleCsv(const QString &file, CsvProfile profile, const SampleRecords &records,
                       const std::function<bool()> &isCancelled)
{
    CsvFile output(file, "manometer-samples", profile, sampleColumns());
    for (const SampleRecord &record : records) {
        if (isCancelled())
            return {};
        writeSample(output.csv(), record, records.constFirst().monotonicMs);
        if (const QString error = output.rowDone(); !error.isEmpty())
            return error;
    }
    return output.commit(isCancelled);
}

} // namespace manometer::exports
