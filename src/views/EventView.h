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
    // characters. Fails if judge() refuses the moment that the note is about.
    static constexpr qsizetype mostNoteLength = 1000;
    static constexpr qint64 noteBackMs = qint64(7) * 24 * 3600 * 1000; // as long as the chart's history
    static constexpr qint64 noteAheadMs = 10'000;                      // two machines' clocks differ
    enum class NoteTime : quint8 { Good, TooEarly, InFuture };
    static constexpr NoteTime judge(qint64 atWallMs, qint64 nowWallMs)
    {
        if (atWallMs > nowWallMs + noteAheadMs)
            return NoteTime::InFuture;
        return atWallMs < nowWallMs - noteBackMs ? NoteTime::TooEarly : NoteTime::Good;
    }
    virtual QFuture<void> note(const NoteEvent &note) = 0;

signals:
    void appended(const manometer::views::Event &event);
};

} // namespace manometer::views
