// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window attached to a backend in another process: the daemon that has this user's cache, or one that
// --connect names. GUI thread.
#pragma once

#include "app/Options.h"
#include "app/WindowRun.h"

#include <QApplication>
#include <QByteArray>

#include <optional>

namespace manometer::app {

// The socket of the manometerd of this user that has this cache, if one serves it. Blocks on small files.
std::optional<QByteArray> findDaemon(const Options &options);

// Of the user's own daemon, which takes changes. Returns the exit code.
int runAttachedToDaemon(QApplication &application, const Options &options, const QByteArray &socket,
                        WindowChoices &choices);
// Of --connect, read-only unless --control is given.
int runAttachedElsewhere(QApplication &application, const Options &options, WindowChoices &choices);

} // namespace manometer::app
