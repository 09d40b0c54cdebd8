// SPDX-License-Identifier: GPL-3.0-or-later
//
// Starts the threads of a pool at once, and keeps them. Qt reports no thread of a pool that cannot be started
// later: its task is never run, and the pool's end waits for that; and where there is no descriptor for a new
// thread's event loop, GLib ends the program. Here both come at the program's start, which has checked that
// there is room for them (app/ResourceCheck). The thread that owns the pool, before its first task; never
// blocks.
#pragma once

#include <QThreadPool>

namespace manometer::async {

void startPoolThreads(QThreadPool &pool, int count);

} // namespace manometer::async
