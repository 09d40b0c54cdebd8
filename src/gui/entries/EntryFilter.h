// SPDX-License-Identifier: GPL-3.0-or-later
//
// Parses the filter line: words that the path contains, and terms such as 'size>64k hits<2 tier:disk'. All
// of them must match. Quoted text is never a term. Pure functions.
#pragma once

#include "cache/EntryInfo.h"

#include <QByteArray>
#include <QString>

namespace manometer::gui {

struct EntryFilter
{
    cache::EntryQuery query;
    QString problem; // of the first invalid term; then the query is not valid
};

EntryFilter parseFilter(const QString &line);
// The line without its terms 'folder:', and with one of this folder instead: raw bytes; empty for the root,
// which needs no term.
QString withoutFolder(const QString &line);
QString withFolder(const QString &line, const QByteArray &folder);
// The syntax, in a few lines.
QString filterHelp();

} // namespace manometer::gui
