// SPDX-License-Identifier: GPL-3.0-or-later
//
// The scan: its progress, starting and cancelling it. In the views' thread.
#pragma once

#include "api/endpoints/Context.h"

namespace manometer::api {

Routes scanRoutes(const Context &context);

// {"progress": …, "finished": …}, for the stream.
std::string scanText(const views::ScanProgress &progress, bool isFinished);

} // namespace manometer::api
