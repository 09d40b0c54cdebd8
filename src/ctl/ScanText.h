// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scans as text for people. Pure.
#pragma once

#include "json/Value.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace manometer::ctl {

// One line about a running scan, of at most `columns` columns: a bar, once all files are counted, and
// numbers.
std::string progressLine(const json::Value &progress, std::size_t columns);
// Of a scan's progress or event: '5 not understood (2 of them empty)'.
std::string notUnderstoodText(const json::Value &counts);
// What a scan has done, a line, why files were not read, a line, and its failures, a line each. `answer`: GET
// /api/scan.
std::string scanText(const json::Value &answer);
// Of files that were named one by one.
std::string listedText(std::uint64_t found, std::uint64_t missing);

} // namespace manometer::ctl
