// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/Summary.h"

#include "wire/UtcTime.h"

#include <cmath>

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

QString text(std::string_view word)
{
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

QString percent(const char *relation, double value)
{
    return QString::fromLatin1(relation) + QString::number(value) + QLatin1Char('%');
}

qint64 count(quint64 value)
{
    return static_cast<qint64>(value);
}

} // namespace

QJsonObject pressureSummary(const MonitorStatus &status)
{
    const SampleRecord &latest = status.latest;
    const bool known = latest.wallMs != 0;
    const auto figure = [known](double value) { return known ? QJsonValue(value) : QJsonValue(); };
    const double total = static_cast<double>(latest.systemTotalBytes);
    const double rssPercent = total > 0 ? 100.0 * static_cast<double>(latest.processRssBytes) / total : 0.0;
    return {
        {QStringLiteral("timestamp"),
         known ? QJsonValue(utcTime(latest.wallMs).toString(Qt::ISODateWithMs)) : QJsonValue()},
        {QStringLiteral("pressure_level"), text(name(status.applied))},
        {QStringLiteral("stale"), status.stale},
        {QStringLiteral("system"),
         QJsonObject{{QStringLiteral("used_mb"),
                      figure(mebibytes(latest.systemTotalBytes - latest.systemAvailableBytes))},
                     {QStringLiteral("available_mb"), figure(mebibytes(latest.systemAvailableBytes))},
                     {QStringLiteral("total_mb"), figure(mebibytes(latest.systemTotalBytes))},
                     {QStringLiteral("percent"), figure(known ? rounded(latest.systemUsedPercent) : 0)}}},
        {QStringLiteral("process"),
         QJsonObject{{QStringLiteral("rss_mb"), figure(mebibytes(latest.processRssBytes))},
                     {QStringLiteral("vms_mb"), figure(mebibytes(latest.processVirtualBytes))},
                     {QStringLiteral("percent"), figure(rounded(rssPercent))}}},
        {QStringLiteral("thresholds"),
         QJsonObject{{QStringLiteral("normal"), percent("<", status.thresholds.elevated.enterPercent)},
                     {QStringLiteral("elevated"), percent("", status.thresholds.elevated.enterPercent)},
                     {QStringLiteral("high"), percent("", status.thresholds.high.enterPercent)},
                     {QStringLiteral("critical"), percent(">", status.thresholds.critical.enterPercent)}}},
        {QStringLiteral("eviction_target_mb"), mebibytes(status.evictionTargetBytes)},
        {QStringLiteral("under_pressure"), status.applied >= Level::High},
        {QStringLiteral("critical"), status.applied == Level::Critical},
    };
}

QJsonObject cacheSummary(const CacheSummary &summary)
{
    const cache::Stats &stats = summary.stats;
    return {
        {QStringLiteral("hits"), count(stats.hits())},
        {QStringLiteral("misses"), count(stats.misses)},
        {QStringLiteral("memory_hits"), count(stats.memoryHits)},
        {QStringLiteral("disk_hits"), count(stats.diskHits)},
        // There is no shared SQL tier and no Redis tier: always 0.
        {QStringLiteral("db_hits"), 0},
        {QStringLiteral("redis_hits"), 0},
        {QStringLiteral("evictions"), count(stats.evictions)},
        {QStringLiteral("pressure_evictions"), count(stats.pressureEvictions)},
        {QStringLiteral("total_requests"), count(stats.requests())},
        {QStringLiteral("memory_pressure_events"), count(summary.memoryPressureEvents)},
        {QStringLiteral("adaptive_adjustments"), count(summary.adaptiveAdjustments)},
        {QStringLiteral("hit_rate_percent"), std::round(summary.hitRatePercent() * 100) / 100},
        {QStringLiteral("memory_cache_size"), count(stats.memoryEntries)},
        {QStringLiteral("disk_cache_files"), count(stats.diskEntries)},
        {QStringLiteral("memory_limit_entries"), count(stats.memoryLimits.entries)},
        {QStringLiteral("memory_limit_bytes"), count(stats.memoryLimits.bytes)},
        {QStringLiteral("memory_bytes"), count(stats.memoryBytes)},
        {QStringLiteral("configured_limit_entries"), count(summary.configured.entries)},
        {QStringLiteral("disk_bytes"), count(stats.diskBytes)},
    };
}

} // namespace manometer::wire
