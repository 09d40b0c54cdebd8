// SPDX-License-Identifier: GPL-3.0-or-later
//
// A request that was received whole, and the response to it. Plain values; any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace manometer::api {

class EventStream;

// The program at the other end of a connection.
struct Peer
{
    bool isLocal = false; // over the unix socket; its user and process are known
    uid_t uid = 0;
    pid_t pid = 0;
    std::uint16_t port = 0; // of a TCP connection: the one it was made to
};

// What the server reads of a request's headers; each is empty if it is absent.
struct Headers
{
    std::string host;
    std::string authorization;
    std::string origin;
    std::string fetchSite; // Sec-Fetch-Site
    std::string ifMatch;
    std::string lastEventId;
};

struct Request
{
    std::string method;
    std::vector<std::string> path; // the segments, decoded: {"api", "cache", "stats"}
    std::vector<std::pair<std::string, std::string>> query; // decoded
    Headers headers;
    std::string body;
    Peer peer;

    // Of several with this name the first; null if there is none.
    const std::string *parameter(std::string_view name) const;
};

struct Response
{
    int status = 200;
    std::string_view type = "application/json"; // of the body; static
    std::string body{};
    std::vector<std::pair<std::string, std::string>> headers{};
    std::shared_ptr<EventStream> stream{}; // if set, it is the body
};

// {"type", "title", "status", "reason", "detail"} (RFC 9457, application/problem+json). `reason` is a word
// that programs can rely on, `detail` a sentence.
Response problem(int status, std::string_view reason, std::string_view detail);

} // namespace manometer::api
