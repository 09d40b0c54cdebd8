// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the API can do, as rows: a method and a path, who may call it, where it runs, and what it does. The
// OpenAPI description (resources/openapi.json) has the same rows; a test compares them.
#pragma once

#include "api/access/Tokens.h"
#include "api/http/Message.h"
#include "api/http/Reply.h"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::api {

// One call of a route. A copy may be kept: the request lives as long as the reply.
struct Call
{
    const Request *request = nullptr;
    std::string id{}; // what stands for {…} in the path
    Reply reply;

    void answer(std::string json) const { reply.send({.body = std::move(json) + '\n'}); }
    void answerNothing() const { reply.send({.status = 204}); }
    void fail(int status, std::string_view reason, std::string_view detail) const
    {
        reply.send(problem(status, reason, detail));
    }
};

struct Route
{
    // Where it runs, and so what it may wait for.
    enum class Place : unsigned char {
        Here,  // in a thread of the server: nothing
        Disk,  // in a pool: the disk
        Views, // in the thread of the views: nothing
    };

    std::string_view method;
    std::string_view path; // "/api/listings/{generation}": one segment may stand for anything
    Authority needs = Authority::Read;
    Place place = Place::Here;
    std::function<void(const Call &)> run;
    // Until the server answers 503 in its place.
    std::chrono::milliseconds deadline{1000};
    // The same for a call that has files read; 0: there are none.
    std::chrono::milliseconds readingDeadline{0};
};

using Routes = std::vector<Route>;

} // namespace manometer::api
