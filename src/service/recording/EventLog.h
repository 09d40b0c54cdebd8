// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements EventView: a bounded list of the last events in order of arrival, preceded by those of earlier
// runs once they are loaded. In memory only: Recorder writes them to disk. Lives in the thread that creates
// it; append() and loadSaved() are connected as slots, so that other threads reach them by queued
// connections. Nothing blocks; no errors.
#pragma once

#include "views/EventView.h"

#include <QPromise>
#include <QTimer>

#include <chrono>
#include <deque>
#include <vector>

namespace manometer::service {

class EventSink;

class EventLog final : public views::EventView
{
    Q_OBJECT
public:
    // A week of a flapping machine, which causes two events a minute.
    static constexpr std::size_t capacity = 20'000;

    // Notes are reported to `events`, which outlives this object.
    explicit EventLog(EventSink &events, QObject *parent = nullptr);

    // How long a query waits for the saved events, for example from a hung disk.
    static constexpr std::chrono::milliseconds loadTimeout{3'000};

    // Reserves positions for saved events; queries are answered after loadSaved() or the timeout. Call it
    // before any append().
    void beginLoading(std::chrono::milliseconds timeout = loadTimeout);
    // Prepends the events of earlier runs (given oldest first) and answers pending queries.
    void loadSaved(const QList<manometer::views::Event> &saved);
    void append(const manometer::views::Event &event);
    QFuture<void> note(const views::NoteEvent &note) override;
    QFuture<QList<views::Event>> events(quint64 firstPosition, qsizetype count) const override;

private:
    struct PendingQuery
    {
        QPromise<QList<views::Event>> answer;
        quint64 firstPosition = 0;
        qsizetype count = 0;
    };
    QList<views::Event> eventsFrom(quint64 firstPosition, qsizetype count) const;
    void answerAll();
    void shortenLists();

    EventSink &m_sink;
    std::deque<views::Event> m_events;
    quint64 m_lastPosition = 0;
    bool m_isLoading = false;
    mutable std::vector<PendingQuery> m_pendingQueries; // until loadSaved() or the timeout
    mutable QTimer m_loadTimer;
};

} // namespace manometer::service
