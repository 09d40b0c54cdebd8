// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds the route of a request. Immutable; any thread; never blocks.
#pragma once

#include "api/endpoints/Route.h"
#include "expected/Expected.h"

namespace manometer::api {

class Router
{
public:
    explicit Router(Routes routes);

    const Routes &routes() const { return m_routes; }

    struct Match
    {
        const Route *route = nullptr;
        std::string id{}; // Call::id
    };
    // HEAD is GET. The error is 404, or 405 with the methods that there are.
    Expected<Match, Response> find(const Request &request) const;

private:
    struct Pattern
    {
        std::vector<std::string_view> segments;
    };
    Routes m_routes;
    std::vector<Pattern> m_patterns; // of the routes
};

} // namespace manometer::api
