// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ServiceManager.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace manometer::app {

namespace {

QByteArray taken(const char *variable)
{
    const QByteArray value = qgetenv(variable);
    qunsetenv(variable);
    return value;
}

} // namespace

ServiceManager::ServiceManager()
    : m_socket(taken("NOTIFY_SOCKET"))
{
    const QByteArray process = taken("WATCHDOG_PID");
    const std::chrono::microseconds interval(taken("WATCHDOG_USEC").toLongLong());
    if (interval.count() <= 0 || (!process.isEmpty() && process.toLongLong() != ::getpid()))
        return;
    QObject::connect(&m_watchdog, &QTimer::timeout, &m_watchdog, [this] { send("WATCHDOG=1"); });
    // Half the interval, as sd_watchdog_enabled(3) recommends.
    m_watchdog.start(std::chrono::duration_cast<std::chrono::milliseconds>(interval / 2));
}

void ServiceManager::reportReady()
{
    send("READY=1");
}

void ServiceManager::reportStopping()
{
    send("STOPPING=1");
}

void ServiceManager::reportStatus(const QByteArray &line)
{
    send("STATUS=" + line);
}

void ServiceManager::send(const QByteArray &message) const
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const auto length = static_cast<std::size_t>(m_socket.size());
    if (length == 0 || length >= sizeof address.sun_path)
        return;
    std::memcpy(address.sun_path, m_socket.constData(), length);
    if (address.sun_path[0] == '@')
        address.sun_path[0] = '\0';
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return;
    ::sendto(socket, message.constData(), static_cast<std::size_t>(message.size()),
             MSG_NOSIGNAL | MSG_DONTWAIT, reinterpret_cast<const sockaddr *>(&address),
             static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + length));
    ::close(socket);
}

} // namespace manometer::app
