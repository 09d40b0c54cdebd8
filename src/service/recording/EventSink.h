// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where every event of a run is reported: gives it the run and its id, once, and passes it on to the recorder
// and the event log. Any thread; waits only for another report. No errors.
#pragma once

#include "pressure/Clock.h"
#include "views/Event.h"

#include <QByteArray>
#include <QObject>

#include <mutex>

namespace manometer::service {

class EventSink final : public QObject
{
    Q_OBJECT
public:
    // Starts a run: its name is unique among all runs.
    EventSink();

    const QByteArray &run() const { return m_run; }
    // With the current time.
    void report(views::EventKinds what);
    // With the time of a sample.
    void report(views::EventKinds what, const pressure::ClockReading &clocks);

signals:
    // In the reporting thread, in the order of ids. A slot that is connected directly must neither block nor
    // report.
    void reported(const manometer::views::Event &event);

private:
    const QByteArray m_run;
    std::mutex m_mutex;
    quint64 m_lastId = 0;
};

} // namespace manometer::service
