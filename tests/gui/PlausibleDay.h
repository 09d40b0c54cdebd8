// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fills the fakes with a plausible hour: a slow rise, an excursion through all levels and back, a gap, and a
// cache that follows. Deterministic.
#pragma once

#include "gui/FakeViews.h"
#include "pressure/control/Gauge.h"
#include "pressure/control/Governor.h"
#include "pressure/control/LimitPolicy.h"

#include <QDateTime>

#include <chrono>
#include <cmath>

namespace manometer::gui {

inline constexpr quint64 mebibyte = 1024 * 1024;

inline qint64 steadyNowMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

// Percent used, `secondsAgo` before the end of the hour.
inline double plausiblePercent(int secondsAgo)
{
    const double t = -secondsAgo / 60.0; // minutes, -60 … 0
    const double base = 48 + 8 * std::sin(t / 9.0) + 0.9 * std::sin(t * 3.1) + 0.5 * std::sin(t * 11.7);
    const double excursion = 42 * std::exp(-std::pow((t + 7.2) / 2.1, 2));
    const double late = 17 * std::exp(-std::pow((t + 0.0) / 2.4, 2));
    return std::min(96.5, base + excursion + late);
}

// A database with several back ends, a desktop and services, while memory is short.
inline QList<views::ProcessMemory> plausibleProcesses()
{
    const QByteArray database = "/system.slice/postgresql.service";
    const QByteArray desktop =
        "/user.slice/user-1000.slice/user@1000.service/app.slice/app-firefox-4411.scope";
    return {{"java", 3120, 5'400 * mebibyte, 5'380 * mebibyte, 1'410 * mebibyte,
             "/system.slice/tomcat10.service"},
            {"postgres", 4211, 9'800 * mebibyte, 3'100 * mebibyte, 0, database},
            {"postgres", 4212, 9'100 * mebibyte, 1'900 * mebibyte, 12 * mebibyte, database},
            {"firefox", 4411, 1'900 * mebibyte, 1'300 * mebibyte, 300 * mebibyte, desktop},
            {"Isolated Web Co", 4455, 900 * mebibyte, 640 * mebibyte, 210 * mebibyte, desktop},
            {"Isolated Web Co", 4460, 800 * mebibyte, 580 * mebibyte, 90 * mebibyte, desktop},
            {"dockerd", 1022, 410 * mebibyte, 0, 0, "/system.slice/docker.service"},
            {"gnome-shell", 2201, 380 * mebibyte, 260 * mebibyte, 44 * mebibyte,
             "/user.slice/user-1000.slice/user@1000.service/session.slice"},
            {"systemd-journal", 411, 90 * mebibyte, 0, 0, "/system.slice/systemd-journald.service"},
            {"manometer", 9001, 61 * mebibyte, 34 * mebibyte, 0, "/system.slice/manometer.service"}};
}

inline void fillPlausibly(FakeViews &fake)
{
    using namespace std::chrono;
    const qint64 nowMs = steadyNowMs();
    const qint64 wallMs = QDateTime::currentMSecsSinceEpoch();
    constexpr quint64 total = 32'768 * mebibyte;
    const pressure::Thresholds thresholds;
    pressure::GovernorState state;
    pressure::GovernorStep step;
    const pressure::Limits configured{.entries = 500, .bytes = 64 * mebibyte};
    pressure::LimitState limits;
    pressure::LimitStep limit;
    double hits = 0;
    quint64 actions = 0;
    for (int ago = 3600; ago >= 0; --ago) {
        const bool gap = ago > 1180 && ago < 1260;
        const double percent = plausiblePercent(ago);
        const pressure::MonotonicTime time{milliseconds(nowMs - ago * 1000)};
        pressure::GovernorInput input{.now = time, .reading = std::nullopt};
        if (!gap)
            input.reading =
                pressure::Reading{.percent = percent, .raw = pressure::classify(percent, thresholds)};
        const pressure::Level before = state.applied;
        step = pressure::step(state, input, thresholds, {});
        state = step.state;
        limit = pressure::step(
            limits, {.now = time, .applied = state.applied, .configured = configured, .blind = gap}, {});
        limits = limit.state;
        views::SampleRecord record;
        record.wallMs = wallMs - ago * 1000;
        record.monotonicMs = nowMs - ago * 1000;
        record.gap = gap;
        record.applied = state.applied;
        record.cacheLimitEntries = limit.limit.entries;
        record.cacheEntries = std::min<quint64>(limit.limit.entries, static_cast<quint64>(3600 - ago) / 2);
        record.cacheRequestsTotal = static_cast<quint64>(3600 - ago) * 40;
        // A smaller cache misses more.
        hits += 40.0 *
                (0.80 + 0.15 * static_cast<double>(record.cacheEntries) / 500 + 0.01 * std::sin(ago / 21.0));
        record.cacheHitsTotal = static_cast<quint64>(hits);
        if (ago == 0) { // at once: today also a moment after midnight
            record.answerHitsTotal = 40'611;
            record.savedMicrosecondsTotal = 4'345'000'000;
        }
        if (!gap) {
            record.systemUsedPercent = percent;
            record.systemTotalBytes = total;
            record.systemAvailableBytes = static_cast<quint64>(total * (1.0 - percent / 100.0));
            // What is available is what is free and most of the kernel's cache.
            record.composition = {.freeBytes = record.systemAvailableBytes / 4,
                                  .buffersBytes = record.systemAvailableBytes / 20,
                                  .cacheBytes = record.systemAvailableBytes * 3 / 4,
                                  .swapTotalBytes = total / 8,
                                  .swapUsedBytes = static_cast<quint64>(
                                      total / 8 * std::clamp((percent - 40) / 100, 0.0, 1.0))};
            record.psiSomeAvg10Percent = percent > 85 ? (percent - 85) * 1.4 : 0;
            record.processRssBytes = static_cast<quint64>(
                (50.5 + static_cast<double>(limit.limit.entries) / 140.0 + std::sin(ago / 40.0) * 0.15) *
                mebibyte);
            record.raw = input.reading->raw;
            fake.monitor.now.latest = record;
        }
        fake.monitor.past += record;
        if (state.applied != before) {
            fake.monitor.now.appliedSinceMs = record.monotonicMs;
            const bool rose = state.applied > before;
            fake.events.append(
                views::LevelEvent{.from = before,
                                  .to = state.applied,
                                  .reason = step.reason,
                                  .percent = percent,
                                  .thresholdPercent = rose ? thresholds.of(state.applied).enterPercent
                                                           : thresholds.of(before).leavePercent},
                record.wallMs);
            if (rose)
                fake.events.append(
                    views::LimitEvent{
                        .cause = cache::LimitCause::Pressure,
                        .level = state.applied,
                        .outcome = {.before = {.entries = 500, .bytes = 64 * mebibyte},
                                    .after = {.entries = limit.limit.entries, .bytes = limit.limit.bytes},
                                    .evictedEntries = 500 - limit.limit.entries,
                                    .evictedBytes = (500 - limit.limit.entries) * 2100,
                                    .residentEntries = limit.limit.entries,
                                    .residentBytes = limit.limit.entries * 2100,
                                    .duration = microseconds(830)},
                        .processRssBeforeBytes = 54 * mebibyte,
                        .processRssAfterBytes = 54 * mebibyte - (500 - limit.limit.entries) * 2048,
                        .action = ++actions},
                    record.wallMs + 1);
            fake.events.append(views::ProcessesEvent{.levelBefore = before,
                                                     .level = state.applied,
                                                     .action = rose ? actions : 0,
                                                     .limitEntries = limit.limit.entries,
                                                     .totalBytes = total,
                                                     .ownPid = 9001,
                                                     .processes = plausibleProcesses()},
                               record.wallMs + 150);
        }
    }
    fake.events.append(views::ScanEvent{.folder = "/data/archive/hst",
                                        .cancelled = false,
                                        .files = 212,
                                        .fromCache = 160,
                                        .read = 48,
                                        .failed = 4,
                                        .vanished = 1,
                                        .durationMs = 8300},
                       wallMs - 20'000); // after all the others in the list
    views::MonitorStatus &status = fake.monitor.now;
    status.percent = status.latest.systemUsedPercent;
    status.raw = pressure::classify(status.latest.systemUsedPercent, thresholds);
    status.applied = state.applied;
    status.reason = step.reason;
    if (step.fallsAt)
        status.fallsAtMs = duration_cast<milliseconds>(step.fallsAt->time_since_epoch()).count();
    status.marginToNextPercent =
        pressure::marginToNext(status.latest.systemUsedPercent, status.applied, thresholds);
    status.configured = configured;
    status.limit = limit.limit;
    status.ceiling = limit.ceiling;
    status.limitReason = limit.reason;
    fake.cache.figures.configured = {.entries = 500, .bytes = 64 * mebibyte};
    fake.cache.figures.stats.memoryLimits = {.entries = limit.limit.entries, .bytes = limit.limit.bytes};
    fake.cache.figures.stats.memoryEntries = std::min<quint64>(200, limit.limit.entries);
    fake.cache.figures.stats.memoryBytes = 200 * 2100;
    fake.cache.figures.stats.diskEntries = 200;
    fake.cache.figures.stats.memoryHits = 9310;
    fake.cache.figures.stats.misses = 690;
    fake.evidence.now = {.lack = views::HitEvidence::Lack::None,
                         .sinceWallMs = wallMs - 3'600'000,
                         .requests = 144'000,
                         .sampledRequests = 61'000,
                         .neededRequests = 5000,
                         .measuredPercent = 92.4,
                         .simulatedPercent = 92.1,
                         .levels = {{.level = pressure::Level::Normal,
                                     .limit = {.entries = 500},
                                     .hitPercent = 95.1,
                                     .errorPercent = 0.3},
                                    {.level = pressure::Level::Elevated,
                                     .limit = {.entries = 375},
                                     .hitPercent = 92.6,
                                     .errorPercent = 0.4},
                                    {.level = pressure::Level::High,
                                     .limit = {.entries = 250},
                                     .hitPercent = 87.9,
                                     .errorPercent = 0.5},
                                    {.level = pressure::Level::Critical,
                                     .limit = {.entries = 50},
                                     .hitPercent = 61.2,
                                     .errorPercent = 0.9}}};
    fake.cache.figures.answers = {.requests = 41'872,
                                  .hits = 40'611,
                                  .savedMicroseconds = 4'345'000'000,
                                  .clients = {{.program = "immich",
                                               .requests = 31'204,
                                               .hits = 30'655,
                                               .savedMicroseconds = 3'214'000'000,
                                               .lastWallMs = wallMs - 1'000},
                                              {.program = "photoprism",
                                               .requests = 9'860,
                                               .hits = 9'412,
                                               .savedMicroseconds = 1'078'000'000,
                                               .lastWallMs = wallMs - 74'000},
                                              {.program = "python3",
                                               .requests = 790,
                                               .hits = 540,
                                               .savedMicroseconds = 52'600'000,
                                               .lastWallMs = wallMs - 1'830'000},
                                              {.program = {},
                                               .requests = 18,
                                               .hits = 4,
                                               .savedMicroseconds = 400'000,
                                               .lastWallMs = wallMs - 26 * 3'600'000LL}}};
    for (int index = 0; index < 200; ++index) {
        const auto number = static_cast<quint64>(index);
        fake.cache.entries +=
            views::EntryRow{.id = views::EntryId(number + 1),
                            .exists = true,
                            .path = "/data/archive/hst/" + QByteArray(index % 3 == 0 ? "acs" : "wfc3") +
                                    "/j9cv" + QByteArray::number(11 + index * 7, 36) + "q_flt.fits",
                            .depth = "full",
                            .sourceBytes = 168'480'000 + number * 1777,
                            .valueBytes = 1800 + (number * 733) % 900,
                            .storedBytes = 480 + (number * 311) % 200,
                            .hits = (number * number * 37) % 211,
                            .modifiedWallMs = 1'500'000'000'000 + index * 86'400'000LL,
                            .storedWallMs = wallMs - 3'600'000 + index * 9000,
                            .lastUsedWallMs = wallMs - (index * 7919) % 3'000'000,
                            .readCostMicroseconds = 14'000 + (index * 6571) % 70'000,
                            .inMemory = index % 4 != 0,
                            .onDisk = true};
    }
    const QByteArray service = "/system.slice/postgresql.service";
    fake.monitor.holding = {
        .processes = {{"postgres", 4211, 9'800 * mebibyte, 6'100 * mebibyte, 0, service},
                      {"java", 3120, 5'400 * mebibyte, 5'380 * mebibyte, 410 * mebibyte, "/system.slice"},
                      {"kswapd\x1b[31m", 88, 300 * mebibyte, 0},
                      {"manometer", 9001, 53 * mebibyte, 31 * mebibyte, 0, "/user.slice"}},
        .ownPid = 9001};
    fake.cache.asOfWallMs = wallMs - 2000;
}

} // namespace manometer::gui
