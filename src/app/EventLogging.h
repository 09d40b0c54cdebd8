// SPDX-License-Identifier: GPL-3.0-or-later
//
// Events as log lines on stderr, in English and for machines to read: never contents of files, nor secrets.
#pragma once

#include "views/Event.h"
#include "views/ScanView.h"

namespace manometer::app {

void logEvent(const views::Event &event);
// A folder's; of the failures of single files the scan's event tells how many.
void logFailure(const views::ScanFailure &failure);
void logFurtherFailures(); // that they are not logged

} // namespace manometer::app
