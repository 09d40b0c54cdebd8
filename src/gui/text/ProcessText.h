// SPDX-License-Identifier: GPL-3.0-or-later
//
// The processes of a recorded moment in words. Pure functions.
#pragma once

#include "views/Event.h"

#include <QString>

namespace manometer::gui::text {

// The sentence of the event: which programs used most memory.
QString mostMemory(const views::ProcessesEvent &event);
// Why the processes were recorded: 'HIGH → CRITICAL', 'CRITICAL, limit cut to 50 entries'.
QString momentCause(const views::ProcessesEvent &event);

} // namespace manometer::gui::text
