// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows of the cache and metadata documents as text for people. Pure.
#pragma once

#include "json/Value.h"

#include <string>
#include <vector>

namespace manometer::ctl {

// The rows of one page of GET /api/entries. `withHeader`: of the first page.
std::string entriesText(const std::vector<json::Value> &rows, bool withHeader);

// A document as indented names and values, each on a line: a tree of groups.
std::string documentText(const json::Value &document);

} // namespace manometer::ctl
