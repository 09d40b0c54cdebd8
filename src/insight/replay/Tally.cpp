// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/replay/Tally.h"

#include "pressure/control/SampleSchedule.h"

#include <algorithm>

namespace manometer::insight {

using namespace pressure;
using std::chrono::nanoseconds;

namespace {

std::size_t indexOf(Level level)
{
    return static_cast<std::size_t>(level);
}

std::uint64_t decrease(std::uint64_t before, std::uint64_t after)
{
    return before > after ? before - after : 0;
}

} // namespace

Tally::Tally(const RecordingData &recording, const RecordingData::StepRange &range, const Player &player)
    : m_recording(recording)
    , m_range(range)
    , m_player(player)
{
    m_outcome.steps = range.end - range.first;
}

void Tally::resumed(std::size_t step)
{
    const Moment at = m_recording.moment(step);
    if (!m_outcome.runs.empty() || m_isOpen)
        ++m_outcome.gaps;
    m_isOpen = true;
    m_followsGap = true;
    m_stretchBegan = step;
    m_level = m_player.governor().applied;
    m_levelStep = step;
    m_limit = m_player.limit().limit;
    m_configured = m_player.config().configured;
    m_limitSince = at;
    for (const Level level : allLevels)
        if (level == Level::Normal ? m_level == Level::Normal : m_level >= level)
            m_stays[indexOf(level)] = {.began = at.monotonic, .isWhole = false};
}

void Tally::stepped(const PlayedStep &step)
{
    const Moment at = m_recording.moment(step.step);
    if (step.to != m_level)
        changeLevel(step, at);
    if (m_limit != step.limit || m_configured != m_player.config().configured) {
        addLimitRun(at);
        m_limit = step.limit;
        m_configured = m_player.config().configured;
        m_limitSince = at;
    }
    if (step.limitChange == LimitChange::Cut) {
        ++m_outcome.cuts;
        m_outcome.evictedAtMost.entries += decrease(step.limitBefore.entries, step.limit.entries);
        m_outcome.evictedAtMost.bytes += decrease(step.limitBefore.bytes, step.limit.bytes);
    }
    m_outcome.holdsDoubled += step.holdDoubled;
    m_outcome.growthHoldsDoubled += step.growthHoldDoubled;
    m_outcome.diskCleanUps += step.cleansDisk;
}

void Tally::changeLevel(const PlayedStep &step, const Moment &at)
{
    addLevelRun(at);
    const bool rises = step.to > m_level;
    const Level low = std::min(m_level, step.to);
    const Level high = std::max(m_level, step.to);
    if (rises && low == Level::Normal)
        endStay(Level::Normal, at.monotonic, true);
    for (Level passed = oneAbove(low);; passed = oneAbove(passed)) {
        if (rises) {
            ++m_outcome.levels[indexOf(passed)].entries;
            m_stays[indexOf(passed)] = {.began = at.monotonic, .isWhole = true};
        } else {
            endStay(passed, at.monotonic, true);
        }
        if (passed == high)
            break;
    }
    if (step.to == Level::Normal) {
        ++m_outcome.levels[indexOf(Level::Normal)].entries;
        m_stays[indexOf(Level::Normal)] = {.began = at.monotonic, .isWhole = true};
    }
    if (rises)
        noteRise(step);
    m_level = step.to;
    m_levelStep = step.step;
}

void Tally::endStay(Level level, MonotonicTime at, bool isEndSeen)
{
    const Stay &stay = m_stays[indexOf(level)];
    LevelFigures &figures = m_outcome.levels[indexOf(level)];
    const nanoseconds length = at - stay.began;
    figures.longestStay = std::max(figures.longestStay, length);
    if (stay.isWhole && isEndSeen && length < flapUnder)
        ++figures.flaps;
}

void Tally::addLevelRun(const Moment &until)
{
    const Moment from = m_recording.moment(m_levelStep);
    if (from.monotonic == until.monotonic)
        return; // changed by the first step of the stretch
    m_timeAt[indexOf(m_level)] += until.monotonic - from.monotonic;
    m_outcome.runs.push_back({.level = m_level, .from = from, .to = until, .followsGap = m_followsGap});
    m_runSteps.push_back(m_levelStep);
    m_followsGap = false;
}

void Tally::addLimitRun(const Moment &until)
{
    if (m_limit && m_limitSince.monotonic != until.monotonic)
        m_outcome.limits.push_back(
            {.limit = *m_limit, .configured = m_configured, .from = m_limitSince, .to = until});
}

void Tally::noteRise(const PlayedStep &step)
{
    ++m_outcome.sampling.rises;
    m_outcome.stallRises += step.raisedByVote;
    if (step.askedSince == noStep || m_recording.stretchOf(step.askedSince).step == step.askedSince)
        return; // nothing is known of the time before
    const std::size_t below = step.askedSince - 1;
    bool isCoarse = false;
    for (std::size_t next = below + 1; next <= step.step; ++next)
        isCoarse = isCoarse || m_recording.now(next) - m_recording.now(next - 1) > 2 * fastestInterval;
    m_outcome.sampling.coarseRises += isCoarse;
    m_outcome.sampling.latestBy = std::max<nanoseconds>(m_outcome.sampling.latestBy,
                                                        m_recording.now(step.step) - m_recording.now(below));
}

void Tally::interrupted(const Moment &at)
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    addLevelRun(at);
    addLimitRun(at);
    for (const Level level : allLevels)
        if (level == Level::Normal ? m_level == Level::Normal : m_level >= level)
            endStay(level, at.monotonic, false);
    m_outcome.recorded += at.monotonic - m_recording.now(m_stretchBegan);
    const std::size_t end = std::min(m_range.end, m_player.position());
    noteLostSignal(m_stretchBegan, end, at.monotonic);
}

void Tally::received(const Receipt &receipt)
{
    ++m_outcome.receipts;
    m_outcome.received.evictedBytes += receipt.evictedBytes;
    m_outcome.received.returnedBytes += receipt.returnedBytes;
}

void Tally::noteLostSignal(std::size_t first, std::size_t end, MonotonicTime until)
{
    MonotonicTime good = m_recording.now(first);
    const auto note = [&](MonotonicTime now) {
        if (now - good > staleAfter)
            m_outcome.withoutSignal += now - good;
        good = now;
    };
    const Signal *of = m_recording.judged.ofSteps.data();
    for (std::size_t step = first; step < end; ++step)
        if (!of[step].is(Signal::Blind))
            note(m_recording.now(step));
    note(until);
}

Lead Tally::leadOf(WallTime incident) const
{
    Lead lead{.incident = incident};
    const auto step = m_recording.stepAt(incident, m_range);
    if (!step || m_runSteps.empty() || *step < m_runSteps.front())
        return lead;
    const auto after = std::upper_bound(m_runSteps.begin(), m_runSteps.end(), *step);
    const auto run = static_cast<std::size_t>(after - m_runSteps.begin()) - 1;
    if (m_runSteps[run] < m_recording.stretchOf(*step).step)
        return lead; // the stretch has no run: it is a single step
    const std::vector<LevelRun> &runs = m_outcome.runs;
    const MonotonicTime at =
        m_recording.now(*step) + std::chrono::duration_cast<nanoseconds>(incident - m_recording.wall(*step));
    lead.isRecorded = true;
    for (const Level level : levelsWithThreshold) {
        if (runs[run].level < level)
            continue;
        std::size_t first = run;
        while (!runs[first].followsGap && runs[first - 1].level >= level)
            --first;
        lead.ahead[indexOf(level) - 1] = at - runs[first].from.monotonic;
    }
    return lead;
}

Outcome Tally::outcome(const std::vector<WallTime> &incidents)
{
    if (m_range.first < m_range.end)
        interrupted(m_recording.moment(m_range.end - 1));
    for (const Level level : allLevels)
        if (m_outcome.recorded.count() > 0)
            m_outcome.levels[indexOf(level)].timeShare =
                static_cast<double>(m_timeAt[indexOf(level)].count()) /
                static_cast<double>(m_outcome.recorded.count());
    for (const WallTime incident : incidents)
        m_outcome.leads.push_back(leadOf(incident));
    return std::move(m_outcome);
}

} // namespace manometer::insight
