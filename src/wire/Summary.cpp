// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/Summary.h"

#include "views/ShownPercent.h"
#include "wire/Bytes.h"
#include "wire/UtcTime.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <concepts>

namespace manometer::wire {

using namespace views;

namespace {

double mebibytes(quint64 bytes)
{
    return static_cast<double>(bytes) / (1 << 20);
}

double rounded(double value)
{
    return std::round(value * 10) / 10;
}

// The shortest text that gives the same number; null for none.
template<typename Number>
requires std::integral<Number> || std::floating_point<Number>
void writeMember(json::Writer &json, std::string_view name, Number value)
{
    json.member(name);
    if constexpr (std::floating_point<Number>)
        if (!std::isfinite(value))
            return json.literal("null");
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    json.literal({text.data(), static_cast<std::size_t>(end - text.data())});
}

void writeMember(json::Writer &json, std::string_view name, bool value)
{
    json.member(name);
    json.literal(value ? "true" : "false");
}

void writePercent(json::Writer &json, std::string_view name, std::string_view relation, double value)
{
    json.member(name, std::string(relation) + QString::number(value).toStdString() + '%');
}

// The same three figures of one program and of all.
template<typename Use>
void writeUse(json::Writer &json, const Use &use)
{
    writeMember(json, "requests", use.requests);
    writeMember(json, "hits", use.hits);
    writeMember(json, "saved_seconds", static_cast<double>(use.savedMicroseconds) / 1e6);
}

void writeAnswerUse(json::Writer &json, const AnswerUse &answers)
{
    json.beginObject();
    writeUse(json, answers);
    json.member("clients");
    json.beginArray();
    for (const ClientUse &client : answers.clients) {
        json.beginObject();
        json.member("program", escapedBytes(client.program).toStdString());
        writeUse(json, client);
        writeMember(json, "last_unix_ms", client.lastWallMs);
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

void writePressureCost(json::Writer &json, const cache::PressureCost &cost)
{
    writeMember(json, "requests", cost.requests());
    writeMember(json, "disk_reads", cost.diskReads);
    writeMember(json, "file_reads", cost.fileReads);
    writeMember(json, "file_read_seconds", std::chrono::duration<double>(cost.fileReadTime).count());
}

void writePressureLost(json::Writer &json, const CacheSummary &summary)
{
    json.beginObject();
    writePressureCost(json, summary.stats.pressureCost);
    json.member("run", escapedBytes(summary.cutCosts.run).toStdString());
    json.member("cuts");
    json.beginArray();
    for (const cache::CutCost &cut : summary.cutCosts.newestFirst) {
        json.beginObject();
        writeMember(json, "action", cut.action);
        writePressureCost(json, cut.cost);
        writeMember(json, "counted_one_in", cut.countedOneIn);
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

void writeTimestamp(json::Writer &json, const SampleRecord &sample)
{
    if (sample.wallMs != 0)
        return json.member("timestamp", utcTime(sample.wallMs).toString(Qt::ISODateWithMs).toStdString());
    json.member("timestamp");
    json.literal("null");
}

void writeForecast(json::Writer &json, const MonitorStatus &status)
{
    const auto &toNext = status.forecast.toNext;
    if (!toNext || status.stale)
        return json.literal("null");
    json.beginObject();
    json.member("level", name(pressure::oneAbove(status.applied)));
    writeMember(json, "expected_in_ms", toNext->count());
    json.endObject();
}

// Where the level began, in seconds after the forecast time; null at an open end.
void writeTypicalError(json::Writer &json, const pressure::LevelForecasts &forecasts)
{
    using Side = pressure::TypicalError::Side;
    const auto typical = pressure::typicalError(forecasts);
    if (!typical)
        return json.literal("null");
    const auto bound = [](std::optional<int> seconds) { return seconds ? *seconds : absent; };
    const double near = typical->fromSeconds;
    const double far = bound(typical->toSeconds);
    json.beginObject();
    writeMember(json, "from", typical->side == Side::Late ? near : -far);
    writeMember(json, "to", typical->side == Side::Early ? -near : far);
    json.endObject();
}

void writeForecastRecord(json::Writer &json, const pressure::ForecastRecord &record)
{
    json.beginObject();
    for (const Level level : pressure::levelsWithThreshold) {
        const pressure::LevelForecasts &forecasts = record.of(level);
        json.member(pressure::name(level));
        json.beginObject();
        writeMember(json, "right", forecasts.cameTrue);
        writeMember(json, "wrong", forecasts.notTrue);
        writeMember(json, "unforeseen", forecasts.unforeseen);
        json.member("typical_error_seconds");
        writeTypicalError(json, forecasts);
        json.endObject();
    }
    json.endObject();
}

// On this cache; null while none runs. The rest of the summary is about the machine itself.
void writeRehearsal(json::Writer &json, const std::optional<RehearsalStatus> &rehearsal)
{
    if (!rehearsal)
        return json.literal("null");
    json.beginObject();
    json.member("curve", std::string_view(rehearsal->curve.constData(),
                                          static_cast<std::size_t>(rehearsal->curve.size())));
    writeMember(json, "percent", rounded(rehearsal->percent));
    json.member("pressure_level", name(rehearsal->level));
    writeMember(json, "limit_entries", rehearsal->limit.entries);
    writeMember(json, "evicted_entries", rehearsal->evictedEntries);
    writeMember(json, "remaining_ms", std::max<qint64>(0, rehearsal->lengthMs - rehearsal->playedMs));
    json.endObject();
}

// `percent`: of the sample, as it is shown.
void writeMachine(json::Writer &json, const SampleRecord &sample, double percent)
{
    const bool isKnown = sample.wallMs != 0 && !sample.gap;
    const auto member = [&json, isKnown](std::string_view name, double value) {
        writeMember(json, name, isKnown ? value : absent);
    };
    const auto total = static_cast<double>(sample.systemTotalBytes);
    json.member("system");
    json.beginObject();
    member("used_mb", mebibytes(sample.systemTotalBytes - sample.systemAvailableBytes));
    member("available_mb", mebibytes(sample.systemAvailableBytes));
    member("total_mb", mebibytes(sample.systemTotalBytes));
    member("percent", percent);
    json.endObject();
    json.member("process");
    json.beginObject();
    member("rss_mb", mebibytes(sample.processRssBytes));
    member("vms_mb", mebibytes(sample.processVirtualBytes));
    member("percent", total > 0 ? rounded(100.0 * static_cast<double>(sample.processRssBytes) / total) : 0.0);
    json.endObject();
}

} // namespace

void writePressureSummary(json::Writer &json, const MonitorStatus &status)
{
    json.beginObject();
    writeTimestamp(json, status.latest);
    json.member("pressure_level", name(status.applied));
    writeMember(json, "stale", status.stale);
    // Beside the thresholds it must not round to another level.
    writeMachine(json, status.latest, shownPercent(status.latest.systemUsedPercent, status.thresholds));
    json.member("thresholds");
    json.beginObject();
    writePercent(json, "normal", "<", status.thresholds.elevated.enterPercent);
    writePercent(json, "elevated", "", status.thresholds.elevated.enterPercent);
    writePercent(json, "high", "", status.thresholds.high.enterPercent);
    writePercent(json, "critical", ">", status.thresholds.critical.enterPercent);
    json.endObject();
    writeMember(json, "eviction_target_mb", mebibytes(status.evictionTargetBytes));
    writeMember(json, "under_pressure", status.applied >= Level::High);
    writeMember(json, "critical", status.applied == Level::Critical);
    json.member("forecast");
    writeForecast(json, status);
    json.member("forecast_record");
    writeForecastRecord(json, status.forecastRecord);
    json.member("rehearsal");
    writeRehearsal(json, status.rehearsal);
    json.endObject();
}

void writeSampleSummary(json::Writer &json, const SampleRecord &sample)
{
    json.beginObject();
    writeTimestamp(json, sample);
    json.member("pressure_level", name(sample.applied));
    writeMachine(json, sample, rounded(sample.systemUsedPercent));
    json.endObject();
}

void writeCacheSummary(json::Writer &json, const CacheSummary &summary)
{
    const cache::Stats &stats = summary.stats;
    json.beginObject();
    writeMember(json, "hits", stats.hits());
    writeMember(json, "misses", stats.misses);
    writeMember(json, "memory_hits", stats.memoryHits);
    writeMember(json, "disk_hits", stats.diskHits);
    // There is no shared SQL tier and no Redis tier: always 0.
    writeMember(json, "db_hits", 0);
    writeMember(json, "redis_hits", 0);
    writeMember(json, "evictions", stats.evictions);
    writeMember(json, "pressure_evictions", stats.pressureEvictions);
    writeMember(json, "total_requests", stats.requests());
    writeMember(json, "memory_pressure_events", summary.memoryPressureEvents);
    writeMember(json, "adaptive_adjustments", summary.adaptiveAdjustments);
    writeMember(json, "hit_rate_percent", std::round(summary.hitRatePercent() * 100) / 100);
    writeMember(json, "memory_cache_size", stats.memoryEntries);
    writeMember(json, "disk_cache_files", stats.diskEntries);
    writeMember(json, "memory_limit_entries", stats.memoryLimits.entries);
    writeMember(json, "memory_limit_bytes", stats.memoryLimits.bytes);
    writeMember(json, "memory_bytes", stats.memoryBytes);
    writeMember(json, "configured_limit_entries", summary.configured.entries);
    writeMember(json, "disk_bytes", stats.diskBytes);
    writeMember(json, "disk_clean_ups", stats.diskCleanUps);
    writeMember(json, "disk_clean_up_removed", stats.diskCleanUpRemoved);
    json.member("pressure_lost");
    writePressureLost(json, summary);
    json.member("exiftool");
    writeAnswerUse(json, summary.answers);
    json.endObject();
}

} // namespace manometer::wire
