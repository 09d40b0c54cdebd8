// SPDX-License-Identifier: GPL-3.0-or-later
//
// Errors as sentences: what failed, why, and what to do if possible. Pure functions.
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
// Empty if the store is good.
QString storeProblem(const cache::Health &health);
// Empty if no shard was quarantined.
QString quarantine(const cache::Health &health);

// The result of writing a file; `error` is empty on success.
QString written(const QString &file, const QString &error);

} // namespace manometer::gui::text
