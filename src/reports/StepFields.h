// SPDX-License-Identifier: GPL-3.0-or-later
//
// A step of the control loop, and the sample that it judged, as status and sample record. Pure; any thread.
#pragma once

#include "pressure/Pressure.h"
#include "views/MonitorView.h"

namespace manometer::reports {

// Updates `status` from the step. `status.latest` stays, and after a failed read the last figures stay, too.
void update(views::MonitorStatus &status, const pressure::ControlStep &step,
            const pressure::ControlConfig &config, const std::optional<pressure::MemorySample> &newest,
            const pressure::ClockReading &clocks);

// Sets the fields that come from the sample; those of the cache and the level stay.
void fill(views::SampleRecord &record, const pressure::MemorySample &sample);

} // namespace manometer::reports
