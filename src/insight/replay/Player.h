// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plays a recording through the governor and the limit policy, the step functions that the monitor runs, with
// the settings that were applied or with a draft's. Leads to the same levels and limits as pressure::step on
// each sample, but
//  - takes p, votes and the trend's points from the recording's signals, which no threshold changes;
//  - of samples that only confirm the level passes the last one only (pressure::confirms), while no step
//    would change the limit (pressure::isSettled);
//  - makes a forecast only where the limit would grow without one.
// Not thread-safe; never blocks; allocates nothing.
#pragma once

#include "insight/replay/RecordingData.h"

#include <limits>
#include <optional>

namespace manometer::insight {

inline constexpr std::size_t noStep = std::numeric_limits<std::size_t>::max();

struct PlayedStep
{
    std::size_t step = 0;
    pressure::Level from = pressure::Level::Normal; // the applied level before it
    pressure::Level to = pressure::Level::Normal;
    pressure::Limits limitBefore{}; // of the cache; equal to limit at the first step of all
    pressure::Limits limit{};
    pressure::LimitChange limitChange = pressure::LimitChange::None;
    bool raisedByVote = false; // p alone would not have sufficed
    bool holdDoubled = false;
    bool growthHoldDoubled = false;
    bool cleansDisk = false;
    // While a higher level is asked for, and at the raise: the first of the consecutive samples that asked.
    std::size_t askedSince = noStep;
};

// What a player notices. Steps that are not passed change nothing.
class PlayerSink
{
public:
    virtual ~PlayerSink() = default;
    // A stretch begins with this step; the player has the state before it.
    virtual void resumed(std::size_t step) = 0;
    virtual void stepped(const PlayedStep &step) = 0;
    // The stretch ends here: records are missing, or sampling ended.
    virtual void interrupted(const Moment &at) = 0;
    virtual void received(const pressure::Receipt &) {}
};

class Player
{
public:
    // draft: null for the settings that were applied. The snooze is always the recorded one. A draft is
    // applied from the start of the recording on, and receipts are not passed to it. All must outlive the
    // player.
    Player(const RecordingData &recording, const Signals &judged, const pressure::ControlConfig *draft);

    // Begins as late as an exact state at this step allows. Before the first playTo().
    void begin(std::size_t step);
    // Plays the steps before `end`; sink may be null. The first step that is played to a sink begins a
    // stretch.
    void playTo(std::size_t end, PlayerSink *sink);
    // What was recorded after the last step: that sampling ended.
    void finish(PlayerSink *sink);

    std::size_t position() const { return m_at; } // the next step
    const pressure::GovernorState &governor() const { return m_governor; }
    const pressure::LimitState &limit() const { return m_limit; }
    const pressure::ControlConfig &config() const { return m_config; }

private:
    void passMarks(PlayerSink *sink);
    void adopt(const Anchor &anchor, PlayerSink *sink);
    void interrupt(const Moment &at, PlayerSink *sink);
    void configure(const pressure::ControlConfig &recorded);
    void playSteps(std::size_t end, PlayerSink *sink);
    void playStep(PlayerSink *sink);
    std::size_t firstThatDecides(std::size_t end) const;
    pressure::GovernorStep governed(std::size_t step) const;
    pressure::LimitStep limited(const pressure::LimitInput &input) const;
    pressure::LimitInput limitInput(std::size_t step) const;
    bool isSettled() const;
    std::optional<std::chrono::milliseconds> timeToNextAt(std::size_t step) const;
    pressure::TrendPoints pointsAt(std::size_t step) const;
    const pressure::ControlConfig &configAt(std::size_t step) const;

    const RecordingData &m_recording;
    const Signals &m_judged;
    const double *m_percents;
    const pressure::ControlConfig *m_draft;

    pressure::ControlConfig m_config; // in effect
    pressure::GovernorState m_governor;
    pressure::LimitState m_limit;
    bool m_hasState = false;
    bool m_isSettled = false;
    std::size_t m_at = 0;   // the next step
    std::size_t m_mark = 0; // the next mark
    const Anchor *m_adopted = nullptr;
    std::size_t m_levelChanged = noStep; // since the state was adopted
    std::size_t m_asked = noStep;        // PlayedStep::askedSince
    bool m_isInStretch = false;          // as the sink knows it
};

} // namespace manometer::insight
