// SPDX-License-Identifier: GPL-3.0-or-later
//
// The description of the API (resources/openapi.json), with this version filled in.
#pragma once

#include <string_view>

namespace manometer::api {

std::string_view openApiText();

} // namespace manometer::api
