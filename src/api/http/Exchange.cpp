// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/Exchange.h"

#include "api/http/EventStream.h"
#include "api/http/Reply.h"
#include "api/http/Url.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <microhttpd.h>
#include <strings.h>

namespace manometer::api {

namespace {

using namespace std::chrono_literals;

constexpr auto bodyTimeout = 30s;     // from the head to the end of the body
constexpr auto responseTimeout = 60s; // until the client has taken all of it

// Of all responses together: clients that do not read them must not take the machine's memory.
constexpr std::size_t mostUnsentBytes = 128u << 20;
constexpr std::size_t smallBody = 64u << 10; // always sent: 128 connections have 8 MiB

// What readHead() makes of the header fields.
struct Fields
{
    Headers &headers;
    std::size_t bytes = 0;
    int hosts = 0;
    int lengths = 0;
    int encodings = 0;
    int authorizations = 0;
    std::size_t length = 0;
    bool isBroken = false;
};

// RFC 9110, section 5.6.2. libmicrohttpd takes "Content-Length " for a field of another name.
bool isToken(std::string_view text)
{
    constexpr std::string_view others = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [others](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               others.find(c) != std::string_view::npos;
    });
}

MHD_Result takeField(void *closure, MHD_ValueKind, const char *key, std::size_t keySize, const char *value,
                     std::size_t valueSize)
{
    auto &fields = *static_cast<Fields *>(closure);
    const std::string_view name(key, keySize);
    const std::string_view text(value ? value : "", value ? valueSize : 0);
    fields.bytes += name.size() + text.size();
    // A zero byte hides the rest from programs written in C.
    fields.isBroken = fields.isBroken || !isToken(name) || text.find('\0') != std::string_view::npos;
    const auto is = [name](std::string_view wanted) {
        return name.size() == wanted.size() && ::strncasecmp(name.data(), wanted.data(), name.size()) == 0;
    };
    if (is("Host")) {
        ++fields.hosts;
        fields.headers.host = text;
    } else if (is("Authorization")) {
        ++fields.authorizations;
        fields.headers.authorization = text;
    } else if (is("Origin")) {
        fields.headers.origin = text;
    } else if (is("Sec-Fetch-Site")) {
        fields.headers.fetchSite = text;
    } else if (is("If-Match")) {
        fields.headers.ifMatch = text;
    } else if (is("Last-Event-ID")) {
        fields.headers.lastEventId = text;
    } else if (is("Content-Length")) {
        ++fields.lengths;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), fields.length);
        fields.isBroken = fields.isBroken || read.ec != std::errc() || read.ptr != text.data() + text.size();
    } else if (is("Transfer-Encoding")) {
        ++fields.encodings;
        fields.isBroken =
            fields.isBroken || text.size() != 7 || ::strncasecmp(text.data(), "chunked", 7) != 0;
    }
    return MHD_YES;
}

// A response's body while it is being sent.
struct Body
{
    std::string text;
    std::shared_ptr<std::atomic<std::size_t>> unsentBytes;

    Body(std::string body, std::shared_ptr<std::atomic<std::size_t>> unsent)
        : text(std::move(body))
        , unsentBytes(std::move(unsent))
    {
        *unsentBytes += text.size();
    }
    ~Body() { *unsentBytes -= text.size(); }
    Body(const Body &) = delete;
    Body &operator=(const Body &) = delete;
};

void freeBody(void *body)
{
    delete static_cast<Body *>(body);
}

MHD_Response *bodyResponse(std::string text, const std::shared_ptr<std::atomic<std::size_t>> &unsentBytes)
{
    auto *body = new Body(std::move(text), unsentBytes);
    MHD_Response *response = MHD_create_response_from_buffer_with_free_callback_cls(
        body->text.size(), body->text.data(), &freeBody, body);
    if (!response)
        delete body;
    return response;
}

} // namespace

void Reply::send(Response response) const
{
    m_exchange->respond(std::move(response));
}

bool Reply::isOpen() const
{
    return m_exchange->isUnanswered();
}

bool Exchange::begin(MHD_Connection *connection, std::shared_ptr<Connection> peer, const char *method,
                     const char *version, const Screen &screen)
{
    m_connection = connection;
    m_peer = std::move(peer);
    m_peer->setDeadline(bodyTimeout);
    m_request.peer = m_peer->peer();
    if (!readHead(method, version))
        return false;
    if (auto refusal = screen(m_request))
        return refuse(std::move(*refusal));
    return true;
}

// libmicrohttpd accepts some requests that two parties may understand differently.
bool Exchange::readHead(const char *method, const char *version)
{
    Fields fields{.headers = m_request.headers};
    MHD_get_connection_values_n(m_connection, MHD_HEADER_KIND, &takeField, &fields);
    if (fields.bytes + m_target.size() > mostHeaderBytes)
        return refuse(problem(431, "header_too_large", "The head of a request may have 16 KiB."));
    const bool isOld = std::string_view(version) != "HTTP/1.1"; // which has no chunks
    if (fields.hosts > 1 || fields.lengths > 1 || fields.encodings > 1 || fields.authorizations > 1 ||
        fields.isBroken || (fields.lengths > 0 && fields.encodings > 0) || (isOld && fields.encodings > 0))
        return refuse(problem(400, "bad_request", "The header fields are broken or contradict each other."));
    if (fields.length > mostBodyBytes)
        return refuse(problem(413, "body_too_large", "The body of a request may have 8 MiB."));
    auto url = parseUrl(m_target);
    if (!url)
        return refuse(problem(400, "bad_request", "The request's target is not valid."));
    m_request.method = method;
    m_request.path = std::move(url->path);
    m_request.query = std::move(url->query);
    return true;
}

// The body is not read, so that the connection cannot be used any more.
bool Exchange::refuse(Response response)
{
    m_hasResponse = true;
    response.headers.emplace_back("Connection", "close");
    queue(std::move(response));
    return false;
}

void Exchange::takeBody(const char *data, std::size_t size)
{
    if (m_request.body.size() + size > mostBodyBytes) {
        m_isBodyTooLarge = true;
        m_request.body.clear();
        m_request.body.shrink_to_fit();
    }
    if (!m_isBodyTooLarge)
        m_request.body.append(data, size);
}

bool Exchange::proceed(const Dispatch &dispatch)
{
    if (!m_isDispatched) {
        m_isDispatched = true;
        m_peer->setNoDeadline(); // the request's own deadline applies
        if (m_isBodyTooLarge)
            respond(problem(413, "body_too_large", "The body of a request may have 8 MiB."));
        else
            dispatch(shared_from_this());
    }
    std::optional<Response> response;
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_hasResponse) {
            m_isSuspended = true;
            MHD_suspend_connection(m_connection);
            return true;
        }
        response = std::exchange(m_response, std::nullopt);
    }
    return response && queue(std::move(*response));
}

void Exchange::respond(Response response)
{
    const std::scoped_lock lock(m_mutex);
    if (std::exchange(m_hasResponse, true)) {
        if (response.stream)
            response.stream->finish();
        return;
    }
    m_response = std::move(response);
    if (m_isSuspended && m_connection) {
        m_isSuspended = false;
        MHD_resume_connection(m_connection);
    }
}

void Exchange::expire(std::string_view reason, std::string_view detail)
{
    respond(problem(503, reason, detail));
}

void Exchange::close()
{
    expire("busy", "Manometer is ending.");
    const std::scoped_lock lock(m_mutex);
    if (m_stream)
        m_stream->finish();
}

bool Exchange::isUnanswered()
{
    const std::scoped_lock lock(m_mutex);
    return !m_hasResponse;
}

bool Exchange::isAbandoned()
{
    return m_peer->isClosedByPeer();
}

bool Exchange::isAnsweredAtOnce()
{
    const std::scoped_lock lock(m_mutex);
    return m_hasResponse && !(m_response && m_response->stream);
}

bool Exchange::queue(Response response)
{
    MHD_Response *answer = nullptr;
    if (response.stream) {
        m_peer->setNoDeadline();
        const std::scoped_lock lock(m_mutex);
        m_stream = response.stream;
        answer = response.stream->respond(m_connection);
    } else {
        m_peer->setDeadline(responseTimeout);
        if (response.body.size() > smallBody && *m_unsentBytes + response.body.size() > mostUnsentBytes)
            response = problem(503, "busy", "Other clients do not take their answers; try again later.");
        answer = bodyResponse(std::move(response.body), m_unsentBytes);
    }
    if (!answer)
        return false;
    if (response.status != 204)
        MHD_add_response_header(answer, "Content-Type", std::string(response.type).c_str());
    MHD_add_response_header(answer, "Cache-Control", "no-store");
    MHD_add_response_header(answer, "X-Content-Type-Options", "nosniff");
    for (const auto &[name, value] : response.headers)
        MHD_add_response_header(answer, name.c_str(), value.c_str());
    const MHD_Result queued =
        MHD_queue_response(m_connection, static_cast<unsigned int>(response.status), answer);
    MHD_destroy_response(answer);
    return queued == MHD_YES;
}

void Exchange::end()
{
    const std::scoped_lock lock(m_mutex);
    m_connection = nullptr;
    if (m_response && m_response->stream)
        m_response->stream->finish();
    m_response.reset();
    m_hasResponse = true;
}

} // namespace manometer::api
