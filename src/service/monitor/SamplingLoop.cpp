// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/monitor/SamplingLoop.h"

#include "reports/StepFields.h"
#include "service/Clock.h"
#include "service/monitor/MemoryLocking.h"
#include "service/monitor/StepReport.h"
#include "service/recording/EventSink.h"
#include "service/recording/Recorder.h"

#include <QSocketNotifier>

#include <utility>

namespace manometer::service {

using namespace views;

using namespace pressure;

SamplingLoop::SamplingLoop(std::unique_ptr<MemorySource> source, const pressure::ControlConfig &config,
                           EventSink &events, MonitorPeers peers, History &history)
    : m_source(std::move(source))
    , m_config(config)
    , m_events(events)
    , m_peers(std::move(peers))
    , m_history(history)
    , m_timer(this) // a child: moveToThread() moves it too
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SamplingLoop::sample);
}

SamplingLoop::~SamplingLoop()
{
    stop();
}

void SamplingLoop::start()
{
    lockStack();
    watchTrigger();
    if (m_peers.recorder)
        m_peers.recorder->begin(pressure::ClockReading::now(), m_config, m_state);
    sample();
}

void SamplingLoop::stop()
{
    m_timer.stop();
    if (m_rehearsal)
        endRehearsal(RehearsalEvent::Outcome::ProgramEnded);
    reportRehearsalEnd();
    const bool sampled = m_clocks.has_value();
    m_clocks.reset();
    if (m_peers.recorder && sampled)
        m_peers.recorder->end(pressure::ClockReading::now());
}

// Called in the monitor thread: a notifier belongs to the thread that creates it.
void SamplingLoop::watchTrigger()
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
            // Throttle: a continuous writer wakes us at most at the fastest sampling rate.
            notifier->setEnabled(false);
            const auto answer = m_peers.trigger->acknowledge(static_cast<int>(notifier->socket()));
            if (answer == PressureTrigger::Answer::Gone)
                return;
            QTimer::singleShot(fastestInterval, notifier, [notifier] { notifier->setEnabled(true); });
            wake(answer);
        });
    }
}

void SamplingLoop::wake(PressureTrigger::Answer answer)
{
    if (answer == PressureTrigger::Answer::Notice)
        ++m_notices;
    // Not while stopped, and throttled to fastestInterval.
    if (m_timer.isActive() && m_timer.remainingTimeAsDuration() > fastestInterval)
        m_timer.start(m_clocks && std::chrono::steady_clock::now() - m_clocks->monotonic < fastestInterval
                          ? fastestInterval
                          : std::chrono::milliseconds(0));
}

void SamplingLoop::setConfig(const pressure::ControlConfig &config)
{
    const auto snooze = m_config.snooze;
    m_config = config;
    m_config.snooze = snooze;
    if (m_timer.isActive())
        sample();
}

void SamplingLoop::snooze(double sharePercent, std::chrono::milliseconds duration)
{
    auto &snooze = m_config.snooze;
    const bool wasSnoozed = snooze.has_value();
    snooze.reset();
    if (duration.count() > 0)
        snooze = Snooze{.sharePercent = sharePercent, .until = std::chrono::steady_clock::now() + duration};
    if (snooze || wasSnoozed) {
        const pressure::ClockReading clocks = pressure::ClockReading::now();
        m_events.report(SnoozeEvent{.sharePercent = sharePercent,
                                    .untilWallMs = snooze ? toMs(clocks.wall) + duration.count() : 0},
                        clocks);
    }
    if (m_timer.isActive())
        sample();
}

void SamplingLoop::applyReceipt(const ReceiptEvent &receipt)
{
    ReceiptEvent settled = receipt;
    if (settled.rehearsed) {
        m_events.report(settled);
        return;
    }
    settled.percentAfter = m_status.percent;
    const quint64 returned = settled.processRssBeforeBytes > settled.processRssAfter2SBytes
                                 ? settled.processRssBeforeBytes - settled.processRssAfter2SBytes
                                 : 0;
    const LimitConfig &limit = m_config.tuning.limit;
    const bool wasFutile = isFutile(m_state.limit, limit);
    const Receipt figures{.evictedBytes = settled.evictedBytes, .returnedBytes = returned};
    m_state = withReceipt(m_state, figures, m_config);
    if (m_peers.recorder && m_clocks)
        m_peers.recorder->receipt(figures, m_config);
    m_events.report(settled);
    if (wasFutile || !isFutile(m_state.limit, limit))
        return;
    m_events.report(FutileEvent{.evictedBytes = settled.evictedBytes,
                                .returnedBytes = returned,
                                .largestHolder = settled.largestHolder});
}

void SamplingLoop::sample()
{
    const auto read = m_source->read();
    m_error = read ? std::nullopt : std::optional(read.error());
    if (read) {
        m_fastestRise.add(*read);
        m_sample = *read;
        m_sample->notices = m_notices;
    }
    const pressure::ClockReading clocks =
        read ? pressure::ClockReading::of(*read) : pressure::ClockReading::now();
    const auto number = m_state.limit.limit ? StepNumber::Later : StepNumber::First;
    const ControlInput input{.now = clocks.monotonic, .sample = read ? m_sample : std::nullopt};
    const ControlStep step = pressure::step(m_state, input, m_config);
    m_state = step.state;

    if (auto order = reliefFor(step, m_config, number, m_admission)) {
        if (step.reading && input.sample)
            order->usedBytes = usedBytes(*input.sample, step.reading->basis);
        m_peers.postRelief(*order);
    }
    stepRehearsal(clocks, step.limit.change);
    const auto previous = std::exchange(m_clocks, clocks);
    const pressure::ClockJump jump =
        previous ? pressure::detectJump(*previous, clocks) : pressure::ClockJump{};
    reportClockJump(jump);
    for (const EventKinds &what : eventsOf(step, m_config))
        m_events.report(what,
                        clocks); // early, so that the log has the cause before the relief thread's action
    if (m_peers.recorder)
        m_peers.recorder->step(input, clocks, m_config, m_state);
    publish(step, clocks);
    record(clocks, previous ? discontinuityOf(jump) : SampleRecord::Discontinuity::Start);
    if (step.governor.changed())
        emit levelChanged(step.governor.from, step.governor.state.applied);
    reportSourceChange();
    reportSnoozeEnd(clocks.monotonic);
    m_timer.start(nextInterval());
}

void SamplingLoop::publish(const ControlStep &step, const pressure::ClockReading &clocks)
{
    reports::update(m_status, step, m_config, m_sample, clocks);
    m_status.error = m_error;
    m_status.rehearsal = m_rehearsal ? std::optional(m_rehearsal->status(clocks.monotonic)) : std::nullopt;
}

void SamplingLoop::record(const pressure::ClockReading &clocks, SampleRecord::Discontinuity discontinuity)
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
    record.answerHitsTotal = cache.answerHitsTotal;
    record.savedMicrosecondsTotal = cache.savedMicrosecondsTotal;
    if (!record.gap) {
        reports::fill(record, *m_sample);
        m_status.latest = record;
    }
    m_history.append(record);
    emit sampled(record);
    emit statusChanged(m_status);
}

void SamplingLoop::reportClockJump(const pressure::ClockJump &jump)
{
    if (jump.suspended.count() != 0)
        m_events.report(SuspendEvent{.durationMs = jump.suspended.count()}, *m_clocks);
    if (jump.clockStep.count() != 0)
        m_events.report(ClockEvent{.stepMs = jump.clockStep.count()}, *m_clocks);
}

void SamplingLoop::reportSourceChange()
{
    if (m_status.stale && !m_lossReported) {
        m_lossReported = true;
        m_events.report(SourceEvent{m_error});
    } else if (!m_error && m_lossReported) {
        m_lossReported = false;
        m_events.report(SourceEvent{});
    }
}

void SamplingLoop::reportSnoozeEnd(MonotonicTime now)
{
    auto &snooze = m_config.snooze;
    if (!snooze || now < snooze->until)
        return;
    m_events.report(SnoozeEvent{.sharePercent = snooze->sharePercent, .untilWallMs = 0});
    snooze.reset();
}

std::chrono::milliseconds SamplingLoop::nextInterval() const
{
    const auto needed = m_error ? retryInterval
                                : pressure::nextInterval(*m_sample, m_state.governor, m_config.thresholds,
                                                         m_fastestRise.bytesPerSecond());
    return m_rehearsal ? std::min(needed, m_rehearsal->nextInterval(m_clocks->monotonic)) : needed;
}

QString SamplingLoop::rehearse(const RehearsalRequest &request, quint64 id)
{
    if (!m_timer.isActive())
        return QStringLiteral("memory is not monitored now");
    if (m_rehearsal)
        return QStringLiteral("a rehearsal runs on this cache already");
    if (m_config.adaptation == Adaptation::MeasureOnly)
        return QStringLiteral("the limit does not adapt to memory pressure: the settings say measure only");
    if (m_state.governor.applied == Level::Critical)
        return QStringLiteral("the machine itself is at CRITICAL");
    reportRehearsalEnd();
    const pressure::ClockReading clocks = pressure::ClockReading::now();
    m_rehearsal = std::make_unique<CacheRehearsal>(request, id, clocks.monotonic);
    RehearsalEvent began =
        m_rehearsal->event(RehearsalEvent::Outcome::Began, request.actor, clocks.monotonic);
    began.limitEntries = m_state.limit.limit->entries;
    m_events.report(began, clocks);
    sample();
    return {};
}

QString SamplingLoop::stopRehearsal(const QByteArray &actor)
{
    if (!m_rehearsal)
        return QStringLiteral("no rehearsal runs on this cache");
    endRehearsal(RehearsalEvent::Outcome::Stopped, actor);
    sample();
    return {};
}

// After the step of the machine's own loop, whose order is posted first.
void SamplingLoop::stepRehearsal(const pressure::ClockReading &clocks, LimitChange machines)
{
    using Outcome = RehearsalEvent::Outcome;
    if (!m_rehearsal)
        return;
    if (m_state.governor.applied == Level::Critical)
        endRehearsal(Outcome::RealCritical, {}, machines);
    else if (m_config.adaptation == Adaptation::MeasureOnly)
        endRehearsal(Outcome::MeasureOnly, {}, machines);
    else if (m_rehearsal->isOver(clocks.monotonic))
        endRehearsal(Outcome::Played, {}, machines);
    else if (const auto order = m_rehearsal->step(clocks, m_config))
        m_peers.postRelief(*order);
}

// The limit of the machine's own level is in effect at once: memory was never short, so that nothing has to
// grow back in steps.
void SamplingLoop::endRehearsal(RehearsalEvent::Outcome outcome, const QByteArray &actor,
                                LimitChange machines)
{
    ReliefOrder order = m_rehearsal->end();
    order.isBesideMachines = machines != LimitChange::None;
    m_peers.postRelief(order);
    m_rehearsalEnd = m_rehearsal->event(outcome, actor, std::chrono::steady_clock::now());
    m_endedRehearsal = std::move(m_rehearsal);
}

void SamplingLoop::applyRehearsedCut(const RehearsedCut &cut)
{
    auto &rehearsal = m_endedRehearsal ? m_endedRehearsal : m_rehearsal;
    if (rehearsal)
        rehearsal->add(cut);
    if (cut.isLast)
        reportRehearsalEnd();
}

void SamplingLoop::reportRehearsalEnd()
{
    if (!m_endedRehearsal)
        return;
    const RehearsalStatus status = m_endedRehearsal->status({});
    m_rehearsalEnd.evictedEntries = status.evictedEntries;
    m_rehearsalEnd.evictedBytes = status.evictedBytes;
    m_rehearsalEnd.limitEntries = m_state.limit.limit->entries;
    m_endedRehearsal.reset();
    m_events.report(m_rehearsalEnd);
}

} // namespace manometer::service
