// SPDX-License-Identifier: GPL-3.0-or-later
//
// The event log as everything above service sees it. Lives in the thread that made it; signals arrive there.
#pragma once

#include "views/Event.h"

#include <QFuture>
#include <QList>
#include <QObject>

namespace manometer::views {

class EventView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // Up to `count` events with an id of at least `firstId`, oldest first.
    virtual QFuture<QList<Event>> events(quint64 firstId, qsizetype count) const = 0;

    // Puts down what the operator has to say on a moment, as an event of now; cut at mostNoteLength
    // characters.
    static constexpr qsizetype mostNoteLength = 1000;
    virtual void note(const NoteEvent &note) = 0;

signals:
    void appended(const manometer::views::Event &event);
};

} // namespace manometer::views
