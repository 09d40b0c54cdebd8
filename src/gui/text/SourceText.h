// SPDX-License-Identifier: GPL-3.0-or-later
//
// The doctor's findings in words. Pure functions.
#pragma once

#include "pressure/source/SourceReport.h"

#include <QString>

#include <string>

namespace manometer::gui::text {

QString signalName(pressure::Signal signal);
// 'works', 'not there': short, for a column.
QString signalState(pressure::SignalState state);
// How late it may be; a dash where it shows nothing.
QString signalDelay(const pressure::SignalRow &row);
// Where it comes from, or why it does not work and what that means.
QString signalDetail(const pressure::SignalRow &row);
// Below the roots that the kernel gives. Others (--proc-root, the service manager's watch) may be anybody's
// folder, of which nothing is known.
bool isKernelFile(const std::string &path);
// What counts on this machine, in a sentence or two.
QString sourceSummary(const pressure::SourceReport &report);

} // namespace manometer::gui::text
