// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers, sizes and durations for display, in the default QLocale. A no-break space joins number and unit.
// Unknown values read as a dash. Pure functions.
#pragma once

#include <QString>

namespace manometer::gui::text {

QString percent(double value);         // 72.4 %
QString threshold(double value);       // 60 %, 74.5 %: no trailing zeros
QString percentFormat();               // "%.0f %", for the labels of an axis
QString points(double value);          // 7.6 points
QString count(quint64 value);          // 18,204
QString size(quint64 bytes);           // 48.2 MiB; 1.0 MiB instead of 1,000.0 KiB
QString exactSize(quint64 bytes);      // of a setting: 1,000 MiB, if that is exact; otherwise as size()
QString sizeChange(qint64 bytes);      // −0.9 MiB
QString elapsed(qint64 milliseconds);  // 00:03:12, 2 d 03:04:05
QString duration(qint64 milliseconds); // 340 ms, 6 s, 2 min 5 s, 3 h 20 min
QString age(qint64 milliseconds);      // 0.4 s, then as duration()
QString total(qint64 milliseconds);    // of many times: 340 ms, 3.2 s, 1 h 12 min, 2 d 4 h

} // namespace manometer::gui::text
