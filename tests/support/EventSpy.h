// SPDX-License-Identifier: GPL-3.0-or-later
//
// The events of a signal, whichever thread it comes from, in the thread that made this: QSignalSpy of Qt 6.4
// takes them down in the thread that tells, while the test reads.
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
    // Throws where it is another kind's.
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
