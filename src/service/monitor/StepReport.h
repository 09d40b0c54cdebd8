// SPDX-License-Identifier: GPL-3.0-or-later
//
// Translates a step of the control loop into events and relief order. Pure; any thread.
#pragma once

#include "pressure/Pressure.h"
#include "service/monitor/Relief.h"
#include "views/Event.h"

#include <QList>

namespace manometer::service {

// The events of the step, the level change before its consequences.
QList<views::EventKinds> eventsOf(const pressure::ControlStep &step, const pressure::ControlConfig &config);

// The memory in use that p is about on this basis.
quint64 usedBytes(const pressure::MemorySample &sample, pressure::Basis basis);

// The order for Relief, if one is needed; after the first step only if it differs from the state in which the
// cache was opened. `ordered` is the admission posted last; it is updated.
enum class StepNumber : quint8 { First, Later };
std::optional<ReliefOrder> reliefFor(const pressure::ControlStep &step, const pressure::ControlConfig &config,
                                     StepNumber number, cache::Admission &ordered);

} // namespace manometer::service
