// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/monitor/CacheRehearsal.h"

#include "pressure/rehearsal/CurveSource.h"
#include "pressure/rehearsal/TimeLapse.h"
#include "service/monitor/StepReport.h"

#include <algorithm>
#include <string_view>

namespace manometer::service {

using namespace views;

using namespace pressure;

namespace {

Curve curveNamed(const QByteArray &name)
{
    return namedCurve(std::string_view(name.constData(), static_cast<std::size_t>(name.size())))
        .value_or(Curve(std::vector<CurvePoint>(1), Curve::End::Holds)); // findProblem() has excluded it
}

} // namespace

CacheRehearsal::CacheRehearsal(const RehearsalRequest &request, quint64 id, MonotonicTime began)
    : m_id(id)
    , m_name(request.curve)
    , m_curve(curveNamed(request.curve))
    , m_speed(request.speed)
    , m_began(began)
    , m_length(std::chrono::duration_cast<MonotonicTime::duration>(m_curve.duration() / request.speed))
{}

std::optional<ReliefOrder> CacheRehearsal::step(const ClockReading &clocks, const ControlConfig &config)
{
    m_config = inTimeLapse(config, m_speed);
    m_sample = rehearsedSample(clocks, m_curve.percentAt((clocks.monotonic - m_began) * m_speed));
    m_fastestRise.add(*m_sample);
    const auto number = m_state.limit.limit ? StepNumber::Later : StepNumber::First;
    const ControlStep step = pressure::step(m_state, {.now = clocks.monotonic, .sample = m_sample}, m_config);
    m_state = step.state;
    if (step.reading)
        m_percent = step.reading->percent;
    auto order = reliefFor(step, m_config, number, m_admission);
    if (order) {
        order->cause = cache::LimitCause::Rehearsal;
        order->disk = ReliefOrder::Disk::Untouched;
    }
    return order;
}

ReliefOrder CacheRehearsal::end() const
{
    return {.limits = unlimited, .cause = cache::LimitCause::Rehearsal};
}

std::chrono::milliseconds CacheRehearsal::nextInterval(MonotonicTime now) const
{
    using std::chrono::milliseconds;
    if (!m_sample)
        return fastestInterval;
    const auto needed = pressure::nextInterval(*m_sample, m_state.governor, m_config.thresholds,
                                               m_fastestRise.bytesPerSecond());
    const milliseconds playedSecond(static_cast<int>(1000 / m_speed));
    const auto left = std::chrono::ceil<milliseconds>(m_length - (now - m_began));
    return std::max(milliseconds(1),
                    std::min(std::max(fastestInterval, std::min(needed, playedSecond)), left));
}

void CacheRehearsal::add(const RehearsedCut &cut)
{
    m_evictedEntries += cut.evictedEntries;
    m_evictedBytes += cut.evictedBytes;
}

RehearsalStatus CacheRehearsal::status(MonotonicTime now) const
{
    using std::chrono::milliseconds;
    return {.id = m_id,
            .curve = m_name,
            .speed = m_speed,
            .playedMs = std::chrono::floor<milliseconds>(std::min(now - m_began, m_length)).count(),
            .lengthMs = std::chrono::floor<milliseconds>(m_length).count(),
            .percent = m_percent,
            .level = m_state.governor.applied,
            .limit = m_state.limit.limit.value_or(Limits{}),
            .evictedEntries = m_evictedEntries,
            .evictedBytes = m_evictedBytes};
}

RehearsalEvent CacheRehearsal::event(RehearsalEvent::Outcome outcome, const QByteArray &actor,
                                     MonotonicTime now) const
{
    return {.rehearsal = m_id,
            .outcome = outcome,
            .curve = m_name,
            .speed = m_speed,
            .actor = actor,
            .durationMs = std::chrono::floor<std::chrono::milliseconds>(now - m_began).count(),
            .evictedEntries = m_evictedEntries,
            .evictedBytes = m_evictedBytes};
}

} // namespace manometer::service
