// SPDX-License-Identifier: GPL-3.0-or-later
//
// Converts the views' values to JSON text and back, using the field lists of ViewFields.h. Unknown and
// missing fields are accepted; a field of the wrong type is an error. Pure; any thread; never blocks.
#pragma once

#include "expected/Expected.h"
#include "views/Backend.h"

#include <QByteArray>
#include <QString>

namespace manometer::wire {

// Defined for: SampleRecord, MonitorStatus, MemoryHolding, CacheSummary, HitEvidence, WhatIfAnswer, SuggestAnswer, EntryQuery, Listing,
// EntryRow, EntryDetail, EntryWeight, Removal, ScanProgress, ScanFailure, SourceReport, Connection and
// TimeRange.
template<typename Value>
QByteArray toText(const Value &value);

// The error is for logs; not translated.
template<typename Value>
Expected<Value, QString> fromText(const QByteArray &json);

} // namespace manometer::wire
