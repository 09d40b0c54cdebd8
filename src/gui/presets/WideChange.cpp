// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/WideChange.h"

#include "pressure/control/Gauge.h"

#include <cmath>
#include <cstdlib>

namespace manometer::gui {

bool isWideChange(const views::MonitorStatus &status, const views::Settings &before,
                  const views::Settings &after)
{
    const views::SampleRecord &latest = status.latest;
    const auto level = [&latest](const views::Settings &settings) {
        const auto basis =
            pressure::judgedBasis(latest.systemUsedPercent, latest.cgroupUsedPercent, settings.control.basis);
        const double percent =
            basis == pressure::Basis::Host ? latest.systemUsedPercent : latest.cgroupUsedPercent;
        return static_cast<int>(pressure::classify(percent, settings.thresholds));
    };
    return std::isfinite(latest.systemUsedPercent) && std::abs(level(before) - level(after)) >= 2;
}

} // namespace manometer::gui
