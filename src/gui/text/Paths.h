// SPDX-License-Identifier: GPL-3.0-or-later
//
// A path is whatever bytes the kernel took, and may be made to deceive: line breaks, terminal escapes, marks
// that reverse the reading direction, bytes that are no text. Here it becomes text that shows all of that.
// A pure function; for display only, never to open a file with.
#pragma once

#include <QByteArray>
#include <QString>

namespace manometer::gui::text {

// Line breaks and tabs as \n and \t, other control characters and invalid UTF-8 as \x1b, invisible characters
// and direction marks as \u{202e}, a backslash as two.
QString path(const QByteArray &bytes);

// The same of a name as Qt has it, out of a file dialog.
QString fileName(const QString &file);

} // namespace manometer::gui::text
