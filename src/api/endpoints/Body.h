// SPDX-License-Identifier: GPL-3.0-or-later
//
// The JSON object of a request's body, with a refusal for each field that is not known, so that a misspelled
// one is noticed, and for a field that is given twice, at any depth. Pure; any thread.
#pragma once

#include "api/endpoints/Route.h"
#include "json/Value.h"

#include <initializer_list>
#include <optional>
#include <string_view>

namespace manometer::api {

// Empty: the call has been refused.
std::optional<json::Value> anyObjectOf(const Call &call); // its fields are the caller's to check
std::optional<json::Value> objectOf(const Call &call, std::initializer_list<std::string_view> knownFields);

} // namespace manometer::api
