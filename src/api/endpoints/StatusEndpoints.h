// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is known of the machine, the monitor and the cache: figures, history, signals, processes, a snooze.
#pragma once

#include "api/endpoints/Context.h"

namespace manometer::api {

Routes statusRoutes(const Context &context);

// The newest figures of the cache: any thread.
views::CacheSummary cacheSummaryOf(const Context &context);

} // namespace manometer::api
