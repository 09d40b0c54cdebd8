// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sentences of the status page: why the level applies, why the cache limit has its value, and what
// changes them next. Pure functions of the status and the monitor's current time; they do not block.
#pragma once

#include "views/CacheView.h"
#include "views/Event.h"
#include "views/MonitorView.h"

#include <QString>

namespace manometer::gui::text {

// '72.4 % of memory in use', and how long ago if the signal is stale; before the first sample, that there is
// none yet.
QString measurement(const views::MonitorStatus &status, qint64 nowMs);
// What changes the level next: 'HIGH begins at 80 %, expected in about 9 min.' Empty if the deviation says
// it.
QString outlook(const views::MonitorStatus &status, qint64 nowMs);
// The deviation and the outlook, what matters most first.
QString explanation(const views::MonitorStatus &status, qint64 nowMs);
// Why the measured and the applied level differ, or why the level changed; empty if they agree.
QString deviation(const views::MonitorStatus &status, qint64 nowMs);
// The level that is expected soon, and how many earlier forecasts of it were right; empty without a warning.
QString warning(const views::MonitorStatus &status);
// Since when the signal is stale, and why; empty while it is live.
QString staleness(const views::MonitorStatus &status, qint64 nowMs);
// The cache's limit if it is cut, why, and what changes it next.
QString limit(const views::MonitorStatus &status, qint64 nowMs);
// After the number of entries: 'of 500 entries'.
QString cacheFill(const views::CacheSummary &summary, const views::MonitorStatus &status);
// 'Cache · hit ratio 93.1 % · 5,580 on disk'
QString cacheFacts(const views::CacheSummary &summary);
// 'hit ratio 93.1 %', or that there were no requests yet.
QString hitRatio(const views::CacheSummary &summary);
// '11,800 hits'.
QString hits(quint64 count);
// The programs that gained most and their shares of the time saved: 'photoprism 61 % · immich 30 %'.
QString savedFor(const views::AnswerUse &answers);
// 'Since the start: requests 12,034 · hits 11,800 (98.1 %) · time saved 1 h 12 min'; empty before the first
// request.
QString answerUse(const views::AnswerUse &answers);
// NaN without requests.
double hitPercent(quint64 requests, quint64 hits);
// That evicting a cache of this size cannot reduce the machine's memory pressure; empty if it can, or if
// too little is known.
QString smallCacheNote(const views::CacheSummary &summary, quint64 machineBytes);

} // namespace manometer::gui::text
