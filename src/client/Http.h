// SPDX-License-Identifier: GPL-3.0-or-later
//
// An HTTP/1.1 client for the local API: one connection, kept open between requests, opened again when the
// server has closed it. One thread; blocks until the answer or the request's timeout. Errors are values.
#pragma once

#include "client/AnswerReader.h"
#include "client/Channel.h"
#include "client/Failure.h"
#include "client/Instance.h"
#include "expected/Expected.h"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace manometer::client {

struct Request
{
    std::string method = "GET";
    std::string target;                                        // path and query, percent-encoded
    std::string body{};                                        // JSON
    std::vector<std::pair<std::string, std::string>> fields{}; // additional headers
    // From the start of the request to the end of the answer; of a stream to its head, and between its
    // pieces.
    std::chrono::milliseconds timeout{30'000};
    std::size_t mostBodyBytes = 64 << 20; // of the answer
    // A POST that only asks: it is sent again where the server closed a kept connection. Other methods are.
    bool isQuestion = false;
};

struct Answer
{
    int status = 0; // 200 to 299
    std::string body{};
    std::string etag{};
};

class Connection
{
public:
    explicit Connection(Address address)
        : m_address(std::move(address))
    {}

    Expected<Answer, Failure> ask(const Request &request);
    // Gives the body to `onPiece` as it arrives, and first an empty piece when the server has accepted, until
    // onPiece returns false, the stream ends (both without an error), or it fails. The next request opens a
    // new connection.
    Expected<void, Failure> follow(const Request &request,
                                   const std::function<bool(std::string_view)> &onPiece);

    const Address &address() const { return m_address; }

private:
    Expected<void, Failure> start(const Request &request, AnswerReader &reader, Clock::time_point deadline);
    Expected<void, Failure> sendHead(const Request &request, Clock::time_point deadline);
    // Receives once. The error has the kind Broken or TooLarge where the server is the cause.
    Expected<void, Failure> receive(AnswerReader &reader, Clock::time_point deadline);
    Expected<std::string, Failure> token();
    Failure refusal(AnswerReader &reader, Clock::time_point deadline);

    Address m_address;
    Channel m_channel;
    bool m_hasAnswered = false; // the open connection has carried an answer
    bool m_gotBytes = false;    // of the present answer
};

} // namespace manometer::client
