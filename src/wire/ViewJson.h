// SPDX-License-Identifier: GPL-3.0-or-later
//
// The values of the views as JSON text and back, by the lists of ViewFields.h. Reading never fails on an
// unknown or a missing field, only on one of another type. Pure; any thread; blocks on nothing.
#pragma once

#include "expected/Expected.h"
#include "views/Backend.h"

#include <QByteArray>
#include <QString>

namespace manometer::wire {

// Defined for: SampleRecord, MonitorStatus, MemoryHolding, CacheSummary, EntryQuery, Listing, EntryRow,
// EntryDetail, EntryWeight, ScanProgress, ScanFailure, Connection and TimeRange.
template<typename Value>
QByteArray toText(const Value &value);

// The error says why, for logs; not translated.
template<typename Value>
Expected<Value, QString> fromText(const QByteArray &json);

} // namespace manometer::wire
