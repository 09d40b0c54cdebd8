// SPDX-License-Identifier: GPL-3.0-or-later
//
// The event log as front-ends see it. Lives in the thread that creates it; signals arrive there. Nothing
// blocks.
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

    // Up to `count` events from this position on, oldest first.
    virtual QFuture<QList<Event>> events(quint64 firstPosition, qsizetype count) const = 0;

    // Appends an operator's note as an event with the current time. The text is truncated to mostNoteLength
    // characters.
    static constexpr qsizetype mostNoteLength = 1000;
    virtual QFuture<void> note(const NoteEvent &note) = 0;

signals:
    void appended(const manometer::views::Event &event);
};

} // namespace manometer::views
