// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the header says: why the level is what it is, why the cache's limit is what it is, and what changes
// them next. Pure functions of the status and the monitor's present time; whole sentences.
#pragma once

#include "views/CacheView.h"
#include "views/Event.h"
#include "views/MonitorView.h"

#include <QString>

namespace manometer::gui::text {

// 'Host 72.4 % ≥ 60 %, margin to HIGH 7.6 points'; what to expect before the first sample.
QString basis(const views::MonitorStatus &status);
// Why raw and applied differ, or how the level came about; empty where they agree and nothing is to be said.
QString deviation(const views::MonitorStatus &status, qint64 nowMs);
// A warning was given of a level that may begin soon: which, and how earlier ones did. Empty where there is
// none.
QString warning(const views::MonitorStatus &status);
// The signal is stale: since when, and why. Empty while it is not.
QString staleness(const views::MonitorStatus &status, qint64 nowMs);
// Why the cache's limit is what it is, and what changes it next.
QString limit(const views::MonitorStatus &status, qint64 nowMs);
// 'Cache 375 of 500 entries, limit 375'
QString cacheFill(const views::CacheSummary &summary, const views::MonitorStatus &status);
// 'Hit ratio 93.1 %'; says so where nothing was asked for yet.
QString hitRatio(const views::CacheSummary &summary);
// 'Last: evicted 125 entries, RSS −0.9 MiB'
QString receipt(const views::LimitEvent &cut, const std::optional<views::ReceiptEvent> &settled);
// That a cache of this size cannot move the machine's pressure; empty where it can, or nothing is known.
QString smallCacheNote(const views::CacheSummary &summary, quint64 machineBytes);

} // namespace manometer::gui::text
