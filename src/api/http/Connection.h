// SPDX-License-Identifier: GPL-3.0-or-later
//
// One connection and its deadline. libmicrohttpd's timeout is of inactivity only, so that a client could hold
// a connection for ever with a byte now and then: at the deadline the socket is shut down, which the server
// notices as the client's end.
#pragma once

#include "api/http/Alarms.h"
#include "api/http/Message.h"

#include <memory>
#include <mutex>

namespace manometer::api {

class Connection : public std::enable_shared_from_this<Connection>
{
public:
    Connection(int socket, const Peer &peer, Alarms &alarms)
        : m_socket(socket)
        , m_peer(peer)
        , m_alarms(alarms)
    {}

    const Peer &peer() const { return m_peer; }
    void setDeadline(Alarms::Clock::duration fromNow);
    void setNoDeadline() { setDeadlineAt(Alarms::Clock::time_point::max()); }
    // Of a unix socket; TCP does not tell a client that has left from one that has sent all it will.
    bool isClosedByPeer();
    // The socket is about to be closed, and its number may be another connection's.
    void forgetSocket();

private:
    void setDeadlineAt(Alarms::Clock::time_point deadline);
    void check();

    std::mutex m_mutex;
    int m_socket;
    const Peer m_peer;
    Alarms &m_alarms;
    Alarms::Clock::time_point m_deadline = Alarms::Clock::time_point::max();
    Alarms::Clock::time_point m_checkAt = Alarms::Clock::time_point::max(); // when an alarm is set for it
};

} // namespace manometer::api
