// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache's entries as CSV (CsvWriter.h). A path may be any bytes: one column has it as text, one
// percent-encoded (RFC 3986) without loss. Any thread.
#pragma once

#include "exports/CsvWriter.h"
#include "views/CacheView.h"

namespace manometer::exports {

std::span<const CsvColumn> entryColumns();
void writeEntry(CsvWriter &csv, const views::EntryRow &entry);

} // namespace manometer::exports
