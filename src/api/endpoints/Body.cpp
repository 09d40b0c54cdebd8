// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/Body.h"

#include <algorithm>

namespace manometer::api {

std::optional<json::Value> objectOf(const Call &call, std::initializer_list<std::string_view> knownFields)
{
    auto body = json::Value::parse(call.request->body);
    if (!body) {
        call.fail(400, "bad_request", "The body is not JSON: " + body.error().reason + '.');
        return std::nullopt;
    }
    if (body->kind() != json::Value::Kind::Object) {
        call.fail(400, "bad_request", "The body is not a JSON object.");
        return std::nullopt;
    }
    for (const auto &[name, value] : body->members()) {
        if (std::find(knownFields.begin(), knownFields.end(), name) == knownFields.end()) {
            call.fail(400, "bad_request", "There is no field " + name.substr(0, 60) + '.');
            return std::nullopt;
        }
    }
    return std::move(*body);
}

} // namespace manometer::api
