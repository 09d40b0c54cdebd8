// SPDX-License-Identifier: GPL-3.0-or-later
//
// Logs events as machine-readable lines in English (QLoggingCategory, stderr by default). Never logs contents
// of files or secrets. Any thread.
#pragma once

#include "views/Event.h"
#include "views/ScanView.h"

namespace manometer::app {

void logEvent(const views::Event &event);
// One line for a failure of a scan.
void logFailure(const views::ScanFailure &failure);
void logFurtherFailures(); // says once that more failures follow, which are not logged

} // namespace manometer::app
