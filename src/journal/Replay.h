// SPDX-License-Identifier: GPL-3.0-or-later
//
// What was decided, decided again: the journal's inputs through pressure's own step functions, from a
// snapshot on. Any thread; blocks on disk.
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
    std::size_t gaps = 0;       // places where records are missing: the replay went on at the next snapshot
    std::size_t mismatches = 0; // snapshots that say otherwise than the replay: none, but for another build
};

// Steps that belong to the range are given to visit; those before it only bring the state there.
ReplaySummary replay(const std::string &folder, const WallRange &range,
                     const std::function<void(const ReplayedStep &)> &visit);

} // namespace manometer::journal
