// SPDX-License-Identifier: GPL-3.0-or-later
//
// One request on its way to its response, in libmicrohttpd's terms. What its thread calls says so; respond()
// and expire() may be called from any thread.
#pragma once

#include "api/http/Connection.h"
#include "api/http/Message.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

struct MHD_Connection;

namespace manometer::api {

class Exchange : public std::enable_shared_from_this<Exchange>
{
public:
    static constexpr std::size_t mostHeaderBytes = 16u << 10;
    static constexpr std::size_t mostBodyBytes = 8u << 20;

    // `unsentBytes`: of all responses of the server.
    Exchange(std::string target, std::shared_ptr<std::atomic<std::size_t>> unsentBytes)
        : m_target(std::move(target))
        , m_unsentBytes(std::move(unsentBytes))
    {}

    // libmicrohttpd's thread. Reads the request's head; false if it was refused, with the response queued.
    using Screen = std::function<std::optional<Response>(const Request &)>;
    bool begin(MHD_Connection *connection, std::shared_ptr<Connection> peer, const char *method,
               const char *version, const Screen &screen);
    // libmicrohttpd's thread. A piece of the body.
    void takeBody(const char *data, std::size_t size);
    // libmicrohttpd's thread. The request is whole: dispatches it once, then queues the response or suspends
    // the connection until there is one.
    using Dispatch = std::function<void(const std::shared_ptr<Exchange> &)>;
    bool proceed(const Dispatch &dispatch);
    // libmicrohttpd's thread. The connection must not be used any more.
    void end();

    const Request &request() const { return m_request; }
    bool hasBegun() const { return m_connection != nullptr; }
    void respond(Response response);
    // A response of the server's own, if there is none yet.
    void expire(std::string_view reason, std::string_view detail);
    // The same, and ends an endless response.
    void close();
    bool isUnanswered();
    // Whether the client has closed its end completely, as far as that can be seen without sending.
    bool isAbandoned();
    // Whether nothing has to be done about it but to send the response.
    bool isAnsweredAtOnce();

private:
    bool readHead(const char *method, const char *version);
    bool queue(Response response);
    bool refuse(Response response);

    const std::string m_target;
    const std::shared_ptr<std::atomic<std::size_t>> m_unsentBytes;
    Request m_request;
    std::shared_ptr<Connection> m_peer;
    bool m_isBodyTooLarge = false;
    bool m_isDispatched = false;
    std::mutex m_mutex; // of what follows
    MHD_Connection *m_connection = nullptr;
    std::optional<Response> m_response;
    bool m_hasResponse = false;
    bool m_isSuspended = false;
    std::shared_ptr<EventStream> m_stream; // the response's body
};

} // namespace manometer::api
