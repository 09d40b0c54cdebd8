// SPDX-License-Identifier: GPL-3.0-or-later
//
// This program's CPU use over the last seconds. GUI thread; one system call at most.
#pragma once

#include <chrono>
#include <optional>

namespace manometer::gui {

class SelfCost
{
public:
    // Percent of one processor over at least `window`; empty until then.
    std::optional<double> percent();

private:
    static constexpr std::chrono::seconds window{5}; // a shorter time would be noise

    std::chrono::nanoseconds m_processor{0};
    std::chrono::steady_clock::time_point m_since{};
    std::optional<double> m_percent;
};

} // namespace manometer::gui
