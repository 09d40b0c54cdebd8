// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements EventView over the server's API. Events that were logged while there was no connection are
// fetched and announced after it returns, before newer ones, up to the newest thousand. Positions ascend over
// all connections: another run of the server numbers its log from 1 again, and its positions are shifted so
// that the last announced event keeps its place. Lives in the backend's thread; nothing blocks.
#pragma once

#include "remote/StreamUpdate.h"
#include "views/EventView.h"

#include <atomic>
#include <deque>
#include <memory>

namespace manometer::remote {

struct EventPage;
class Session;

class RemoteEvents final : public views::EventView
{
    Q_OBJECT
public:
    // `session` outlives this object.
    explicit RemoteEvents(Session &session, QObject *parent = nullptr);

    void take(const views::Event &event);
    void beginConnection();

    QFuture<QList<views::Event>> events(quint64 firstPosition, qsizetype count) const override;
    QFuture<void> note(const views::NoteEvent &note) override;

private:
    // Added to the server's positions. Written in the backend's thread, read in the client's.
    using Shift = std::atomic<qint64>;

    QFuture<EventPage> askForNewest(qsizetype count);
    void catchUp();
    void takeNewest(const QList<views::Event> &newest);
    void announceNew(const views::Event &event); // unless catching up announced it
    void announce(const views::Event &event);
    void remember(const views::Event &event); // with its shifted position
    const views::Event *known(const views::Event &event) const;

    Session &m_session;
    const std::shared_ptr<Shift> m_shift = std::make_shared<Shift>(0);
    // The latest that are announced or need not be, with their shifted positions. More than one: a server
    // that was killed may have lost the last ones, and an event may be dated earlier than others before it.
    std::deque<views::Event> m_latest{};
    qint64 m_newestWallMs = 0; // of all that were announced
    bool m_hasLast = false;    // false: nothing is known of the log yet
    quint64 m_announcedPosition = 0;
    bool m_isCatchingUp = false;
    quint64 m_caughtUpTo = 0;      // of this connection, the server's position; 0: nothing was fetched
    quint64 m_catchUp = 0;         // number of the newest catchUp()
    QList<views::Event> m_newer{}; // that arrived while catching up, with the server's positions
};

} // namespace manometer::remote
