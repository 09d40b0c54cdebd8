// SPDX-License-Identifier: GPL-3.0-or-later
//
// The current local day, and a signal when it changes: at midnight, after a suspend, or after the clock was
// set. GUI thread; nothing blocks.
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
    // Also called every full minute; no time zone's day begins in between.
    void check();

signals:
    void dayChanged();

private:
    Now m_now;
    QDate m_day;
    QTimer m_minute;
};

} // namespace manometer::gui
