// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paths as text for display, never for opening a file. A path may hold any bytes and may be made to deceive:
// line breaks, terminal escapes, marks that reverse the reading direction, invalid UTF-8. All of that is
// shown escaped. Any thread; reads only the layout direction.
#pragma once

#include <QByteArray>
#include <QString>

namespace manometer::gui::text {

// Line breaks and tabs as \n and \t, other control characters and invalid UTF-8 as \x1b, invisible characters
// and direction marks as \u{202e}, a backslash as two.
QString path(const QByteArray &bytes);
// The bytes of a text that path() made, or that an operator typed: a backslash that begins no escape is one.
QByteArray pathBytes(const QString &text);
// The same for a text of many lines: line feeds, tabs and backslashes stay as they are.
QString lines(const QByteArray &bytes);

// For a sentence or a cell: in right-to-left windows the text is isolated (U+2068, U+2069), because slashes
// and full stops would change places otherwise.
QString isolated(const QString &text);
QString pathInText(const QByteArray &bytes);
// The same of events, whose names may have been left out: then words for a folder, a file.
QString folderInText(const QByteArray &bytes);
QString fileInText(const QByteArray &bytes);
// The same for a QString from a file dialog.
QString fileName(const QString &file);
// Whether the path is text without anything that path() escapes, except for backslashes. Another one is
// copied as displayed: a line break in a name would run as a command when pasted into a terminal.
bool isPlainPath(const QByteArray &bytes);
// For the clipboard. Nothing of a path is lost: isolates in a path are escaped.
QString withoutIsolates(const QString &text);

} // namespace manometer::gui::text
