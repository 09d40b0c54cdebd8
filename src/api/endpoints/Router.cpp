// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/Router.h"

#include <algorithm>

namespace manometer::api {

namespace {

std::vector<std::string_view> segmentsOf(std::string_view path)
{
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        path.remove_prefix(1); // the slash
        const std::size_t end = std::min(path.find('/'), path.size());
        segments.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

} // namespace

Router::Router(Routes routes)
    : m_routes(std::move(routes))
{
    for (const Route &route : m_routes)
        m_patterns.push_back({segmentsOf(route.path)});
}

Expected<Router::Match, Response> Router::find(const Request &request) const
{
    const std::string_view method = request.method == "HEAD" ? std::string_view("GET") : request.method;
    std::string allowed;
    Match loose; // a segment stood for anything; a route that names it goes first
    for (std::size_t i = 0; i < m_routes.size(); ++i) {
        const auto &segments = m_patterns[i].segments;
        std::string id;
        bool isLoose = false;
        const bool matches =
            std::equal(segments.begin(), segments.end(), request.path.begin(), request.path.end(),
                       [&](std::string_view own, const std::string &given) {
                           if (!own.starts_with('{'))
                               return own == given;
                           id = given;
                           isLoose = true;
                           return !given.empty();
                       });
        if (!matches)
            continue;
        const Route &route = m_routes[i];
        if (route.method != method)
            allowed.append(allowed.empty() ? "" : ", ").append(route.method);
        else if (!isLoose)
            return Match{.route = &route};
        else
            loose = {.route = &route, .id = std::move(id)};
    }
    if (loose.route)
        return loose;
    if (allowed.empty())
        return Unexpected(problem(404, "not_found", "There is no such resource."));
    Response response =
        problem(405, "method_not_allowed", "The resource has other methods: " + allowed + ".");
    response.headers.emplace_back("Allow", allowed);
    return Unexpected(std::move(response));
}

} // namespace manometer::api
