// SPDX-License-Identifier: GPL-3.0-or-later
//
// Generates the manual page (man(7), groff_man(7)) and the completions for bash, zsh and fish of a program
// from the table of options. In English; UTF-8. Pure; any thread.
#pragma once

#include "app/OptionTable.h"

#include <QByteArray>

namespace manometer::app {

// `page` with @OPTIONS@ and @VERSION@ filled in.
QByteArray manualPage(Program program, QByteArray page, const QByteArray &version);

QByteArray bashCompletion(Program program);
QByteArray zshCompletion(Program program);
QByteArray fishCompletion(Program program);

} // namespace manometer::app
