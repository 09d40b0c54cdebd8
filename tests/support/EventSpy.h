// SPDX-License-Identifier: GPL-3.0-or-later
//
// Records the events of a signal from any thread in the spy's own thread. QSignalSpy of Qt 6.4 records in the
// emitting thread, which races with the test.
#pragma once

#include "views/Event.h"

#include <QList>
#include <QObject>

namespace manometer::test {

class EventSpy : public QObject
{
public:
    template<typename Sender, typename Signal>
    EventSpy(const Sender *sender, Signal signal)
    {
        connect(sender, signal, this, [this](const views::Event &event) { m_events.append(event); });
    }

    qsizetype size() const { return m_events.size(); }
    bool isEmpty() const { return m_events.isEmpty(); }
    // Throws if the event is of another kind.
    template<typename What>
    What at(qsizetype index) const
    {
        return std::get<What>(m_events.at(index).what);
    }
    template<typename What>
    QList<What> all() const
    {
        QList<What> found;
        for (const views::Event &event : m_events)
            if (const auto *what = std::get_if<What>(&event.what))
                found.append(*what);
        return found;
    }

private:
    QList<views::Event> m_events;
};

} // namespace manometer::test
