// SPDX-License-Identifier: GPL-3.0-or-later
//
// The entries of files by path, singly and in batches: never in the thread of the views.
#pragma once

#include "api/endpoints/Context.h"

namespace manometer::api {

// How long a reading may take: readers have a timeout of their own for each file.
inline constexpr std::chrono::minutes readingDeadline{10};

Routes fileRoutes(const Context &context);

} // namespace manometer::api
