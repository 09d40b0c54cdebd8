// SPDX-License-Identifier: GPL-3.0-or-later
//
// The last events, bounded in number, in the order in which they arrive. Lives in the thread that made it;
// append() is a slot, so that other threads reach it through queued connections.
#pragma once

#include "service/EventView.h"

#include <deque>

namespace manometer::service {

class EventLog final : public EventView
{
    Q_OBJECT
public:
    // A flapping machine writes two events a minute: a week of that.
    static constexpr std::size_t capacity = 20'000;

    using EventView::EventView;

    void append(const manometer::service::Event &event);
    QFuture<QList<Event>> events(quint64 firstId, qsizetype count) const override;

private:
    std::deque<Event> m_events;
    quint64 m_lastId = 0;
};

} // namespace manometer::service
