// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/SelfCost.h"

#include <ctime>

namespace manometer::gui {

std::optional<double> SelfCost::percent()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_since != decltype(m_since){} && now - m_since < window)
        return m_percent;
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    const auto processor = std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    if (m_since != decltype(m_since){})
        m_percent = 100.0 * std::chrono::duration<double>(processor - m_processor).count() /
                    std::chrono::duration<double>(now - m_since).count();
    m_processor = processor;
    m_since = now;
    return m_percent;
}

} // namespace manometer::gui
