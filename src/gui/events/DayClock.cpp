// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/DayClock.h"

#include <utility>

namespace manometer::gui {

DayClock::DayClock(Now now, QObject *parent)
    : QObject(parent)
    , m_now(std::move(now))
{
    m_minute.setSingleShot(true);
    connect(&m_minute, &QTimer::timeout, this, &DayClock::check);
    check();
}

void DayClock::check()
{
    constexpr qint64 minuteMs = 60'000;
    const qint64 now = m_now();
    m_minute.start(static_cast<int>(minuteMs - now % minuteMs));
    const QDate day = QDateTime::fromMSecsSinceEpoch(now).date();
    if (day == std::exchange(m_day, day))
        return;
    emit dayChanged();
}

} // namespace manometer::gui
