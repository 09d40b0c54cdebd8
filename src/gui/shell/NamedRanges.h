// SPDX-License-Identifier: GPL-3.0-or-later
//
// Time ranges that people name, in a time zone. Pure functions; no errors. A day has 23 or 25 hours when the
// clock changes.
#pragma once

#include "views/SampleRecord.h"

#include <QTimeZone>

namespace manometer::gui {

// From midnight to midnight.
views::TimeRange yesterday(qint64 nowWallMs, const QTimeZone &zone);
// From 22:00 to 06:00: the newest that has ended, or, before 06:00, the one that goes on.
views::TimeRange lastNight(qint64 nowWallMs, const QTimeZone &zone);

} // namespace manometer::gui
