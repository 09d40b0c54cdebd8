// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rows of what is recorded, as a file.
#pragma once

#include "api/endpoints/Context.h"

namespace manometer::api {

// `context` outlives the routes.
Routes recordingRoutes(const Context &context);

} // namespace manometer::api
