// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much of a processor this program takes, over the last seconds. GUI thread; a system call at most.
#pragma once

#include <chrono>
#include <optional>

namespace manometer::gui {

class SelfCost
{
public:
    // Percent of one processor over a stretch of at least `window`; empty before the first one is over.
    std::optional<double> percent();

private:
    static constexpr std::chrono::seconds window{5}; // shorter, it would be noise

    std::chrono::nanoseconds m_processor{0};
    std::chrono::steady_clock::time_point m_since{};
    std::optional<double> m_percent;
};

} // namespace manometer::gui
