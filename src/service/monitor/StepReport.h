// SPDX-License-Identifier: GPL-3.0-or-later
//
// A step of the control loop in the words of the views and of the event log. Pure functions, for the sampler.
#pragma once

#include "pressure/Pressure.h"
#include "service/monitor/Relief.h"
#include "views/Event.h"
#include "views/MonitorView.h"

#include <QList>

namespace manometer::service {

struct ClockReading;

// What the step made of the sample. `status.latest`, and where the read failed what was last seen, stay.
void update(views::MonitorStatus &status, const pressure::ControlStep &step,
            const pressure::ControlConfig &config, const std::optional<pressure::MemorySample> &newest,
            const pressure::ClockReading &clocks);

// The level's change and what came with it, the cause before its consequences.
QList<views::EventKinds> eventsOf(const pressure::ControlStep &step, const pressure::ControlConfig &config);

// Of the sample alone; what is the cache's and the level's stays as it was given.
void fill(views::SampleRecord &record, const pressure::MemorySample &sample);

// What has to be done, if anything: of the first step only what differs from how the cache was opened.
// `ordered` is the admission that was ordered last, and is kept up to date.
enum class StepNumber : quint8 { First, Later };
std::optional<ReliefOrder> reliefFor(const pressure::ControlStep &step, const pressure::ControlConfig &config,
                                     StepNumber number, cache::Admission &ordered);

} // namespace manometer::service
