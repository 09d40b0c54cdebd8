// SPDX-License-Identifier: GPL-3.0-or-later
//
// The report on the pressure signals in words. Pure functions.
#pragma once

#include "pressure/source/SourceReport.h"

#include <QString>

#include <string>

namespace manometer::gui::text {

QString signalName(pressure::Signal signal);
// 'works', 'missing': short, for a column.
QString signalState(pressure::SignalState state);
// The delay of the signal; a dash if it does not work.
QString signalDelay(const pressure::SignalRow &row);
// The source of the signal, or why it does not work and what that means.
QString signalDetail(const pressure::SignalRow &row);
// True below /proc and /sys. Other roots (--proc-root, the service manager's watch) may be any folder.
bool isKernelFile(const std::string &path);
// The basis of the level on this machine, in one or two sentences.
QString sourceSummary(const pressure::SourceReport &report);

} // namespace manometer::gui::text
