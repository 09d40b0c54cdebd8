// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache's entries as CSV (CsvWriter.h). A path may be any bytes: one column has it as text, one
// percent-encoded (RFC 3986) without loss. Any thread.
#pragma once

#include "cache/EntryInfo.h"
#include "service/exports/CsvWriter.h"

namespace manometer::service {

std::span<const CsvColumn> entryColumns();
void writeEntry(CsvWriter &csv, const cache::EntryInfo &entry);

} // namespace manometer::service
