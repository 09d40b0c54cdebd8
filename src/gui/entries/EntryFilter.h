// SPDX-License-Identifier: GPL-3.0-or-later
//
// The filter line: words that paths contain, and terms such as 'size>64k hits<2 tier:disk'. All of them have
// to hold. Text in quotes is never a term. A pure function.
#pragma once

#include "cache/EntryInfo.h"

#include <QString>

namespace manometer::gui {

struct EntryFilter
{
    cache::EntryQuery query;
    QString problem; // in words, of the first term that cannot be understood; then the query means nothing
};

EntryFilter parseFilter(const QString &line);
// What can be written, in a few lines.
QString filterHelp();

} // namespace manometer::gui
