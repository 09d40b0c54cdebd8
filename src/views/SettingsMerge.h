// SPDX-License-Identifier: GPL-3.0-or-later
//
// Merges settings field by field: the list of the fields that change independently of each other. Pure; any
// thread.
#pragma once

#include "pressure/control/ControlNumbers.h"
#include "views/SettingsView.h"

namespace manometer::views {

// Each field is merge(field of `first`, fields of `more`…). The thresholds depend on each other and are one
// field. The structured binding makes a member added to Settings fail to compile here.
template<typename Merge, typename... More>
Settings mergedByField(const Merge &merge, const Settings &first, const More &...more)
{
    const auto &[thresholds, control, memory, diskCapBytes, timeToLive, adapting] = first;
    Settings settings;
    settings.thresholds = merge(thresholds, more.thresholds...);
    for (const pressure::ControlNumber &number : pressure::controlNumbers())
        number.set(settings.control, merge(number.get(control), number.get(more.control)...));
    settings.control.basis = merge(control.basis, more.control.basis...);
    settings.memory.entries = merge(memory.entries, more.memory.entries...);
    settings.memory.bytes = merge(memory.bytes, more.memory.bytes...);
    settings.diskCapBytes = merge(diskCapBytes, more.diskCapBytes...);
    settings.timeToLive = merge(timeToLive, more.timeToLive...);
    settings.adapting = merge(adapting, more.adapting...);
    return settings;
}

} // namespace manometer::views
