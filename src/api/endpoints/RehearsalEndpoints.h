// SPDX-License-Identifier: GPL-3.0-or-later
//
// A rehearsal on this cache: begun and stopped. What it does is in the monitor's status and in events.
#pragma once

#include "api/endpoints/Context.h"

namespace manometer::api {

Routes rehearsalRoutes(const Context &context);

} // namespace manometer::api
