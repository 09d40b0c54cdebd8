// SPDX-License-Identifier: GPL-3.0-or-later
//
// Events as CSV (CsvWriter.h): what most are about in columns of its own, all of it as JSON in the last one.
// Any thread.
#pragma once

#include "service/exports/CsvWriter.h"
#include "views/Event.h"

namespace manometer::service {

std::span<const CsvColumn> eventColumns();
void writeEvent(CsvWriter &csv, const views::Event &event);

} // namespace manometer::service
