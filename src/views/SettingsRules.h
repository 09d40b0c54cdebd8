// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which settings are valid, and how a change is merged into settings that others have changed. Pure; any
// thread.
#pragma once

#include "views/SettingsView.h"

#include <QString>
#include <QStringList>

namespace manometer::views {

// The control loop's configuration that the settings stand for, without a snooze. The only place where they
// are joined: the monitor and a replay judge alike.
pressure::ControlConfig controlConfigOf(const Settings &settings);

// The first broken rule, for logs; empty if the settings are valid.
QString findProblem(const Settings &settings);
// The same for the limits and the expiry alone, all broken rules.
QStringList findLimitProblems(const Settings &settings);
// For logs; the window has translated texts.
QString words(pressure::ThresholdProblem::Kind kind);

// `present` with the changes between `before` and `after`, field by field, where it still has the value of
// `before`. The thresholds depend on each other and are one field.
Settings followed(const Settings &present, const Settings &before, const Settings &after);

} // namespace manometer::views
