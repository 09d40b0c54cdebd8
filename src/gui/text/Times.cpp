// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/Times.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace manometer::gui::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Times)
};

constexpr qint64 dayMs = 86'400'000;

QDateTime at(qint64 wallMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(wallMs, zone);
}

QDate dateOf(qint64 wallMs, const QTimeZone &zone)
{
    return at(wallMs, zone).date();
}

// By how much a transition sets the clock back; negative if it sets it forward.
qint64 setBackMs(const QTimeZone::OffsetData &change, const QTimeZone &zone)
{
    return (zone.offsetFromUtc(change.atUtc.addMSecs(-1)) - change.offsetFromUtc) * qint64(1000);
}

// The transition because of which the clock shows the same time twice; invalid if there is none.
QDateTime repeatingChange(const QDateTime &time, const QTimeZone &zone)
{
    if (!zone.hasTransitions())
        return {};
    // The previous transition is before the time, the next one after it.
    const QTimeZone::OffsetData last = zone.previousTransition(time.addMSecs(1));
    if (last.atUtc.isValid() && last.atUtc.msecsTo(time) < setBackMs(last, zone))
        return last.atUtc;
    const QTimeZone::OffsetData next = zone.nextTransition(time);
    return next.atUtc.isValid() && time.msecsTo(next.atUtc) <= setBackMs(next, zone) ? next.atUtc
                                                                                     : QDateTime();
}

// In the digits of the locale.
QString moment(qint64 wallMs, const QString &format, const QTimeZone &zone)
{
    const QDateTime time = at(wallMs, zone);
    const QString shown = QLocale().toString(time, format);
    const QDateTime change = repeatingChange(time, zone);
    if (!change.isValid())
        return shown;
    // Both times may have the same abbreviation; then the UTC offset distinguishes them.
    const bool isRenamed = zone.abbreviation(change) != zone.abbreviation(change.addMSecs(-1));
    return shown + u' ' +
           (isRenamed ? zone.abbreviation(time) : QTimeZone(zone.offsetFromUtc(time)).abbreviation(time));
}

} // namespace

QTimeZone localZone()
{
    QTimeZone zone = QTimeZone::systemTimeZone();
    // If Qt does not know the zone of TZ, the present UTC offset is used.
    return zone.isValid() ? zone : QTimeZone(QDateTime::currentDateTime().offsetFromUtc());
}

QString timeOfDay(qint64 wallMs, const QTimeZone &zone)
{
    return wallMs == 0 ? u"–"_s : moment(wallMs, u"HH:mm:ss"_s, zone);
}

QString dateAndTime(qint64 wallMs, const QTimeZone &zone)
{
    // ISO order, which sorts.
    return wallMs == 0 ? u"–"_s : moment(wallMs, u"yyyy-MM-dd HH:mm:ss"_s, zone);
}

QString fromTo(qint64 fromWallMs, qint64 toWallMs, const QTimeZone &zone)
{
    //: A time range: from, to
    return QCoreApplication::translate("Times", "%1 – %2")
        .arg(dateAndTime(fromWallMs, zone), timeOrDate(toWallMs, fromWallMs, zone));
}

QString timeOrDate(qint64 wallMs, qint64 nowMs, const QTimeZone &zone)
{
    return dateOf(wallMs, zone) == dateOf(nowMs, zone) ? timeOfDay(wallMs, zone) : dateAndTime(wallMs, zone);
}

QString dayIfOther(qint64 wallMs, qint64 nowMs, const QTimeZone &zone)
{
    return dateOf(wallMs, zone) == dateOf(nowMs, zone) ? QString() : clockTick(wallMs, dayMs, zone);
}

QString clockTick(qint64 wallMs, qint64 stepMs, const QTimeZone &zone)
{
    if (stepMs >= dayMs || beginsDay(wallMs, zone))
        return QLocale().toString(dateOf(wallMs, zone),
                                  Tr::tr("ddd d MMM", "a day on a time axis, as in 'Tue 24 Nov'"));
    return moment(wallMs, stepMs < 60'000 ? u"HH:mm:ss"_s : u"HH:mm"_s, zone);
}

bool beginsDay(qint64 wallMs, const QTimeZone &zone)
{
    return dateOf(wallMs - 1, zone) < dateOf(wallMs, zone);
}

} // namespace manometer::gui::text
