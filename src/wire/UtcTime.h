// SPDX-License-Identifier: GPL-3.0-or-later
//
// Wall clock times as UTC dates, for machine-readable text. Any thread; never blocks.
#pragma once

#include <QDateTime>

namespace manometer::wire {

// Qt 6.9 deprecates the conversion with Qt::UTC, and Qt 6.4 writes +00:00 instead of Z for QTimeZone::utc().
inline QDateTime utcTime(qint64 wallMs)
{
    QDateTime time = QDateTime::currentDateTimeUtc();
    time.setMSecsSinceEpoch(wallMs);
    return time;
}

} // namespace manometer::wire
