// SPDX-License-Identifier: GPL-3.0-or-later
//
// Validates settings, merges concurrent changes, and converts settings to the control loop's configuration.
// Pure; any thread.
#pragma once

#include "views/SettingsView.h"

#include <QString>
#include <QStringList>

namespace manometer::views {

// The control loop's configuration for these settings, without a snooze. The only conversion, so that the
// monitor, the tests and a replay decide alike.
pressure::ControlConfig controlConfigOf(const Settings &settings);

// The first broken rule, for logs; empty if the settings are valid.
QString findProblem(const Settings &settings);
// All broken rules, but only for the limits and the expiry.
QStringList findLimitProblems(const Settings &settings);
// For logs; the window has translated texts.
QString words(pressure::ThresholdProblem::Kind kind);

// Three-way merge: a field of `present` that equals `before` takes the value of `after`. The thresholds
// depend on each other and are merged as one field.
Settings followed(const Settings &present, const Settings &before, const Settings &after);

} // namespace manometer::views
