// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which day it is on the clock on the wall, and when another one begins: at midnight, or after the machine
// slept over it or its clock was set. GUI thread; nothing blocks.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <functional>

namespace manometer::gui {

class DayClock final : public QObject
{
    Q_OBJECT
public:
    using Now = std::function<qint64()>; // milliseconds since 1970, UTC

    explicit DayClock(Now now = &QDateTime::currentMSecsSinceEpoch, QObject *parent = nullptr);

    qint64 nowMs() const { return m_now(); }
    // Done at every full minute, too: no zone's day begins in between.
    void look();

signals:
    void dayChanged();

private:
    Now m_now;
    QDate m_day;
    QTimer m_minute;
};

} // namespace manometer::gui
