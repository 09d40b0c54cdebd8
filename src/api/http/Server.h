// SPDX-License-Identifier: GPL-3.0-or-later
//
// An HTTP/1.1 server on sockets that are listening: libmicrohttpd (epoll, a thread a socket) with what it
// does not have: limits for bodies, deadlines for slow clients, refusal of ambiguous requests, responses from
// other threads and endless ones. Each socket has its own quota of connections, so that a flood of one does
// not close the other.
#pragma once

#include "api/http/Alarms.h"
#include "api/http/Message.h"
#include "api/http/Reply.h"
#include "expected/Expected.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace manometer::api {

struct Listener
{
    int socket = -1; // listening; the server closes it
    bool isLocal = false;
    std::uint16_t port = 0;
};

class Server
{
public:
    static constexpr unsigned int mostConnections = 64; // a listener
    static constexpr unsigned int mostStreams = 56;     // a listener: others must be able to connect

    // Gets each whole request, in a thread of the server: it must not block. It answers at once, or later
    // from any thread within the time that it returns: after that the server answers 503, `hung`. The request
    // lives as long as a copy of the reply.
    using Handler = std::function<std::chrono::milliseconds(const Request &, const Reply &)>;

    // Gets each request without its body, in the same thread: what it refuses costs no memory for a body.
    using Screen = std::function<std::optional<Response>(const Request &)>;

    // Takes the sockets over, also if it fails. The error is the system's message.
    static Expected<std::unique_ptr<Server>, std::string> start(const std::vector<Listener> &listeners,
                                                                Screen screen, Handler handler);
    // Stops listening, answers what is unanswered with 503, ends the streams and joins: bounded in time.
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

private:
    class Implementation;
    explicit Server(std::unique_ptr<Implementation> implementation);

    std::unique_ptr<Implementation> m_implementation;
};

} // namespace manometer::api
