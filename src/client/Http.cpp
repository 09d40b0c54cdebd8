// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Http.h"

#include "client/Members.h"
#include "json/Value.h"

#include <algorithm>
#include <charconv>

namespace manometer::client {

namespace {

using Kind = Failure::Kind;

constexpr std::size_t mostTokenBytes = 1024;
constexpr std::size_t mostProblemBytes = 64 << 10;

bool isIdempotent(const Request &request)
{
    return request.method != "POST" || request.isQuestion;
}

Failure failureOf(const AnswerReader::Problem &problem)
{
    return {.kind = problem.isTooLarge ? Kind::TooLarge : Kind::Broken, .detail = problem.text};
}

bool isSuccess(const AnswerReader &reader)
{
    return reader.status() >= 200 && reader.status() < 300;
}

std::optional<std::chrono::seconds> retryAfter(std::string_view text)
{
    int seconds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() && seconds >= 0
               ? std::optional(std::chrono::seconds(seconds))
               : std::nullopt;
}

} // namespace

Expected<Answer, Failure> Connection::ask(const Request &request)
{
    const Clock::time_point deadline = Clock::now() + request.timeout;
    AnswerReader reader(request.mostBodyBytes);
    if (const auto started = start(request, reader, deadline); !started)
        return Unexpected<Failure>(started.error());
    if (!isSuccess(reader))
        return Unexpected<Failure>(refusal(reader, deadline));
    while (!reader.isComplete())
        if (const auto done = receive(reader, deadline); !done) {
            m_channel.close();
            return Unexpected<Failure>(done.error());
        }
    m_hasAnswered = true;
    if (!reader.canGoOn())
        m_channel.close();
    return Answer{
        .status = reader.status(), .body = reader.takeBody(), .etag = std::string(reader.field("etag"))};
}

Expected<void, Failure> Connection::follow(const Request &request,
                                           const std::function<bool(std::string_view)> &onPiece)
{
    AnswerReader reader(request.mostBodyBytes);
    const Clock::time_point deadline = Clock::now() + request.timeout;
    if (const auto started = start(request, reader, deadline); !started)
        return started;
    if (!isSuccess(reader))
        return Unexpected<Failure>(refusal(reader, deadline));
    Expected<void, Failure> done{};
    bool goesOn = onPiece({});
    while (done && goesOn) {
        const std::string piece = reader.takeBody();
        goesOn = piece.empty() || onPiece(piece);
        if (!goesOn || reader.isComplete())
            break;
        done = receive(reader, Clock::now() + request.timeout);
    }
    m_channel.close();
    return done;
}

// Up to the end of the answer's head.
Expected<void, Failure> Connection::start(const Request &request, AnswerReader &reader,
                                          Clock::time_point deadline)
{
    const AnswerReader fresh = reader;
    for (;;) {
        const bool isReused = m_channel.isOpen() && m_hasAnswered;
        Expected<void, Failure> done{};
        if (!m_channel.isOpen()) {
            m_hasAnswered = false;
            done = m_channel.open(m_address, deadline);
        }
        m_gotBytes = false;
        if (done)
            done = sendHead(request, deadline);
        while (done && !reader.hasHead())
            done = receive(reader, deadline);
        if (done)
            return {};
        m_channel.close();
        // The server may close a kept connection at any time: that it did so shows only now.
        const bool wasClosed = isReused && !m_gotBytes && done.error().kind == Kind::Broken;
        if (!wasClosed || !isIdempotent(request))
            return done;
        reader = fresh;
    }
}

Expected<void, Failure> Connection::sendHead(const Request &request, Clock::time_point deadline)
{
    const std::string host =
        m_address.socketPath.empty()
            ? (m_address.host == "::1" ? "[::1]" : m_address.host) + ':' + std::to_string(m_address.port)
            : "localhost";
    std::string text = request.method + ' ' + request.target + " HTTP/1.1\r\nHost: " + host + "\r\n";
    if (!m_address.tokenFile.empty()) {
        const auto line = token();
        if (!line)
            return Unexpected<Failure>(line.error());
        text += "Authorization: Bearer " + *line + "\r\n";
    }
    for (const auto &[name, value] : request.fields)
        text.append(name).append(": ").append(value).append("\r\n");
    if (!request.body.empty())
        text += "Content-Type: application/json\r\n";
    if (!request.body.empty() || request.method == "POST" || request.method == "PUT")
        text += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
    text += "\r\n" + request.body;
    const auto sent = m_channel.send(text, deadline);
    if (!sent)
        return Unexpected<Failure>(sent.error());
    return {};
}

Expected<std::string, Failure> Connection::token()
{
    auto text = readSmallFile(m_address.tokenFile, mostTokenBytes, Owner::Any);
    const std::string file = "The token file " + m_address.tokenFile;
    if (!text)
        return Unexpected<Failure>(
            {.kind = Kind::NoToken, .detail = file + " cannot be read: " + text.error() + '.'});
    std::string token = text->substr(0, text->find('\n'));
    const auto isHex = [](char character) {
        return std::string_view("0123456789abcdefABCDEF").find(character) != std::string_view::npos;
    };
    if (token.empty() || !std::all_of(token.begin(), token.end(), isHex))
        return Unexpected<Failure>({.kind = Kind::NoToken, .detail = file + " does not hold a token."});
    return token;
}

Expected<void, Failure> Connection::receive(AnswerReader &reader, Clock::time_point deadline)
{
    std::string bytes;
    const auto received = m_channel.receive(bytes, deadline);
    if (!received)
        return Unexpected<Failure>(received.error());
    m_gotBytes = m_gotBytes || !bytes.empty();
    Expected<void, AnswerReader::Problem> done{};
    switch (*received) {
    case Channel::Received::Bytes:
        done = reader.take(bytes);
        break;
    case Channel::Received::End:
        done = reader.end();
        break;
    case Channel::Received::Reset:
        return Unexpected<Failure>({.kind = Kind::Broken, .detail = "the connection was reset"});
    }
    if (!done)
        return Unexpected<Failure>(failureOf(done.error()));
    return {};
}

// The connection is closed: what follows an error is not worth a look at whether it can go on.
Failure Connection::refusal(AnswerReader &reader, Clock::time_point deadline)
{
    std::string body = reader.takeBody();
    while (!reader.isComplete() && body.size() < mostProblemBytes) {
        if (const auto done = receive(reader, deadline); !done)
            break;
        body += reader.takeBody();
    }
    m_channel.close();
    Failure failure{.kind = Kind::Refused,
                    .status = reader.status(),
                    .retryAfter = retryAfter(reader.field("retry-after"))};
    if (const auto problem = json::Value::parse(body)) {
        failure.reason = textOf(*problem, "reason");
        failure.detail = textOf(*problem, "detail");
        if (failure.detail.empty())
            failure.detail = textOf(*problem, "title");
    }
    if (failure.detail.empty())
        failure.detail = "status " + std::to_string(failure.status);
    return failure;
}

} // namespace manometer::client
