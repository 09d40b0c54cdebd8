// SPDX-License-Identifier: GPL-3.0-or-later
//
// Events as CSV (CsvWriter.h): the fields most events share have columns of their own; the last column has
// all fields as JSON. Any thread.
#pragma once

#include "exports/CsvWriter.h"
#include "views/Event.h"

namespace manometer::exports {

std::span<const CsvColumn> eventColumns();
void writeEvent(CsvWriter &csv, const views::Event &event);

} // namespace manometer::exports
