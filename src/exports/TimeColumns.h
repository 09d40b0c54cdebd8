// SPDX-License-Identifier: GPL-3.0-or-later
//
// The columns that CsvWriter::time() writes, which rows about a moment begin with. Pure; any thread.
#pragma once

#include "exports/CsvWriter.h"

#include <algorithm>
#include <array>

namespace manometer::exports {

inline constexpr std::array timeColumns{
    CsvColumn{"time_utc", "wall clock, UTC, a date that spreadsheets understand"},
    CsvColumn{"timestamp", "the same with its zone, ISO 8601"},
    CsvColumn{"unix_time_s", "the same in seconds since 1970"},
};

template<std::size_t Count>
consteval auto withTimeColumns(const CsvColumn (&others)[Count])
{
    std::array<CsvColumn, timeColumns.size() + Count> all{};
    std::copy(std::begin(others), std::end(others),
              std::copy(timeColumns.begin(), timeColumns.end(), all.begin()));
    return all;
}

} // namespace manometer::exports
