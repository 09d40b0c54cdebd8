// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/Connection.h"

#include <poll.h>
#include <sys/socket.h>

namespace manometer::api {

void Connection::setDeadline(Alarms::Clock::duration fromNow)
{
    setDeadlineAt(Alarms::Clock::now() + fromNow);
}

// Deadlines move later with each request: one alarm at a time is enough, which looks again.
void Connection::setDeadlineAt(Alarms::Clock::time_point deadline)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_deadline = deadline;
        if (m_checkAt <= deadline)
            return;
        m_checkAt = deadline;
    }
    m_alarms.at(deadline, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->check();
    });
}

void Connection::check()
{
    Alarms::Clock::time_point deadline;
    {
        const std::scoped_lock lock(m_mutex);
        if (Alarms::Clock::now() < m_checkAt)
            return; // an earlier alarm was set meanwhile
        m_checkAt = Alarms::Clock::time_point::max();
        deadline = m_deadline;
        if (m_deadline <= Alarms::Clock::now()) {
            if (m_socket >= 0)
                ::shutdown(m_socket, SHUT_RDWR);
            return;
        }
    }
    if (deadline != Alarms::Clock::time_point::max())
        setDeadlineAt(deadline);
}

bool Connection::isClosedByPeer()
{
    const std::scoped_lock lock(m_mutex);
    pollfd state{.fd = m_socket, .events = 0, .revents = 0};
    return m_socket >= 0 && ::poll(&state, 1, 0) > 0 && (state.revents & (POLLHUP | POLLERR)) != 0;
}

void Connection::forgetSocket()
{
    const std::scoped_lock lock(m_mutex);
    m_socket = -1;
}

} // namespace manometer::api
