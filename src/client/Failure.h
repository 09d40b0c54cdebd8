// SPDX-License-Identifier: GPL-3.0-or-later
//
// Why a request to the local API has no answer. A value.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace manometer::client {

struct Failure
{
    enum class Kind : std::uint8_t {
        NoInstance, // nothing to connect to: no program runs, or it has ended, or it may not be used
        NoToken,    // the token file cannot be used; the detail is a sentence that names the file
        TimedOut,
        Broken,   // the answer is not HTTP or not what was asked for, or it ended early
        TooLarge, // the answer exceeds the request's limit
        Refused,  // a complete answer with a status other than 2xx
    };
    Kind kind = Kind::Broken;
    int status = 0;       // of Refused
    std::string reason{}; // of Refused: the word of problem+json, "not_cached"; empty if the answer has none
    std::string detail{}; // for people, in English; may come from the server
    std::optional<std::chrono::seconds> retryAfter{};
};

inline Failure brokenAnswer(std::string detail)
{
    return {.kind = Failure::Kind::Broken, .detail = std::move(detail)};
}

} // namespace manometer::client
