// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/monitor/MemoryMonitor.h"

#include "service/Clock.h"

#include <utility>

namespace manometer::service {

using namespace pressure;

MemoryMonitor::MemoryMonitor(std::unique_ptr<MemorySource> source, const MonitorConfig &config,
                             MonitorPeers peers, History &history)
    : m_source(std::move(source))
    , m_config(config)
    , m_peers(std::move(peers))
    , m_history(history)
    , m_timer(this) // a child moves to the monitor thread with us
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &MemoryMonitor::sample);
}

void MemoryMonitor::start()
{
    sample();
}

void MemoryMonitor::stop()
{
    m_timer.stop();
}

void MemoryMonitor::setConfig(const MonitorConfig &config)
{
    m_config = config;
    if (m_timer.isActive())
        sample();
}

void MemoryMonitor::sample()
{
    const auto read = m_source->read();
    m_error.reset();
    if (read) {
        m_fastestRise.add(*read);
        m_sample = *read;
    } else {
        m_error = read.error();
    }
    const MonotonicTime now = read ? read->monotonic : std::chrono::steady_clock::now();
    const qint64 wallMs = toMs(read ? read->wall : std::chrono::system_clock::now());
    judge(now, wallMs);
    decideLimit(now);
    record(now, wallMs);
    tellSourceEvents();
    m_timer.start(nextInterval());
}

void MemoryMonitor::judge(MonotonicTime now, qint64 wallMs)
{
    std::optional<Reading> reading;
    if (!m_error)
        reading = gauge(*m_sample, m_config.thresholds);
    const GovernorStep step =
        pressure::step(m_governor, {.now = now, .reading = reading}, m_config.thresholds);
    m_governor = step.state;

    m_status.applied = step.state.applied;
    m_status.appliedSinceMs = toMs(*step.state.appliedSince);
    m_status.reason = step.reason;
    m_status.fallsAtMs.reset();
    if (step.fallsAt)
        m_status.fallsAtMs = toMs(*step.fallsAt);
    m_status.stale = step.state.stale;
    m_status.error = m_error;
    m_status.thresholds = m_config.thresholds;
    if (reading) {
        m_status.raw = reading->raw;
        m_status.marginToNextPercent =
            marginToNext(reading->percent, step.state.applied, m_config.thresholds);
        m_status.evictionTargetBytes =
            evictionTargetBytes(*m_sample, step.state.applied, m_config.thresholds);
    }
    if (!step.changed())
        return;
    const bool rose = step.state.applied > step.from;
    const Threshold &crossed = m_config.thresholds.of(rose ? step.state.applied : step.from);
    emit levelChanged(step.from, step.state.applied);
    emit happened(
        {.id = 0,
         .wallMs = wallMs,
         .monotonicMs = toMs(now),
         .what = LevelEvent{.from = step.from,
                            .to = step.state.applied,
                            .reason = step.reason,
                            .percent = reading->percent,
                            .thresholdPercent = rose ? crossed.enterPercent : crossed.leavePercent}});
}

void MemoryMonitor::decideLimit(MonotonicTime now)
{
    const Level level = m_config.adapting ? m_governor.applied : Level::Normal;
    const bool first = !m_limit.limit;
    const LimitStep step =
        pressure::step(m_limit, {.now = now, .applied = level, .blind = m_error.has_value()}, m_config.limit);
    m_limit = step.state;
    m_status.adapting = m_config.adapting;
    m_status.configured = m_config.limit.configured;
    m_status.ceiling = step.ceiling;
    m_status.limit = step.limit;
    m_status.limitReason = step.reason;
    m_status.nextGrowthAtMs.reset();
    if (step.nextGrowthAt)
        m_status.nextGrowthAtMs = toMs(*step.nextGrowthAt);

    // The cache was opened with the configured limit: the first step says something only if it differs.
    const bool cutAtStart = first && step.limit != m_config.limit.configured;
    if (step.change == LimitChange::None && !step.cleanUpDisk && !cutAtStart)
        return;
    ReliefOrder order{.limits = step.limit, .level = level};
    if (step.change == LimitChange::Grown) {
        order.cause = cache::LimitCause::Restore;
        if (step.limit != step.ceiling)
            order.receipt = ReliefOrder::Receipt::Omitted;
    } else if (level == Level::Normal) {
        order.cause = cache::LimitCause::Configuration;
    }
    if (step.change == LimitChange::None && !cutAtStart)
        order.receipt = ReliefOrder::Receipt::Omitted;
    if (step.cleanUpDisk)
        order.disk = ReliefOrder::Disk::CleanUp;
    m_peers.postRelief(order);
}

void MemoryMonitor::record(MonotonicTime now, qint64 wallMs)
{
    const CacheFigures cache = m_peers.cacheFigures();
    SampleRecord record;
    record.wallMs = wallMs;
    record.monotonicMs = toMs(now);
    record.gap = m_error.has_value();
    record.raw = m_status.raw;
    record.applied = m_governor.applied;
    record.cacheEntries = cache.entries;
    record.cacheLimitEntries = cache.limitEntries;
    record.cacheHitsTotal = cache.hitsTotal;
    record.cacheRequestsTotal = cache.requestsTotal;
    if (!record.gap) {
        record.systemUsedPercent = hostUsedPercent(*m_sample);
        record.systemTotalBytes = m_sample->totalBytes;
        record.systemAvailableBytes = m_sample->availableBytes;
        record.processRssBytes = m_sample->processRssBytes;
        record.processVirtualBytes = m_sample->processVirtualBytes;
        if (m_sample->stall)
            record.psiSomeAvg10Percent = m_sample->stall->someAvg10Percent;
        m_status.latest = record;
    }
    m_history.append(record);
    m_status.meanPercent = m_history.meanPercent(m_config.meanWindow);
    emit sampled(record);
    emit statusChanged(m_status);
}

void MemoryMonitor::tellSourceEvents()
{
    if (m_governor.stale && !m_toldOfLoss) {
        m_toldOfLoss = true;
        emit happened(eventNow(SourceEvent{m_error}));
    } else if (!m_error && m_toldOfLoss) {
        m_toldOfLoss = false;
        emit happened(eventNow(SourceEvent{}));
    }
}

std::chrono::milliseconds MemoryMonitor::nextInterval() const
{
    if (m_error)
        return retryInterval;
    return pressure::nextInterval(*m_sample, m_governor, m_config.thresholds, m_fastestRise.bytesPerSecond());
}

} // namespace manometer::service
