// SPDX-License-Identifier: GPL-3.0-or-later
//
// Replays the journal: passes its inputs, from a snapshot on, to pressure::step, which repeats the recorded
// decisions. Any thread; blocks on disk.
#pragma once

#include "journal/JournalReader.h"

#include <functional>
#include <string>

namespace manometer::journal {

struct ReplayedStep
{
    const Stepped &stepped;
    const pressure::ControlConfig &config;
    const pressure::ControlStep &step;
};

struct ReplaySummary
{
    ReadSummary read;
    std::size_t steps = 0;
    std::size_t gaps = 0;       // places where records are missing; the replay continues at the next snapshot
    std::size_t mismatches = 0; // snapshots that differ from the replay; 0 unless another build wrote them
};

// Calls visit with the steps of the range; earlier ones only establish the state.
ReplaySummary replay(const std::string &folder, const WallRange &range,
                     const std::function<void(const ReplayedStep &)> &visit);

} // namespace manometer::journal
