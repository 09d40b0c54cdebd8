// SPDX-License-Identifier: GPL-3.0-or-later
//
// Counts what a player reports into an Outcome. One thread; never blocks.
#pragma once

#include "insight/WhatIf.h"
#include "insight/replay/Player.h"

#include <array>
#include <optional>

namespace manometer::insight {

class Tally : public PlayerSink
{
public:
    // The player plays the range to this next.
    Tally(const RecordingData &recording, const RecordingData::StepRange &range, const Player &player);

    void resumed(std::size_t step) override;
    void stepped(const PlayedStep &step) override;
    void interrupted(const Moment &at) override;
    void received(const pressure::Receipt &receipt) override;

    // The range has been played.
    Outcome outcome(const std::vector<pressure::WallTime> &incidents);

private:
    struct Stay
    {
        pressure::MonotonicTime began{};
        bool isWhole = false; // its beginning was seen
    };

    void changeLevel(const PlayedStep &step, const Moment &at);
    void endStay(pressure::Level level, pressure::MonotonicTime at, bool isEndSeen);
    void addLevelRun(const Moment &until);
    void addLimitRun(const Moment &until);
    void noteRise(const PlayedStep &step);
    void noteLostSignal(std::size_t first, std::size_t end, pressure::MonotonicTime until);
    Lead leadOf(pressure::WallTime incident) const;

    const RecordingData &m_recording;
    RecordingData::StepRange m_range;
    const Player &m_player;
    Outcome m_outcome;

    bool m_isOpen = false; // a stretch is
    bool m_followsGap = true;
    std::size_t m_stretchBegan = 0; // its first step in the range
    pressure::Level m_level = pressure::Level::Normal;
    std::size_t m_levelStep = 0;             // where it began
    std::vector<std::size_t> m_runSteps;     // where each of Outcome::runs began
    std::optional<pressure::Limits> m_limit; // empty until the first step of all
    pressure::Limits m_configured{};
    Moment m_limitSince;
    std::array<Stay, pressure::allLevels.size()> m_stays{};
    std::array<std::chrono::nanoseconds, pressure::allLevels.size()> m_timeAt{};
};

} // namespace manometer::insight
