// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorded/Session.h"

#include "journal/Segment.h"
#include "pressure/Pressure.h"
#include "recorded/RecordCheck.h"
#include "recorded/SampleBuckets.h"
#include "reports/Clock.h"
#include "reports/StepFields.h"

#include <algorithm>
#include <cstdlib>

namespace manometer::recorded {

using namespace views;
using namespace pressure;

namespace {

constexpr qsizetype mostSteps = 4'000'000; // a day at the fastest sampling has half as many

// Replays the journal into samples. Its times are those of the first run in the recording; later runs, which
// may be of another boot, follow by the wall clock.
class Player
{
public:
    explicit Player(const TimeRange &range)
        : m_range(range)
    {}

    void take(const journal::Snapshot &snapshot)
    {
        m_config = snapshot.config;
        m_state = snapshot.state;
        m_isKnown = true;
        if (snapshot.cause == journal::SnapshotCause::Begun)
            m_isStart = true;
    }
    void take(const journal::Configured &configured) { m_config = configured.config; }
    void take(const journal::Received &received)
    {
        if (m_isKnown)
            m_state = withReceipt(m_state, received.receipt, m_config);
    }
    void take(const journal::Missing &) { m_isKnown = false; }
    void take(const journal::Ended &) {}
    void take(const journal::Stepped &stepped)
    {
        if (!m_isKnown)
            return;
        const ControlStep step = pressure::step(m_state, stepped.input, m_config);
        m_state = step.state;
        const ClockReading clocks = onOneClock(stepped.clocks);
        if (stepped.input.sample)
            m_sample = stepped.input.sample;
        if (step.reading)
            m_raw = step.reading->raw;
        reports::update(m_status, step, m_config, m_sample, clocks);
        record(stepped, step, clocks);
        m_previous = clocks;
        m_isStart = false;
    }

    bool isFull() const { return m_samples.size() >= mostSteps; }
    SampleRecords takeSamples() { return std::move(m_samples); }
    MonitorStatus status() const
    {
        MonitorStatus status = m_status;
        status.latest = m_latest;
        status.stale = false; // it is as new as it will be
        return status;
    }

private:
    ClockReading onOneClock(const ClockReading &clocks)
    {
        ClockReading shifted = clocks;
        if (shifted.sinceBoot.count() == 0)
            shifted.sinceBoot = shifted.monotonic.time_since_epoch();
        if (m_isStart && m_previous)
            m_shift = m_previous->sinceBoot +
                      std::max<std::chrono::nanoseconds>(std::chrono::milliseconds(1),
                                                         clocks.wall - m_previous->wall) -
                      shifted.sinceBoot;
        shifted.sinceBoot += m_shift;
        return shifted;
    }

    void record(const journal::Stepped &stepped, const ControlStep &step, const ClockReading &clocks)
    {
        SampleRecord record;
        record.wallMs = reports::toMs(clocks.wall);
        record.monotonicMs = clocks.bootMs();
        record.discontinuity = m_isStart || !m_previous
                                   ? SampleRecord::Discontinuity::Start
                                   : reports::discontinuityOf(detectJump(*m_previous, clocks));
        record.gap = !stepped.input.sample;
        record.raw = m_raw;
        record.applied = step.state.governor.applied;
        record.cacheLimitEntries = step.limit.limit.entries;
        if (stepped.input.sample)
            reports::fill(record, *stepped.input.sample);
        const bool isInRange = record.wallMs >= m_range.fromWallMs && record.wallMs <= m_range.toWallMs;
        // Clocks that contradict each other do not put samples in disorder.
        if (!isInRange || (!m_samples.isEmpty() && record.monotonicMs < m_samples.back().monotonicMs))
            return;
        m_samples += record;
        if (!record.gap)
            m_latest = record;
    }

    TimeRange m_range;
    ControlConfig m_config;
    ControlState m_state;
    bool m_isKnown = false;
    bool m_isStart = true;
    std::chrono::nanoseconds m_shift{0};
    std::optional<ClockReading> m_previous;
    std::optional<MemorySample> m_sample;
    Level m_raw = Level::Normal;
    MonitorStatus m_status;
    SampleRecord m_latest;
    SampleRecords m_samples;
};

// The samples' time at this moment; before and after them by the wall clock.
qint64 monotonicAt(const SampleRecords &samples, qint64 wallMs)
{
    const auto after =
        std::upper_bound(samples.begin(), samples.end(), wallMs,
                         [](qint64 time, const SampleRecord &sample) { return time < sample.wallMs; });
    const SampleRecord &near = after == samples.begin() ? *after : *std::prev(after);
    return near.monotonicMs + wallMs - near.wallMs;
}

Unexpected<Refusal> impossible(const char *detail)
{
    return Unexpected(Refusal{.kind = Refusal::Kind::Damaged, .detail = QLatin1StringView(detail)});
}

} // namespace

Expected<Session, Refusal> sessionOf(const RecordingContents &contents)
{
    Player player(contents.range);
    insight::RecordingBuilder builder;
    RecordCheck check;
    bool isPossible = true;
    const auto unusable = journal::readSegment(contents.journal, [&](const journal::Record &record) {
        isPossible = check.isPossible(record) && !player.isFull();
        if (!isPossible)
            return journal::Visit::Stop;
        builder.add(record);
        std::visit([&player](const auto &what) { player.take(what); }, record);
        return journal::Visit::Continue;
    });
    if (!unusable)
        return unusable.error() == journal::SegmentProblem::NewerVersion
                   ? impossible("its journal is of a later version")
                   : impossible("its journal is damaged");
    if (!isPossible)
        return impossible("its journal has values that cannot be");
    if (*unusable > 0)
        return impossible("its journal is damaged");
    Session session{.range = contents.range,
                    .status = player.status(),
                    .recording = builder.take(),
                    .events = contents.events,
                    .settings = contents.settings,
                    .hits = contents.hits,
                    .program = contents.program};
    const SampleRecords samples = player.takeSamples();
    if (samples.isEmpty())
        return impossible("its journal has no samples");
    for (Event &event : session.events)
        event.monotonicMs = monotonicAt(samples, event.wallMs);
    session.samples = inBuckets(samples, Session::mostSamples);
    return session;
}

} // namespace manometer::recorded
