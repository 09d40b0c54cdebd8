// SPDX-License-Identifier: GPL-3.0-or-later
//
// A path is whatever bytes the kernel took, and may be made to deceive: line breaks, terminal escapes, marks
// that reverse the reading direction, bytes that are no text. Here it becomes text that shows all of that.
// For display only, never to open a file with. Any thread; nothing but the window's direction is asked.
#pragma once

#include <QByteArray>
#include <QString>

namespace manometer::gui::text {

// Line breaks and tabs as \n and \t, other control characters and invalid UTF-8 as \x1b, invisible characters
// and direction marks as \u{202e}, a backslash as two.
QString path(const QByteArray &bytes);

// For a sentence or a cell: where that runs from the right, the text's own order is shut off from it (U+2068,
// U+2069), or slashes and full stops would change places.
QString isolated(const QString &text);
QString pathInText(const QByteArray &bytes);
// The same of a name as Qt has it, out of a file dialog.
QString fileName(const QString &file);
// For what is carried off, such as the clipboard. Nothing of a path is lost: its own are escaped.
QString withoutIsolates(const QString &text);

} // namespace manometer::gui::text
