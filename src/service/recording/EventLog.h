// SPDX-License-Identifier: GPL-3.0-or-later
//
// The last events, bounded in number, in the order in which they arrive; those of earlier runs before them,
// once the recorder has read them. It shows them only: whoever makes an event tells the recorder, too. Lives
// in the thread that made it; append() and adopt() are slots, so that other threads reach it through queued
// connections. Nothing blocks.
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

    // As with samples: whoever asks waits for the past, but no longer than this where the disk does not
    // answer.
    static constexpr std::chrono::milliseconds pastPatience{3'000};

    // Ids begin behind room for the past; who asks for events gets an answer once it has come.
    void expectPast(std::chrono::milliseconds patience = pastPatience);
    // What earlier runs have logged, oldest first: their ids go up to where this run's begin.
    void adopt(const QList<manometer::views::Event> &past);
    void append(const manometer::views::Event &event);
    void note(const views::NoteEvent &note) override;
    QFuture<QList<views::Event>> events(quint64 firstId, qsizetype count) const override;

signals:
    // Made here: for the recorder.
    void noted(const manometer::views::Event &event);

private:
    struct Question
    {
        QPromise<QList<views::Event>> answer;
        quint64 firstId = 0;
        qsizetype count = 0;
    };
    QList<views::Event> found(quint64 firstId, qsizetype count) const;
    void answerAll();

    std::deque<views::Event> m_events;
    quint64 m_lastId = 0;
    bool m_pastExpected = false;
    mutable std::vector<Question> m_questions; // until the past is here, or patience ends
    mutable QTimer m_patience;
};

} // namespace manometer::service
