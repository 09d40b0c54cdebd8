// SPDX-License-Identifier: GPL-3.0-or-later
//
// Settings of which no member has its default.
#pragma once

#include "pressure/control/ControlNumbers.h"
#include "views/SettingsView.h"

namespace manometer::test {

// The values are valid, and no two of the limits and of the control loop's numbers are equal.
inline views::Settings unusualSettings()
{
    using namespace std::chrono_literals;
    views::Settings settings;
    settings.thresholds = {
        .elevated = {61, 51, 1ms, 41}, .high = {71, 62, 2ms, 52}, .critical = {81, 72, 3ms, 63}};
    double distance = 0;
    for (const pressure::ControlNumber &number : pressure::controlNumbers()) {
        distance += 1;
        number.set(settings.control, number.maximum == 1 ? distance / 32 : number.maximum - distance);
    }
    settings.control.basis = pressure::BasisChoice::Cgroup;
    settings.memory = {.entries = 123, .bytes = 4'000'001};
    settings.diskCapBytes = 5'000'001;
    settings.timeToLive = 67s;
    settings.adapting = false;
    return settings;
}

} // namespace manometer::test
