// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/NamedRanges.h"

#include <QDateTime>

#include <algorithm>

namespace manometer::gui {

namespace {

constexpr int eveningHour = 22;
constexpr int morningHour = 6;

QDate dayOf(qint64 wallMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(wallMs, zone).date();
}

} // namespace

views::TimeRange yesterday(qint64 nowWallMs, const QTimeZone &zone)
{
    const QDate today = dayOf(nowWallMs, zone);
    return {.fromWallMs = today.addDays(-1).startOfDay(zone).toMSecsSinceEpoch(),
            .toWallMs = today.startOfDay(zone).toMSecsSinceEpoch() - 1};
}

views::TimeRange lastNight(qint64 nowWallMs, const QTimeZone &zone)
{
    const QDate today = dayOf(nowWallMs, zone);
    return {.fromWallMs = QDateTime(today.addDays(-1), QTime(eveningHour, 0), zone).toMSecsSinceEpoch(),
            .toWallMs =
                std::min(nowWallMs, QDateTime(today, QTime(morningHour, 0), zone).toMSecsSinceEpoch())};
}

} // namespace manometer::gui
