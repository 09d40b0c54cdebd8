// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/access/Guard.h"

#include <algorithm>
#include <array>

namespace manometer::api {

namespace {

using namespace std::chrono_literals;

constexpr int freeFailures = 5;
constexpr std::chrono::seconds longestBackOff = 60s;
constexpr std::chrono::seconds forgottenAfter = 600s;

constexpr std::array<std::string_view, 3> ownNames{"localhost", "127.0.0.1", "[::1]"};

// Whether the text is one of our names, for TCP with the port that the client connected to. A client of the
// socket sends any of them, with any port: it may be forwarded.
bool isOwnHost(std::string_view host, const Peer &peer)
{
    for (const std::string_view name : ownNames) {
        if (!host.starts_with(name))
            continue;
        const std::string_view rest = host.substr(name.size());
        if (peer.isLocal)
            return rest.empty() ||
                   (rest.starts_with(':') && rest.size() <= 6 &&
                    std::all_of(rest.begin() + 1, rest.end(), [](char c) { return c >= '0' && c <= '9'; }));
        return rest == ':' + std::to_string(peer.port) || (rest.empty() && peer.port == 80);
    }
    return false;
}

} // namespace

std::optional<Response> Guard::findForeignOrigin(const Request &request)
{
    const Headers &headers = request.headers;
    if (!isOwnHost(headers.host, request.peer))
        return problem(403, "bad_host", "The Host header names another machine.");
    if (!headers.origin.empty() && headers.origin != "http://" + headers.host)
        return problem(403, "foreign_origin", "Web pages of other sites have no access.");
    if (!headers.fetchSite.empty() && headers.fetchSite != "same-origin" && headers.fetchSite != "none")
        return problem(403, "foreign_origin", "Web pages of other sites have no access.");
    return std::nullopt;
}

Expected<Authority, Response> Guard::authorityOf(const Request &request, Clock::time_point now)
{
    if (request.peer.isLocal) {
        if (request.peer.uid == m_owner || request.peer.uid == 0)
            return Authority::Control;
        return Unexpected(problem(403, "forbidden", "This Manometer belongs to another user."));
    }
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view given = request.headers.authorization;
    if (m_tokens && given.starts_with(scheme)) {
        const Authority authority = m_tokens->authorityOf(given.substr(scheme.size()));
        if (authority != Authority::None)
            return authority;
        return Unexpected(refuseToken(now));
    }
    Response response = problem(401, "unauthorized", "A token is needed: Authorization: Bearer TOKEN.");
    response.headers.emplace_back("WWW-Authenticate", "Bearer");
    return Unexpected(std::move(response));
}

Response Guard::refuseToken(Clock::time_point now)
{
    const std::scoped_lock lock(m_mutex);
    if (now - m_lastFailure > forgottenAfter)
        m_failures = 0;
    const int doublings = std::clamp(m_failures - freeFailures, -1, 16);
    const auto backOff =
        doublings < 0 ? 0s : std::min<std::chrono::seconds>(longestBackOff, 1s * (1 << doublings));
    if (now - m_lastFailure < backOff) {
        Response response = problem(429, "too_many_attempts", "There were too many wrong tokens.");
        response.headers.emplace_back("Retry-After", std::to_string(backOff.count()));
        return response;
    }
    ++m_failures;
    m_lastFailure = now;
    Response response = problem(401, "unauthorized", "The token is wrong.");
    response.headers.emplace_back("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    return response;
}

std::string actorOf(const Request &request)
{
    return request.peer.isLocal ? userOf(request) + ", pid " + std::to_string(request.peer.pid)
                                : userOf(request);
}

std::string userOf(const Request &request)
{
    return request.peer.isLocal ? "uid " + std::to_string(request.peer.uid) : "control token";
}

} // namespace manometer::api
