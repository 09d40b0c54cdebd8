// SPDX-License-Identifier: GPL-3.0-or-later
//
// An event log that the test and notes append to.
#pragma once

#include "service/Clock.h"
#include "views/EventView.h"
#include "views/Failure.h"

#include <QList>

#include <chrono>
#include <optional>

namespace manometer::gui {

class FakeEvents final : public views::EventView
{
public:
    QList<views::Event> log;

    QFuture<QList<views::Event>> events(quint64 firstPosition, qsizetype count) const override
    {
        QList<views::Event> found;
        for (const views::Event &event : log)
            if (event.position >= firstPosition && found.size() < count)
                found += event;
        return views::answered(found);
    }

    QFuture<void> note(const views::NoteEvent &note) override
    {
        views::NoteEvent kept = note;
        kept.text.truncate(mostNoteLength);
        append(kept, note.atWallMs);
        return views::done();
    }

    template<typename What>
    void append(What what, qint64 wallMs = 1'763'885'097'000, std::optional<qint64> monotonicMs = {})
    {
        // The fakes' samples use this clock.
        const qint64 steadyMs = service::toMs(std::chrono::steady_clock::now());
        const qint64 offsetMs = service::toMs(std::chrono::system_clock::now()) - steadyMs;
        const quint64 number = static_cast<quint64>(log.size()) + 1;
        const views::Event event{.run = "fake",
                                 .id = number,
                                 .position = number,
                                 .wallMs = wallMs,
                                 .monotonicMs = monotonicMs.value_or(wallMs - offsetMs),
                                 .what = std::move(what)};
        log += event;
        emit appended(event);
    }
};

} // namespace manometer::gui
