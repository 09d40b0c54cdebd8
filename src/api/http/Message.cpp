// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/Message.h"

#include "json/Json.h"

#include <algorithm>

namespace manometer::api {

namespace {

// RFC 9110, section 15, and RFC 6585.
std::string_view titleOf(int status)
{
    switch (status) {
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 422:
        return "Unprocessable Content";
    case 428:
        return "Precondition Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    case 507:
        return "Insufficient Storage";
    default:
        return "Internal Server Error";
    }
}

} // namespace

const std::string *Request::parameter(std::string_view name) const
{
    const auto found =
        std::find_if(query.begin(), query.end(), [name](const auto &each) { return each.first == name; });
    return found == query.end() ? nullptr : &found->second;
}

Response problem(int status, std::string_view reason, std::string_view detail)
{
    json::Writer json;
    json.beginObject();
    json.member("type", "about:blank");
    json.member("title", titleOf(status));
    json.member("status");
    json.literal(std::to_string(status));
    json.member("reason", reason);
    json.member("detail", detail);
    json.endObject();
    return {.status = status, .type = "application/problem+json", .body = json.take() + '\n'};
}

} // namespace manometer::api
