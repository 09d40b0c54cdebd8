// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes a request's target apart (RFC 3986; the query as in application/x-www-form-urlencoded). Pure; any
// thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace manometer::api {

struct Url
{
    std::vector<std::string> path;
    std::vector<std::pair<std::string, std::string>> query;
};

// Decoded. Empty for what is not an absolute path, and for a broken or a zero byte's percent sign.
std::optional<Url> parseUrl(std::string_view target);

} // namespace manometer::api
