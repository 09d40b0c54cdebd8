// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who may do what. Over the unix socket: this user and root, everything. Over TCP: what the token allows. A
// browser is refused, whatever page it shows: an unknown Host (DNS rebinding), a foreign Origin and a request
// of another site; also on the socket, which ssh may have made a TCP port of. Any thread; never blocks.
#pragma once

#include "api/access/Tokens.h"
#include "api/http/Message.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <sys/types.h>

namespace manometer::api {

class Guard
{
public:
    using Clock = std::chrono::steady_clock;

    // `tokens`: null without TCP; outlives this object.
    Guard(uid_t owner, Tokens *tokens)
        : m_owner(owner)
        , m_tokens(tokens)
    {}

    // Whether the request may have come from a program that knows where it connects to; otherwise the
    // refusal.
    static std::optional<Response> findForeignOrigin(const Request &request);
    // The client's authority, or the refusal: of another user, of a missing or a wrong token. After some
    // wrong tokens it refuses further ones with 429 for a time that doubles; a right token is accepted at any
    // time.
    Expected<Authority, Response> authorityOf(const Request &request, Clock::time_point now = Clock::now());

private:
    Response refuseToken(Clock::time_point now);

    const uid_t m_owner;
    Tokens *const m_tokens;
    std::mutex m_mutex;
    int m_failures = 0;
    Clock::time_point m_lastFailure{};
};

// For the event log: "uid 1000, pid 4711" or "control token".
std::string actorOf(const Request &request);
// The same for all processes of a user: "uid 1000".
std::string userOf(const Request &request);

} // namespace manometer::api
