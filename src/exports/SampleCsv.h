// SPDX-License-Identifier: GPL-3.0-or-later
//
// Samples as CSV (CsvWriter.h). The same samples give the same bytes in every locale. Any thread.
#pragma once

#include "exports/CsvWriter.h"
#include "views/SampleRecord.h"

#include <QString>

#include <functional>

namespace manometer::exports {

std::span<const CsvColumn> sampleColumns();
// `firstMonotonicMs` is the origin of elapsed_s.
void writeSample(CsvWriter &csv, const views::SampleRecord &record, qint64 firstMonotonicMs);

// Writes a file (CsvFile.h): blocks on disk. Empty on success and after a cancellation, which leaves no file.
QString writeSampleCsv(
    const QString &file, views::CsvProfile profile, const views::SampleRecords &records,
    const std::function<bool()> &isCancelled = [] { return false; });

} // namespace manometer::exports
