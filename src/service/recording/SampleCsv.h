// SPDX-License-Identifier: GPL-3.0-or-later
//
// Samples as CSV: RFC 4180, UTF-8 without BOM, comma, '.', one header row, empty for missing, shortest
// numbers that read back the same, time always in UTC. The same samples give the same bytes, in every locale.
#pragma once

#include "service/SampleRecord.h"

#include <QByteArray>
#include <QString>

namespace manometer::service {

QByteArray sampleCsvHeader();
// One row; `firstMonotonicMs` is the origin of elapsed_s.
QByteArray sampleCsvRow(const SampleRecord &record, qint64 firstMonotonicMs);
QByteArray sampleCsv(const SampleRecords &records);

// Writes FILE and, beside it, FILE.meta.json (what a column means, where the figures come from): each whole
// or not at all, the second not without the first. A FILE that is a device or a pipe gets the samples only.
// Blocks on disk. Empty on success, the system's words otherwise.
QString writeSampleCsv(const QString &file, const SampleRecords &records);

} // namespace manometer::service
