// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/Server.h"

#include "api/http/Connection.h"
#include "api/http/EventStream.h"
#include "api/http/Exchange.h"

#include <QLoggingCategory>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <map>
#include <microhttpd.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace manometer::api {

namespace {

Q_LOGGING_CATEGORY(httpLog, "manometer.api", QtInfoMsg)

using namespace std::chrono_literals;

constexpr auto firstRequestTimeout = 4s;
constexpr auto nextRequestTimeout = 35s; // longer than libmicrohttpd's own timeout of inactivity
constexpr unsigned int inactiveSeconds = 30;
constexpr std::size_t connectionPoolBytes = 32u << 10;
constexpr auto stopTimeout = 2s;
constexpr auto watchInterval = 250ms;

using Held = std::shared_ptr<Exchange>;
using HeldConnection = std::shared_ptr<Connection>;

void logMessage(void *, const char *format, va_list arguments)
{
    std::array<char, 512> text{};
    std::vsnprintf(text.data(), text.size(), format, arguments);
    // Mostly of clients that have left.
    qCDebug(httpLog, "%s", QByteArray(text.data()).trimmed().constData());
}

} // namespace

// Pointers to it are the closures of libmicrohttpd's callbacks.
class Server::Implementation
{
public:
    Implementation(Screen screen, Handler handler)
        : m_screen(std::move(screen))
        , m_handler(std::move(handler))
    {}
    ~Implementation() { stop(); }
    Implementation(const Implementation &) = delete;
    Implementation &operator=(const Implementation &) = delete;

    bool listen(const Listener &listener);

private:
    struct Daemon
    {
        Implementation *server;
        Listener listener;
        MHD_Daemon *handle = nullptr;
    };

    static void *onTarget(void *closure, const char *target, MHD_Connection *);
    static void onConnection(void *closure, MHD_Connection *connection, void **context,
                             MHD_ConnectionNotificationCode code);
    static MHD_Result onRequest(void *closure, MHD_Connection *connection, const char *url,
                                const char *method, const char *version, const char *data, std::size_t *size,
                                void **context);
    static void onCompleted(void *closure, MHD_Connection *connection, void **context,
                            MHD_RequestTerminationCode code);
    void dispatch(const Held &exchange);
    void watch();
    void stop();

    const std::shared_ptr<std::atomic<std::size_t>> m_unsentBytes =
        std::make_shared<std::atomic<std::size_t>>(0);
    const Screen m_screen;
    const Handler m_handler;
    Alarms m_alarms;
    std::atomic<bool> m_isStopping = false;
    std::mutex m_mutex;
    std::map<Held, Alarms::Clock::time_point> m_open; // neither complete nor answered at once; the deadline
    bool m_isWatching = false;                        // an alarm is set that looks for missed deadlines
    std::vector<std::unique_ptr<Daemon>> m_daemons;
};

bool Server::Implementation::listen(const Listener &listener)
{
    auto daemon = std::make_unique<Daemon>(Daemon{.server = this, .listener = listener});
    daemon->handle = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0, nullptr, nullptr,
        &Implementation::onRequest, daemon.get(), MHD_OPTION_EXTERNAL_LOGGER, &logMessage, nullptr,
        MHD_OPTION_LISTEN_SOCKET, listener.socket, MHD_OPTION_CONNECTION_LIMIT, mostConnections,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, connectionPoolBytes, MHD_OPTION_CONNECTION_TIMEOUT,
        inactiveSeconds, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK,
        &Implementation::onTarget, this, MHD_OPTION_NOTIFY_CONNECTION, &Implementation::onConnection,
        daemon.get(), MHD_OPTION_NOTIFY_COMPLETED, &Implementation::onCompleted, this, MHD_OPTION_END);
    if (!daemon->handle)
        return false;
    m_daemons.push_back(std::move(daemon));
    return true;
}

// Called before the target is parsed, so that it is known as it was sent.
void *Server::Implementation::onTarget(void *closure, const char *target, MHD_Connection *)
{
    return new Held(
        std::make_shared<Exchange>(target, static_cast<Implementation *>(closure)->m_unsentBytes));
}

void Server::Implementation::onConnection(void *closure, MHD_Connection *connection, void **context,
                                          MHD_ConnectionNotificationCode code)
{
    const Daemon &daemon = *static_cast<Daemon *>(closure);
    auto *held = static_cast<HeldConnection *>(*context);
    if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
        if (held)
            (*held)->forgetSocket();
        delete held;
        *context = nullptr;
        return;
    }
    const int socket = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    Peer peer{.isLocal = daemon.listener.isLocal, .port = daemon.listener.port};
    if (peer.isLocal) {
        ucred credentials{};
        socklen_t size = sizeof credentials;
        // Of an unknown user nothing is accepted.
        peer.uid = ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0 ? credentials.uid
                                                                                           : uid_t(-1);
        peer.pid = credentials.pid;
    }
    auto made = std::make_shared<Connection>(socket, peer, daemon.server->m_alarms);
    made->setDeadline(firstRequestTimeout);
    *context = new HeldConnection(std::move(made));
}

MHD_Result Server::Implementation::onRequest(void *closure, MHD_Connection *connection, const char *,
                                             const char *method, const char *version, const char *data,
                                             std::size_t *size, void **context)
{
    Implementation &server = *static_cast<Daemon *>(closure)->server;
    const auto *held = static_cast<Held *>(*context);
    const auto *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    if (!held || !info || !info->socket_context)
        return MHD_NO;
    const Held &exchange = *held;
    if (!exchange->hasBegun()) {
        exchange->begin(connection, *static_cast<HeldConnection *>(info->socket_context), method, version,
                        server.m_screen);
        return MHD_YES;
    }
    if (*size > 0) {
        exchange->takeBody(data, *size);
        *size = 0;
        return MHD_YES;
    }
    return exchange->proceed([&server](const Held &whole) { server.dispatch(whole); }) ? MHD_YES : MHD_NO;
}

void Server::Implementation::onCompleted(void *closure, MHD_Connection *connection, void **context,
                                         MHD_RequestTerminationCode)
{
    Implementation &server = *static_cast<Implementation *>(closure);
    auto *held = static_cast<Held *>(*context);
    if (!held)
        return;
    const auto *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    if (info && info->socket_context)
        (*static_cast<HeldConnection *>(info->socket_context))->setDeadline(nextRequestTimeout);
    (*held)->end();
    {
        const std::scoped_lock lock(server.m_mutex);
        server.m_open.erase(*held);
    }
    delete held;
    *context = nullptr;
}

void Server::Implementation::dispatch(const Held &exchange)
{
    if (m_isStopping)
        return exchange->expire("busy", "Manometer is ending.");
    const auto time = m_handler(exchange->request(), Reply(exchange));
    // This is the thread that completes it: it is in the list before it leaves it.
    if (exchange->isAnsweredAtOnce())
        return;
    const std::scoped_lock lock(m_mutex);
    m_open.emplace(exchange, Alarms::Clock::now() + time);
    watch();
}

// An alarm for each request would stay until its deadline, long after the response.
void Server::Implementation::watch()
{
    if (std::exchange(m_isWatching, true))
        return;
    m_alarms.after(watchInterval, [this] {
        const auto now = Alarms::Clock::now();
        std::vector<Held> late;
        {
            const std::scoped_lock lock(m_mutex);
            m_isWatching = false;
            bool areMore = false;
            for (const auto &[exchange, deadline] : m_open) {
                if (!exchange->isUnanswered())
                    continue;
                areMore = true;
                if (deadline <= now || exchange->isAbandoned())
                    late.push_back(exchange);
            }
            if (areMore)
                watch();
        }
        for (const Held &exchange : late)
            exchange->expire("hung", "There was no answer in time; a disk or the program may hang.");
    });
}

// MHD_stop_daemon() aborts while a connection is suspended.
void Server::Implementation::stop()
{
    m_isStopping = true;
    std::vector<int> sockets;
    for (const auto &daemon : m_daemons)
        sockets.push_back(MHD_quiesce_daemon(daemon->handle));
    for (const int socket : sockets)
        if (socket >= 0)
            ::close(socket);
    const auto deadline = Alarms::Clock::now() + stopTimeout;
    bool isEmpty = false;
    while (!isEmpty && Alarms::Clock::now() < deadline) {
        std::vector<Held> open;
        {
            const std::scoped_lock lock(m_mutex);
            for (const auto &[exchange, latest] : m_open)
                open.push_back(exchange);
        }
        isEmpty = open.empty();
        for (const Held &exchange : open)
            exchange->close();
        if (!isEmpty)
            std::this_thread::sleep_for(1ms);
    }
    for (const auto &daemon : m_daemons)
        MHD_stop_daemon(daemon->handle);
}

Server::Server(std::unique_ptr<Implementation> implementation)
    : m_implementation(std::move(implementation))
{}

Server::~Server() = default;

Expected<std::unique_ptr<Server>, std::string> Server::start(const std::vector<Listener> &listeners,
                                                             Screen screen, Handler handler)
{
    auto implementation = std::make_unique<Implementation>(std::move(screen), std::move(handler));
    for (auto each = listeners.begin(); each != listeners.end(); ++each) {
        if (implementation->listen(*each))
            continue;
        const std::string reason = std::strerror(errno);
        for (; each != listeners.end(); ++each)
            ::close(each->socket);
        return Unexpected<std::string>(reason);
    }
    return std::unique_ptr<Server>(new Server(std::move(implementation)));
}

} // namespace manometer::api
