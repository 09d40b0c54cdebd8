// SPDX-License-Identifier: GPL-3.0-or-later
//
// Times for display, in the default QLocale and a time zone. A time that occurs twice because the clock was
// set back includes the zone's abbreviation. Unknown times (0) read as a dash. Times are milliseconds since
// 1970, UTC. Pure functions.
#pragma once

#include <QString>
#include <QTimeZone>

namespace manometer::gui::text {

QTimeZone localZone();

QString timeOfDay(qint64 wallMs, const QTimeZone &zone = localZone());   // 08:04:50, 02:30:00 CEST
QString dateAndTime(qint64 wallMs, const QTimeZone &zone = localZone()); // 2026-11-24 08:04:50
// 2026-11-24 08:04:50 – 20:00:00, with the second date if it is another one.
QString fromTo(qint64 fromWallMs, qint64 toWallMs, const QTimeZone &zone = localZone());
// The time of day, with the date if it differs from that of `nowMs`.
QString timeOrDate(qint64 wallMs, qint64 nowMs, const QTimeZone &zone = localZone());
// The day as a time axis shows it; empty if it is the day of `nowMs`.
QString dayIfOther(qint64 wallMs, qint64 nowMs, const QTimeZone &zone = localZone());
// A label of a time axis with ticks every `stepMs`: 08:04, 08:04:30, or the day where one begins.
QString clockTick(qint64 wallMs, qint64 stepMs, const QTimeZone &zone = localZone());

// True for the first moment of a day. That is not always midnight: some zones skip it, some have it twice.
bool beginsDay(qint64 wallMs, const QTimeZone &zone);

} // namespace manometer::gui::text
