// SPDX-License-Identifier: GPL-3.0-or-later
//
// What went wrong, in a sentence that says what to do where something can be done. Pure functions.
#pragma once

#include "cache/Stats.h"
#include "pressure/MemorySource.h"
#include "pressure/control/Thresholds.h"
#include "views/ScanView.h"

#include <QString>

namespace manometer::gui::text {

QString sourceError(const pressure::SourceError &error);
QString thresholdProblem(const pressure::ThresholdProblem &problem);
QString scanFailure(const views::ScanFailure &failure);
// Empty where nothing is wrong.
QString storeProblem(const cache::Health &health);
// The empty string where shards were never set aside.
QString quarantine(const cache::Health &health);

// What became of a file that was to be written; `error` is empty where it was.
QString written(const QString &file, const QString &error);

} // namespace manometer::gui::text
