// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is written of the table of options besides --help: the manual page (man(7), groff_man(7)) and what
// bash, zsh and fish offer behind a Tab. In English; UTF-8. Pure.
#pragma once

#include <QByteArray>

namespace manometer::app {

// `page` with @OPTIONS@ and @VERSION@ filled in.
QByteArray manualPage(QByteArray page, const QByteArray &version);

QByteArray bashCompletion();
QByteArray zshCompletion();
QByteArray fishCompletion();

} // namespace manometer::app
