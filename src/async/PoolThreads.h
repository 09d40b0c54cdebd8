// SPDX-License-Identifier: GPL-3.0-or-later
//
// Starts all threads of a pool at once and keeps them. Qt does not report that it could not start a pool
// thread later: the task never runs and the pool's destructor waits for ever; and without a free descriptor
// for the thread's event loop GLib aborts the program. Starting them early moves both failures to the
// program's start, which checks the limits (app/ResourceCheck). Call it in the pool's owner thread, before
// the first task; never blocks.
#pragma once

#include <QThreadPool>

namespace manometer::async {

void startPoolThreads(QThreadPool &pool, int count);

} // namespace manometer::async
