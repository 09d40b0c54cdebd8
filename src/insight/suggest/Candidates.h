// SPDX-License-Identifier: GPL-3.0-or-later
//
// The thresholds that a search tries: a grid at percentiles of p, and the neighbours of one of them. All of
// them are valid. Pure; any thread.
#pragma once

#include "insight/WhatIf.h"

#include <array>
#include <chrono>
#include <optional>
#include <vector>

namespace manometer::insight {

class Candidates
{
public:
    // percents: of p, equally far apart in time; sorted. Not empty.
    Candidates(const pressure::Thresholds &base, std::vector<double> percents);

    // At most about `most`; the base first.
    std::vector<pressure::Thresholds> grid(std::size_t most) const;
    // One enter or one hold is changed, by `stepPercent`, or by half and double.
    std::vector<pressure::Thresholds> neighbours(const pressure::Thresholds &of, double stepPercent) const;
    // The levels begin as low or as high as is valid, and are held as long as the base's or as is valid.
    std::vector<pressure::Thresholds> extremes() const;
    // How far the thresholds are from the base; to prefer the smaller of two equal changes.
    double distance(const pressure::Thresholds &thresholds) const;

private:
    using Enters = std::array<double, 3>;
    using Holds = std::array<std::chrono::milliseconds, 3>;
    std::optional<pressure::Thresholds> make(const Enters &enters, const Holds &holds) const;
    std::vector<double> entersOfGrid(std::size_t count) const;

    pressure::Thresholds m_base;
    std::vector<double> m_percents;
};

// p of the good samples in the steps, at most one a second, sorted.
std::vector<double> percentsOf(const RecordingData &recording, std::size_t first, std::size_t end);

} // namespace manometer::insight
