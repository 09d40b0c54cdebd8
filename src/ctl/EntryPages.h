// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lists entries of any number, a page at a time. Blocks as the requests do. Memory: one page.
#pragma once

#include "client/Failure.h"
#include "ctl/Query.h"
#include "expected/Expected.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace manometer::ctl {

class Context;

// Calls `onPage` with the rows (JSON objects) of each page of `query` (GET /api/entries), of at most `most`
// rows in all; ends early, without an error, where the output's reader is gone.
Expected<void, client::Failure>
forEachPage(Context &context, const Query &query, std::uint64_t most,
            const std::function<void(const std::vector<std::string> &)> &onPage);

} // namespace manometer::ctl
