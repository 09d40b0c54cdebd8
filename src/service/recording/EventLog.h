// SPDX-License-Identifier: GPL-3.0-or-later
//
// The last events, bounded in number, in the order in which they arrive; those of earlier runs before them,
// once the recorder has read them. It shows them only: whoever makes an event tells the recorder, too. Lives
// in the thread that made it; append() and loadSaved() are slots, so that other threads reach it through
// queued connections. Nothing blocks.
#pragma once

#include "views/EventView.h"

#include <QPromise>
#include <QTimer>

#include <chrono>
#include <deque>
#include <vector>

namespace manometer::service {

class EventLog final : public views::EventView
{
    Q_OBJECT
public:
    // A flapping machine writes two events a minute: a week of that.
    static constexpr std::size_t capacity = 20'000;

    using views::EventView::EventView;

    // As with samples: whoever asks waits for the saved, but no longer than this where the disk does not
    // answer.
    static constexpr std::chrono::milliseconds loadTimeout{3'000};

    // Ids begin behind room for the saved; who asks for events gets an answer once it has come.
    void beginLoading(std::chrono::milliseconds timeout = loadTimeout);
    // What earlier runs have logged, oldest first: their ids go up to where this run's begin.
    void loadSaved(const QList<manometer::views::Event> &saved);
    void append(const manometer::views::Event &event);
    void note(const views::NoteEvent &note) override;
    QFuture<QList<views::Event>> events(quint64 firstId, qsizetype count) const override;

signals:
    // Made here: for the recorder.
    void noted(const manometer::views::Event &event);

private:
    struct PendingQuery
    {
        QPromise<QList<views::Event>> answer;
        quint64 firstId = 0;
        qsizetype count = 0;
    };
    QList<views::Event> eventsFrom(quint64 firstId, qsizetype count) const;
    void answerAll();

    std::deque<views::Event> m_events;
    quint64 m_lastId = 0;
    bool m_isLoading = false;
    mutable std::vector<PendingQuery> m_pendingQueries; // until the saved is here, or timeout ends
    mutable QTimer m_loadTimer;
};

} // namespace manometer::service
