// SPDX-License-Identifier: GPL-3.0-or-later
//
// Moments as a person reads them, in the locale that QLocale() stands for, on the clock of a time zone. Times
// that this clock shows twice, because it was set back, name which of the two they are. Pure functions of
// time, zone and locale. What is not known (0) reads as a dash. Times are milliseconds since 1970, UTC.
#pragma once

#include <QString>
#include <QTimeZone>

namespace manometer::gui::text {

QTimeZone localZone();

QString timeOfDay(qint64 wallMs, const QTimeZone &zone = localZone());   // 08:04:50, 02:30:00 CEST
QString dateAndTime(qint64 wallMs, const QTimeZone &zone = localZone()); // 2026-11-24 08:04:50
// The time of day, with its date where that is not the date of `nowMs`.
QString timeOrDate(qint64 wallMs, qint64 nowMs, const QTimeZone &zone = localZone());
// The day, as a time axis labels it, where that is not the day of `nowMs`; else empty.
QString dayIfOther(qint64 wallMs, qint64 nowMs, const QTimeZone &zone = localZone());
// A label of a time axis whose ticks are `stepMs` apart: 08:04, 08:04:30, and the day where one begins.
QString clockTick(qint64 wallMs, qint64 stepMs, const QTimeZone &zone = localZone());

// The first moment of a day. That is not always midnight: some zones skip it, and some have it twice.
bool beginsDay(qint64 wallMs, const QTimeZone &zone);

} // namespace manometer::gui::text
