// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/Body.h"

#include <algorithm>
#include <string>
#include <vector>

namespace manometer::api {

namespace {

// A name that one of the objects has twice; null if there is none.
const std::string *repeatedName(const json::Value &value)
{
    for (const json::Value &item : value.items())
        if (const std::string *name = repeatedName(item))
            return name;
    std::vector<const std::string *> names;
    for (const auto &[name, member] : value.members()) {
        if (const std::string *inside = repeatedName(member))
            return inside;
        names.push_back(&name);
    }
    std::sort(names.begin(), names.end(),
              [](const std::string *one, const std::string *other) { return *one < *other; });
    const auto twice =
        std::adjacent_find(names.begin(), names.end(),
                           [](const std::string *one, const std::string *other) { return *one == *other; });
    return twice == names.end() ? nullptr : *twice;
}

} // namespace

std::optional<json::Value> anyObjectOf(const Call &call)
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
    if (const std::string *name = repeatedName(*body)) {
        call.fail(400, "bad_request", "The field " + name->substr(0, 60) + " is given twice.");
        return std::nullopt;
    }
    return std::move(*body);
}

std::optional<json::Value> objectOf(const Call &call, std::initializer_list<std::string_view> knownFields)
{
    auto body = anyObjectOf(call);
    if (!body)
        return std::nullopt;
    for (const auto &[name, value] : body->members()) {
        if (std::find(knownFields.begin(), knownFields.end(), name) == knownFields.end()) {
            call.fail(400, "bad_request", "There is no field " + name.substr(0, 60) + '.');
            return std::nullopt;
        }
    }
    return body;
}

} // namespace manometer::api
