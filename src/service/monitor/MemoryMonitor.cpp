// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/monitor/MemoryMonitor.h"

#include "service/Clock.h"
#include "service/monitor/Residence.h"
#include "service/recording/Recorder.h"

#include <QSocketNotifier>

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

MemoryMonitor::~MemoryMonitor()
{
    stop();
}

void MemoryMonitor::start()
{
    keepStackResident();
    watchTrigger();
    if (m_peers.recorder)
        m_peers.recorder->begin(ClockReading::now(), m_config.control, m_state);
    sample();
}

void MemoryMonitor::stop()
{
    m_timer.stop();
    const bool sampled = m_clocks.has_value();
    m_clocks.reset();
    if (m_peers.recorder && sampled)
        m_peers.recorder->end(ClockReading::now());
}

// Here, since a notifier belongs to the thread that made it.
void MemoryMonitor::watchTrigger()
{
    if (!m_peers.trigger || !findChildren<QSocketNotifier *>().isEmpty())
        return;
    for (const PressureTrigger::Watch &watch : m_peers.trigger->watches()) {
        if (watch.descriptor < 0)
            continue;
        const auto type = watch.wait == PressureTrigger::Wait::Priority ? QSocketNotifier::Exception
                                                                        : QSocketNotifier::Read;
        auto *notifier = new QSocketNotifier(watch.descriptor, type, this);
        connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
            // Whoever writes without end is heard as often as we sample, no more.
            notifier->setEnabled(false);
            const auto answer = m_peers.trigger->acknowledge(static_cast<int>(notifier->socket()));
            if (answer == PressureTrigger::Answer::Gone)
                return;
            QTimer::singleShot(fastestInterval, notifier, [notifier] { notifier->setEnabled(true); });
            wake(answer);
        });
    }
}

void MemoryMonitor::wake(PressureTrigger::Answer answer)
{
    if (answer == PressureTrigger::Answer::Notice)
        ++m_notices;
    // Not while stopped; and whoever wakes us without end does not make us sample without end.
    if (m_timer.isActive() && m_timer.remainingTimeAsDuration() > fastestInterval)
        m_timer.start(m_clocks && std::chrono::steady_clock::now() - m_clocks->monotonic < fastestInterval
                          ? fastestInterval
                          : std::chrono::milliseconds(0));
}

void MemoryMonitor::setConfig(const MonitorConfig &config)
{
    const auto snooze = m_config.control.limit.snooze;
    m_config = config;
    m_config.control.limit.snooze = snooze;
    if (m_timer.isActive())
        sample();
}

void MemoryMonitor::snooze(double sharePercent, std::chrono::milliseconds duration)
{
    auto &snooze = m_config.control.limit.snooze;
    const bool wasSnoozed = snooze.has_value();
    snooze.reset();
    if (duration.count() > 0)
        snooze = Snooze{.sharePercent = sharePercent, .until = std::chrono::steady_clock::now() + duration};
    if (snooze || wasSnoozed) {
        Event event = eventNow(SnoozeEvent{.sharePercent = sharePercent, .untilWallMs = 0});
        if (snooze)
            std::get<SnoozeEvent>(event.what).untilWallMs = event.wallMs + duration.count();
        emit happened(event);
    }
    if (m_timer.isActive())
        sample();
}

void MemoryMonitor::noteReceipt(const ReceiptEvent &receipt)
{
    ReceiptEvent settled = receipt;
    settled.percentAfter = m_status.percent;
    const quint64 returned = settled.processRssBeforeBytes > settled.processRssAfter2SBytes
                                 ? settled.processRssBeforeBytes - settled.processRssAfter2SBytes
                                 : 0;
    const LimitConfig &limit = m_config.control.limit;
    const bool wasFutile = isFutile(m_state.limit, limit);
    const Receipt figures{.evictedBytes = settled.evictedBytes, .returnedBytes = returned};
    m_state = withReceipt(m_state, figures, m_config.control);
    if (m_peers.recorder && m_clocks)
        m_peers.recorder->receipt(figures, m_config.control);
    emit happened(eventNow(settled));
    if (wasFutile || !isFutile(m_state.limit, limit))
        return;
    emit happened(eventNow(FutileEvent{.evictedBytes = settled.evictedBytes,
                                       .returnedBytes = returned,
                                       .largestHolder = settled.largestHolder}));
}

void MemoryMonitor::sample()
{
    const auto read = m_source->read();
    m_error.reset();
    if (read) {
        m_fastestRise.add(*read);
        m_sample = *read;
        m_sample->notices = m_notices;
    } else {
        m_error = read.error();
    }
    const ClockReading clocks = read ? ClockReading::of(*read) : ClockReading::now();
    const bool first = !m_state.limit.limit;
    const ControlInput input{.now = clocks.monotonic, .sample = read ? m_sample : std::nullopt};
    const ControlStep step = pressure::step(m_state, input, m_config.control);
    m_state = step.state;

    orderRelief(step, first);
    const auto previous = std::exchange(m_clocks, clocks);
    const ClockJump jump = previous ? detect(*previous, clocks) : ClockJump{};
    tellClockJump(jump);
    tellLevel(step); // soon, so that the log has the cause before what the relief thread did about it
    if (m_peers.recorder)
        m_peers.recorder->step(input, clocks, m_config.control, m_state);
    publish(step, clocks);
    record(clocks, previous ? jump.kind() : SampleRecord::Discontinuity::Start);
    if (step.governor.changed())
        emit levelChanged(step.governor.from, step.governor.state.applied);
    tellSourceEvents();
    tellSnoozeEnd(clocks.monotonic);
    m_timer.start(nextInterval());
}

void MemoryMonitor::orderRelief(const ControlStep &step, bool first)
{
    const LimitStep &limit = step.limit;
    // The cache was opened with the configured limit: the first step says something only if it differs.
    const bool cutAtStart = first && limit.limit != m_config.control.limit.configured;
    const Level level = step.state.limit.level;
    const auto admission = level == Level::Critical && m_config.control.adaptation == Adaptation::On
                               ? cache::Admission::WhileRoom
                               : cache::Admission::Always;
    const bool isOtherAdmission = std::exchange(m_admission, admission) != admission;
    if (limit.change == LimitChange::None && !limit.cleanUpDisk && !cutAtStart && !isOtherAdmission)
        return;
    ReliefOrder order{.limits = limit.limit, .admission = admission, .level = level};
    order.judgedBytes = m_config.control.limit.futileEvictedBytes;
    order.percent = step.reading ? step.reading->percent : absent;
    if (limit.change == LimitChange::Grown) {
        order.cause = cache::LimitCause::Restore;
        if (limit.limit != limit.ceiling)
            order.receipt = ReliefOrder::Receipt::Omitted;
    } else if (level == Level::Normal || limit.reason == LimitReason::Snoozed) {
        order.cause = cache::LimitCause::Configuration;
    }
    if (limit.change == LimitChange::None && !cutAtStart)
        order.receipt = ReliefOrder::Receipt::Omitted;
    if (limit.cleanUpDisk)
        order.disk = ReliefOrder::Disk::CleanUp;
    m_peers.postRelief(order);
}

void MemoryMonitor::publish(const ControlStep &step, const ClockReading &clocks)
{
    const auto ms = [&clocks](const std::optional<MonotonicTime> &time) {
        return time ? std::optional(clocks.bootMs(*time)) : std::nullopt;
    };
    const Thresholds &thresholds = m_config.control.thresholds;
    const GovernorStep &governor = step.governor;
    const Level applied = governor.state.applied;
    m_status.applied = applied;
    m_status.appliedSinceMs = clocks.bootMs(*governor.state.appliedSince);
    m_status.reason = governor.reason;
    m_status.vote = governor.vote;
    m_status.underLeaveSinceMs = ms(governor.state.underLeaveSince);
    m_status.fallsAtMs = ms(governor.fallsAt);
    m_status.stale = governor.state.stale;
    m_status.error = m_error;
    m_status.thresholds = thresholds;
    if (step.reading) {
        m_status.raw = step.reading->raw;
        m_status.basis = step.reading->basis;
        m_status.percent = step.reading->percent;
        m_status.marginToNextPercent = marginToNext(step.reading->percent, applied, thresholds);
        m_status.evictionTargetBytes =
            pressure::evictionTargetBytes(*m_sample, applied, thresholds, m_config.control.basis);
    }
    m_status.forecast = step.state.trend.forecast;
    m_status.warnedOf =
        step.state.trend.pending ? std::optional(step.state.trend.pending->level) : std::nullopt;
    m_status.forecastRecord = step.state.trend.record;
    m_status.basisChoice = m_config.control.basis;
    m_status.adapting = m_config.control.adaptation == Adaptation::On;
    m_status.configured = m_config.control.limit.configured;
    m_status.ceiling = step.limit.ceiling;
    m_status.limit = step.limit.limit;
    m_status.limitReason = step.limit.reason;
    m_status.growthStepPercent = m_config.control.limit.growthStepPercent;
    m_status.growthIntervalMs = m_config.control.limit.growthInterval.count();
    m_status.nextGrowthAtMs = ms(step.limit.nextGrowthAt);
    m_status.snoozePercent.reset();
    m_status.snoozedUntilMs.reset();
    if (const auto &snooze = m_config.control.limit.snooze; snooze && clocks.monotonic < snooze->until) {
        m_status.snoozePercent = snooze->sharePercent;
        m_status.snoozedUntilMs = clocks.bootMs(snooze->until);
    }
}

void MemoryMonitor::record(const ClockReading &clocks, SampleRecord::Discontinuity discontinuity)
{
    const CacheFigures cache = m_peers.cacheFigures();
    SampleRecord record;
    record.wallMs = toMs(clocks.wall);
    record.monotonicMs = clocks.bootMs();
    record.discontinuity = discontinuity;
    record.gap = m_error.has_value();
    record.raw = m_status.raw;
    record.applied = m_status.applied;
    record.cacheEntries = cache.entries;
    record.cacheLimitEntries = cache.limitEntries;
    record.cacheHitsTotal = cache.hitsTotal;
    record.cacheRequestsTotal = cache.requestsTotal;
    if (!record.gap) {
        record.systemUsedPercent = hostUsedPercent(*m_sample);
        record.systemUsedMinPercent = record.systemUsedMaxPercent = record.systemUsedPercent;
        record.systemTotalBytes = m_sample->totalBytes;
        record.systemAvailableBytes = m_sample->availableBytes;
        record.processRssBytes = m_sample->processRssBytes;
        record.processVirtualBytes = m_sample->processVirtualBytes;
        if (m_sample->cgroup)
            record.cgroupUsedPercent =
                percentOf(m_sample->cgroup->workingSetBytes, m_sample->cgroup->limitBytes);
        if (m_sample->stall)
            record.psiSomeAvg10Percent = m_sample->stall->someAvg10Percent;
        m_status.latest = record;
    }
    m_history.append(record);
    m_status.meanPercent = m_history.meanPercent(m_config.meanWindow);
    emit sampled(record);
    emit statusChanged(m_status);
}

template<typename What>
void MemoryMonitor::tell(What what)
{
    emit happened({.id = 0,
                   .wallMs = toMs(m_clocks->wall),
                   .monotonicMs = m_clocks->bootMs(),
                   .what = std::move(what)});
}

void MemoryMonitor::tellClockJump(const ClockJump &jump)
{
    if (jump.suspended.count() != 0)
        tell(SuspendEvent{.durationMs = jump.suspended.count()});
    if (jump.clockStep.count() != 0)
        tell(ClockEvent{.stepMs = jump.clockStep.count()});
}

void MemoryMonitor::tellLevel(const ControlStep &step)
{
    const GovernorStep &governor = step.governor;
    const Level to = governor.state.applied;
    if (governor.changed()) {
        const bool rose = to > governor.from;
        const Threshold &crossed = m_config.control.thresholds.of(rose ? to : governor.from);
        tell(LevelEvent{.from = governor.from,
                        .to = to,
                        .reason = governor.reason,
                        .percent = step.reading->percent,
                        .thresholdPercent = rose ? crossed.enterPercent : crossed.leavePercent,
                        .basis = step.reading->basis,
                        .vote = governor.vote});
    }
    if (governor.holdDoubled)
        tell(HoldEvent{.waits = HoldEvent::Waits::Fall,
                       .level = to,
                       .holdMs = holdOf(to, governor.state, m_config.control.thresholds).count()});
    if (step.limit.holdDoubled)
        tell(HoldEvent{
            .waits = HoldEvent::Waits::Growth, .level = to, .holdMs = step.state.limit.growthHold.count()});
    if (step.warning)
        tell(WarningEvent{.level = step.warning->level,
                          .percent = step.warning->percent,
                          .slopePercentPerSecond = step.state.trend.forecast.slopePercentPerSecond,
                          .expectedInMs = step.warning->expectedIn.count(),
                          .basis = step.reading->basis});
}

void MemoryMonitor::tellSourceEvents()
{
    if (m_status.stale && !m_toldOfLoss) {
        m_toldOfLoss = true;
        emit happened(eventNow(SourceEvent{m_error}));
    } else if (!m_error && m_toldOfLoss) {
        m_toldOfLoss = false;
        emit happened(eventNow(SourceEvent{}));
    }
}

void MemoryMonitor::tellSnoozeEnd(MonotonicTime now)
{
    auto &snooze = m_config.control.limit.snooze;
    if (!snooze || now < snooze->until)
        return;
    emit happened(eventNow(SnoozeEvent{.sharePercent = snooze->sharePercent, .untilWallMs = 0}));
    snooze.reset();
}

std::chrono::milliseconds MemoryMonitor::nextInterval() const
{
    if (m_error)
        return retryInterval;
    return pressure::nextInterval(*m_sample, m_state.governor, m_config.control.thresholds,
                                  m_fastestRise.bytesPerSecond());
}

} // namespace manometer::service
