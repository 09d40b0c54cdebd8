// SPDX-License-Identifier: GPL-3.0-or-later
//
// Generates the manual page (man(7), groff_man(7)) and the completions for bash, zsh and fish from the table
// of options. In English; UTF-8. Pure; any thread.
#pragma once

#include <QByteArray>

namespace manometer::app {

// `page` with @OPTIONS@ and @VERSION@ filled in.
QByteArray manualPage(QByteArray page, const QByteArray &version);

QByteArray bashCompletion();
QByteArray zshCompletion();
QByteArray fishCompletion();

} // namespace manometer::app
