// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/Metrics.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <string_view>

namespace manometer::api {

namespace {

enum class Type : bool { Gauge, Counter };

class MetricsWriter
{
public:
    void metric(std::string_view name, Type type, std::string_view help)
    {
        m_name = name;
        m_text.append("# HELP manometer_").append(name).append(" ").append(help);
        m_text.append("\n# TYPE manometer_").append(name);
        m_text.append(type == Type::Counter ? " counter\n" : " gauge\n");
    }
    template<typename Number>
    void value(Number number, std::string_view labels = {})
    {
        m_text.append("manometer_").append(m_name);
        if (!labels.empty())
            m_text.append("{").append(labels).append("}");
        m_text.append(" ");
        if constexpr (std::is_floating_point_v<Number>)
            if (std::isnan(number)) { // to_chars writes -nan for some
                m_text.append("NaN\n");
                return;
            }
        std::array<char, 40> text{};
        const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
        m_text.append(text.data(), static_cast<std::size_t>(end - text.data())).append("\n");
    }
    template<typename Number>
    void single(std::string_view name, Type type, std::string_view help, Number number)
    {
        metric(name, type, help);
        value(number);
    }

    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
    std::string_view m_name;
};

double ratio(double percent)
{
    return percent / 100;
}

// The whole record, not the typical error: a monitoring system computes what it needs of counters.
void writeForecasts(MetricsWriter &out, const views::MonitorStatus &status)
{
    using pressure::LevelForecasts;
    const auto byLevel = [&out, &status](const char *name, const char *help, auto member) {
        out.metric(name, Type::Counter, help);
        for (const pressure::Level level : pressure::levelsWithThreshold)
            out.value(status.forecastRecord.of(level).*member,
                      "level=\"" + std::string(pressure::name(level)) + '"');
    };
    byLevel("forecasts_right_total", "Warnings of a level that came true.", &LevelForecasts::cameTrue);
    byLevel("forecasts_wrong_total", "Warnings of a level that did not come true.", &LevelForecasts::notTrue);
    byLevel("levels_unforeseen_total", "How often a level began without a warning.",
            &LevelForecasts::unforeseen);
    if (status.forecast.toNext && !status.stale)
        out.single("forecast_seconds", Type::Gauge, "In how many seconds the next level is expected.",
                   std::chrono::duration<double>(*status.forecast.toNext).count());
}

void writeMachine(MetricsWriter &out, const views::MonitorStatus &status)
{
    const views::SampleRecord &latest = status.latest;
    out.single("pressure_level", Type::Gauge,
               "The level that the cache obeys: 0 NORMAL, 1 ELEVATED, 2 HIGH, 3 CRITICAL.",
               static_cast<int>(status.applied));
    out.single("memory_signal_stale", Type::Gauge,
               "1 while the memory figures cannot be read; the level stays as it was.", status.stale ? 1 : 0);
    out.single("sample_timestamp_seconds", Type::Gauge, "When the newest good sample was taken.",
               static_cast<double>(latest.wallMs) / 1000);
    writeForecasts(out, status);
    if (latest.wallMs == 0)
        return; // an absent figure is not zero
    out.single("memory_used_ratio", Type::Gauge, "The share of the machine's memory that is not available.",
               ratio(latest.systemUsedPercent));
    out.single("memory_total_bytes", Type::Gauge, "The machine's memory.", latest.systemTotalBytes);
    out.single("memory_available_bytes", Type::Gauge, "The machine's available memory.",
               latest.systemAvailableBytes);
    if (!std::isnan(latest.cgroupUsedPercent))
        out.single("cgroup_memory_used_ratio", Type::Gauge,
                   "The used share of the tightest control group limit.", ratio(latest.cgroupUsedPercent));
    if (!std::isnan(latest.psiSomeAvg10Percent))
        out.single("memory_stall_ratio", Type::Gauge,
                   "The share of time in which some task waited for memory (PSI some, avg10).",
                   ratio(latest.psiSomeAvg10Percent));
    out.single("process_resident_memory_bytes", Type::Gauge, "The program's resident memory.",
               latest.processRssBytes);
    out.single("process_virtual_memory_bytes", Type::Gauge, "The program's virtual memory.",
               latest.processVirtualBytes);
    out.single("eviction_target_bytes", Type::Gauge,
               "How much memory has to become free for the level's target.", status.evictionTargetBytes);
}

void writeCache(MetricsWriter &out, const views::CacheSummary &summary)
{
    const cache::Stats &stats = summary.stats;
    out.metric("cache_hits_total", Type::Counter, "Requests that the cache answered, by tier.");
    out.value(stats.memoryHits, "tier=\"memory\"");
    out.value(stats.diskHits, "tier=\"disk\"");
    out.single("cache_misses_total", Type::Counter, "Requests that the cache could not answer.",
               stats.misses);
    out.single("cache_evictions_total", Type::Counter, "Entries that left memory to make room.",
               stats.evictions);
    out.single("cache_pressure_evictions_total", Type::Counter, "Of these, those because of memory pressure.",
               stats.pressureEvictions);
    const cache::PressureCost &cost = stats.pressureCost;
    out.single("cache_pressure_lost_requests_total", Type::Counter,
               "Requests for entries that memory pressure had evicted and memory might still have held.",
               cost.requests());
    out.single("cache_pressure_lost_file_reads_total", Type::Counter,
               "Of these, those that the disk store could not answer: the file was read again.",
               cost.fileReads);
    out.single("cache_pressure_lost_seconds_total", Type::Counter, "How long reading these files again took.",
               std::chrono::duration<double>(cost.fileReadTime).count());
    out.single("cache_not_stored_total", Type::Counter, "Values that neither memory nor disk took.",
               stats.notStored);
    out.single("cache_pressure_rises_total", Type::Counter, "How often a level above NORMAL was entered.",
               summary.memoryPressureEvents);
    out.single("cache_limit_changes_total", Type::Counter,
               "How often the limit changed because pressure rose or fell.", summary.adaptiveAdjustments);
    out.metric("cache_entries", Type::Gauge, "Entries, by tier.");
    out.value(stats.memoryEntries, "tier=\"memory\"");
    out.value(stats.diskEntries, "tier=\"disk\"");
    out.metric("cache_bytes", Type::Gauge, "Bytes of entries in memory, and of the store's files.");
    out.value(stats.memoryBytes, "tier=\"memory\"");
    out.value(stats.diskBytes, "tier=\"disk\"");
    out.single("cache_limit_entries", Type::Gauge, "How many entries memory may hold now.",
               stats.memoryLimits.entries);
    out.single("cache_limit_bytes", Type::Gauge, "How many bytes memory may hold now.",
               stats.memoryLimits.bytes);
    out.single("cache_configured_limit_entries", Type::Gauge, "How many entries memory may hold at NORMAL.",
               summary.configured.entries);
    out.single("cache_configured_limit_bytes", Type::Gauge, "How many bytes memory may hold at NORMAL.",
               summary.configured.bytes);
    out.single("cache_disk_limit_bytes", Type::Gauge, "How large the store's files may become.",
               stats.diskCapBytes);
    out.single("cache_store_good", Type::Gauge,
               "1 while the disk store works; 0 while the cache works in memory alone.",
               summary.health.state == cache::Health::State::Good ? 1 : 0);
    out.single("cache_quarantined_shards", Type::Gauge, "Damaged parts of the store that were moved away.",
               summary.health.quarantinedShards);
}

// Without a label for the program: others choose its name, and there may be any number of them.
void writeAnswerUse(MetricsWriter &out, const views::AnswerUse &answers)
{
    out.single("exiftool_requests_total", Type::Counter,
               "Files that programs asked for through the exiftool command.", answers.requests);
    out.single("exiftool_hits_total", Type::Counter, "Of these, those that the cache answered.",
               answers.hits);
    out.single("exiftool_saved_seconds_total", Type::Counter,
               "How long exiftool took for the answers that were hits.",
               static_cast<double>(answers.savedMicroseconds) / 1e6);
}

} // namespace

std::string metricsText(const views::MonitorStatus &status, const views::CacheSummary &summary)
{
    MetricsWriter out;
    out.metric("build_info", Type::Gauge, "The program's version.");
    out.value(1, "version=\"" MANOMETER_VERSION "\"");
    writeMachine(out, status);
    writeCache(out, summary);
    writeAnswerUse(out, summary.answers);
    return out.take();
}

} // namespace manometer::api
