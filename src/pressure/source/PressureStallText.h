// SPDX-License-Identifier: GPL-3.0-or-later
//
// Parses /proc/pressure/memory, and memory.pressure of a control group: "some avg10=… avg60=… avg300=…
// total=…" and the same for "full" (Linux, Documentation/accounting/psi.rst). Pure; the result is absent if a
// figure is missing.
#pragma once

#include "pressure/MemorySample.h"

#include <string_view>

namespace manometer::pressure {

std::optional<PressureStall> parsePressureStall(std::string_view text);

} // namespace manometer::pressure
