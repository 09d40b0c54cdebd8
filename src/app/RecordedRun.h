// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window on a recording: no machine, no cache, no lock and no socket, so that it runs beside the program.
// GUI thread; the function returns the exit code.
#pragma once

#include "app/Options.h"

#include <QApplication>

namespace manometer::app {

struct WindowChoices;

// Shows options.recordingFile. A file that is refused is a message and exit code 1.
int runRecorded(QApplication &application, const Options &options, WindowChoices &choices);

} // namespace manometer::app
