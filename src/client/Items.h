// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes the items of a large answer one by one, without a tree of all of them. Pure; any thread. Memory: a
// copy of the document, and one item.
#pragma once

#include "expected/Expected.h"

#include <functional>
#include <string>
#include <string_view>

namespace manometer::client {

// Calls `onItem` with each item of the array that is the member `name` of the object `document`: compact
// JSON, whose numbers and strings are as written. The error says why the document cannot be read; then
// onItem has received what comes before.
Expected<void, std::string> forEachItem(std::string_view document, std::string_view name,
                                        const std::function<void(std::string_view item)> &onItem);

} // namespace manometer::client
