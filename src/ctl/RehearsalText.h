// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the control loop would do with a curve: every change of the level and of the limit, and the totals; as
// a table for people and as JSON. Pure; any thread.
#pragma once

#include "pressure/control/Control.h"
#include "pressure/rehearsal/Curve.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::ctl {

struct RehearsedChange
{
    double seconds = 0; // since the beginning
    double percent = 0;
    double shownPercent = 0; // with a decimal, on the side of the threshold that it is on
    pressure::Level levelBefore = pressure::Level::Normal;
    pressure::Level level = pressure::Level::Normal;
    std::uint64_t limitBefore = 0; // entries
    std::uint64_t limit = 0;
    pressure::LimitChange limitChange = pressure::LimitChange::None;
    std::string reason{}; // "two samples reached 60 %"
};

struct RehearsedRun
{
    double seconds = 0; // the length of the curve
    std::vector<RehearsedChange> changes{};
    std::array<double, pressure::allLevels.size()> secondsAt{};
    std::array<std::uint64_t, pressure::allLevels.size()> timesEntered{}; // from a lower level
    std::uint64_t cuts = 0;
    std::uint64_t growths = 0;
    std::uint64_t configured = 0; // entries
    std::uint64_t least = 0;
    std::uint64_t leastBytes = 0;
    std::uint64_t last = 0;
    pressure::Level lastLevel = pressure::Level::Normal;
};

RehearsedRun rehearse(const pressure::Curve &curve, const pressure::ControlConfig &config);

// Growth without another change in between is one line.
std::string rehearsalText(const RehearsedRun &run);
std::string rehearsalJson(std::string_view curve, const RehearsedRun &run);

} // namespace manometer::ctl
