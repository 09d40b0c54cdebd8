// SPDX-License-Identifier: GPL-3.0-or-later
//
// Members of the API's JSON objects. Pure; any thread.
#pragma once

#include "json/Value.h"

#include <string>
#include <string_view>

namespace manometer::client {

// Of a string its text; empty for anything else, and for a missing member.
inline std::string textOf(const json::Value &object, std::string_view name)
{
    const json::Value *value = object.find(name);
    return value && value->kind() == json::Value::Kind::String ? value->text() : std::string();
}

} // namespace manometer::client
