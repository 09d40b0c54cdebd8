// SPDX-License-Identifier: GPL-3.0-or-later
//
// Browsing the cache: listings, rows, details, pins, deletions and their undoing. In the views' thread.
#pragma once

#include "api/endpoints/Context.h"

namespace manometer::api {

Routes listingRoutes(const Context &context);

} // namespace manometer::api
