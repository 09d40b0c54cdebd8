// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/replay/Player.h"

namespace manometer::insight {

using namespace pressure;

Player::Player(const RecordingData &recording, const Signals &judged, const ControlConfig *draft)
    : m_recording(recording)
    , m_judged(judged)
    , m_percents(recording.percents(judged))
    , m_draft(draft)
{}

void Player::begin(std::size_t step)
{
    // The state of a draft was never recorded.
    if (m_draft)
        return;
    for (std::size_t mark = m_recording.marks.size(); mark-- > 0;) {
        if (m_recording.marks[mark].kind != Mark::Kind::Anchored || m_recording.marks[mark].step > step)
            continue;
        m_mark = mark;
        m_at = m_recording.marks[mark].step;
        configure(m_recording.configAt(m_at));
        return;
    }
}

void Player::playTo(std::size_t end, PlayerSink *sink)
{
    while (m_at < end) {
        passMarks(sink);
        const std::size_t mark = m_mark < m_recording.marks.size() ? m_recording.marks[m_mark].step : end;
        playSteps(std::min(mark, end), sink);
    }
}

void Player::finish(PlayerSink *sink)
{
    passMarks(sink);
}

void Player::passMarks(PlayerSink *sink)
{
    for (; m_mark < m_recording.marks.size() && m_recording.marks[m_mark].step <= m_at; ++m_mark) {
        const std::size_t index = m_recording.marks[m_mark].index;
        switch (m_recording.marks[m_mark].kind) {
        case Mark::Kind::Anchored:
            adopt(m_recording.anchors[index], sink);
            break;
        case Mark::Kind::Configured:
            configure(m_recording.configs[index]);
            break;
        case Mark::Kind::Received:
            if (m_draft)
                break;
            m_limit = withReceipt(m_limit, m_recording.receipts[index], m_config.tuning.limit);
            if (sink)
                sink->received(m_recording.receipts[index]);
            break;
        case Mark::Kind::Ended:
            interrupt(m_recording.ends[index], sink);
            break;
        }
        m_isSettled = isSettled();
    }
}

void Player::adopt(const Anchor &anchor, PlayerSink *sink)
{
    // Another build may have recorded another level than this one replays.
    const bool differs = !m_draft && m_hasState && anchor.state.governor.applied != m_governor.applied;
    const bool continues = anchor.kind == Anchor::Kind::Continues && !differs;
    if (!continues)
        interrupt(anchor.step == 0 ? Moment{} : m_recording.moment(anchor.step - 1), sink);
    // A draft continues where it was, unless the program started again.
    const bool startsAgain = anchor.kind == Anchor::Kind::Begins && !anchor.state.governor.appliedSince;
    const bool isAnotherBoot = m_governor.lastGood && anchor.state.governor.lastGood &&
                               *anchor.state.governor.lastGood < *m_governor.lastGood;
    if (m_draft && m_hasState && (continues || !(startsAgain || isAnotherBoot)))
        return;
    m_governor = anchor.state.governor;
    m_limit = anchor.state.limit;
    // Receipts are those of the applied settings' cuts.
    if (m_draft)
        m_limit.poorReceipts = 0;
    m_hasState = true;
    m_adopted = &anchor;
    m_levelChanged = noStep;
}

void Player::interrupt(const Moment &at, PlayerSink *sink)
{
    if (sink && m_isInStretch)
        sink->interrupted(at);
    m_isInStretch = false;
    m_asked = noStep;
}

void Player::configure(const ControlConfig &recorded)
{
    m_config = m_draft ? *m_draft : recorded;
    m_config.snooze = recorded.snooze;
}

// The settings at a step at or before the present one.
const ControlConfig &Player::configAt(std::size_t step) const
{
    return m_draft ? *m_draft : m_recording.configAt(step);
}

LimitInput Player::limitInput(std::size_t step) const
{
    return {.now = m_recording.now(step),
            .applied = m_config.adaptation == Adaptation::On ? m_governor.applied : Level::Normal,
            .configured = m_config.configured,
            .snooze = m_config.snooze,
            .blind = m_judged.ofSteps[step].is(Signal::Blind),
            .toNext = {}};
}

bool Player::isSettled() const
{
    // The time matters for a snooze only; at the end there is no next step.
    return m_at < m_recording.steps() && pressure::isSettled(m_limit, limitInput(m_at));
}

void Player::playSteps(std::size_t end, PlayerSink *sink)
{
    if (sink && !m_isInStretch && m_at < end) {
        m_isInStretch = true;
        sink->resumed(m_at);
    }
    while (m_at < end) {
        if (m_isSettled && m_governor.appliedSince) {
            const std::size_t next = firstThatDecides(end);
            if (next > m_at) {
                m_governor = governed(next - 1).state;
                m_asked = noStep;
                m_at = next;
                continue;
            }
        }
        playStep(sink);
    }
}

std::size_t Player::firstThatDecides(std::size_t end) const
{
    const Thresholds &thresholds = m_config.thresholds;
    const Level applied = m_governor.applied;
    const Signal *of = m_judged.ofSteps.data();
    std::size_t step = m_at;
    for (; step < end; ++step) {
        const double percent = m_percents[step];
        if (of[step].is(Signal::Decisive) ||
            !confirms({.percent = percent, .raw = classify(percent, thresholds)}, applied, thresholds))
            break;
    }
    return step;
}

GovernorStep Player::governed(std::size_t step) const
{
    const Signal signal = m_judged.ofSteps[step];
    GovernorInput input{.now = m_recording.now(step), .reading = {}, .vote = signal.vote()};
    if (!signal.is(Signal::Blind))
        input.reading = Reading{.percent = m_percents[step],
                                .basis = signal.basis(),
                                .raw = classify(m_percents[step], m_config.thresholds)};
    return pressure::step(m_governor, input, m_config.thresholds, m_config.tuning.governor);
}

LimitStep Player::limited(const LimitInput &input) const
{
    return pressure::step(m_limit, input, m_config.tuning.limit);
}

void Player::playStep(PlayerSink *sink)
{
    const std::size_t step = m_at;
    const GovernorStep governor = governed(step);
    m_governor = governor.state;
    PlayedStep played{.step = step, .from = governor.from, .to = governor.state.applied};
    played.raisedByVote = governor.reason == GovernorReason::RaisedByVote ||
                          governor.reason == GovernorReason::RaisedByOutOfMemory;
    played.holdDoubled = governor.holdDoubled;
    if (governor.changed())
        m_levelChanged = step;

    const bool asks = governor.asked > governor.from;
    if (asks && m_asked == noStep)
        m_asked = step;
    played.askedSince = asks ? m_asked : noStep;
    if (!asks || governor.changed())
        m_asked = noStep;

    if (!m_isSettled || governor.changed()) {
        LimitInput input = limitInput(step);
        LimitStep limit = limited(input);
        if (limit.change == LimitChange::Grown && m_config.adaptation == Adaptation::On) {
            input.toNext = timeToNextAt(step);
            if (input.toNext)
                limit = limited(input);
        }
        played.limitBefore = m_limit.limit.value_or(limit.limit);
        played.limitChange = limit.change;
        played.growthHoldDoubled = limit.holdDoubled;
        played.cleansDisk = limit.cleanUpDisk;
        m_limit = limit.state;
        m_isSettled = pressure::isSettled(m_limit, input);
    } else {
        played.limitBefore = *m_limit.limit;
    }
    played.limit = *m_limit.limit;
    if (sink)
        sink->stepped(played);
    m_at = step + 1;
}

// What the trend's forecast is after this step. It is made at each point and at each change of the level.
std::optional<std::chrono::milliseconds> Player::timeToNextAt(std::size_t step) const
{
    for (std::size_t at = step;; --at) {
        if (m_judged.ofSteps[at].is(Signal::Blind))
            return std::nullopt;
        if (at == m_levelChanged || m_judged.ofSteps[at].is(Signal::Point)) {
            const ControlConfig &config = configAt(at);
            return timeToNext(pointsAt(at), m_percents[at], m_governor.applied, config.thresholds,
                              config.tuning.trend);
        }
        if (at == m_adopted->step)
            return m_adopted->state.trend.forecast.toNext;
    }
}

TrendPoints Player::pointsAt(std::size_t step) const
{
    const Anchor &stretch = m_recording.stretchOf(step);
    const MonotonicTime now = m_recording.now(step);
    const auto window = configAt(step).tuning.trend.window;
    TrendPoints points;
    std::size_t first = step;
    for (std::size_t count = 0;; --first) {
        const Signal signal = m_judged.ofSteps[first];
        if (signal.is(Signal::Point) && ++count > TrendPoints::capacity)
            break;
        if (signal.is(Signal::FirstPoint) ||
            (signal.is(Signal::Point) && now - m_recording.now(first) > window))
            break;
        if (first == stretch.step) {
            points = stretch.state.trend.points;
            break;
        }
    }
    const ControlConfig *config = &configAt(first);
    // The next mark may be another configuration; without one in between, all steps have the same.
    const bool hasOne = config == &configAt(step);
    for (; first <= step; ++first) {
        if (!hasOne)
            config = &configAt(first);
        if (!m_judged.ofSteps[first].is(Signal::Blind))
            observe(points, {m_recording.now(first), m_percents[first]}, config->tuning.trend);
    }
    return points;
}

} // namespace manometer::insight
