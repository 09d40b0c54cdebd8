// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/EventSink.h"

#include "service/Clock.h"

#include <unistd.h>
#include <utility>

namespace manometer::service {

using namespace views;

EventSink::EventSink()
    : m_run(QByteArray::number(toMs(std::chrono::system_clock::now()), 36) + '-' +
            QByteArray::number(qint64(::getpid())))
{}

void EventSink::report(EventKinds what)
{
    report(std::move(what), pressure::ClockReading::now());
}

void EventSink::report(EventKinds what, const pressure::ClockReading &clocks)
{
    const std::lock_guard lock(m_mutex);
    emit reported({.run = m_run,
                   .id = ++m_lastId,
                   .wallMs = toMs(clocks.wall),
                   .monotonicMs = clocks.bootMs(),
                   .what = std::move(what)});
}

} // namespace manometer::service
