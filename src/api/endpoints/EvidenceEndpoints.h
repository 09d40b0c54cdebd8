// SPDX-License-Identifier: GPL-3.0-or-later
//
// Evidence for tuning: the hits at other limits, what other settings would have done, and suggestions.
// Questions only: nothing is changed. In the views' thread.
#pragma once

#include "api/endpoints/Context.h"

namespace manometer::api {

Routes evidenceRoutes(const Context &context);

} // namespace manometer::api
