// SPDX-License-Identifier: GPL-3.0-or-later
//
// The state of the machine and of the cache as JSON, in the original's field names ("MB" there means MiB).
// Pure functions.
#pragma once

#include "views/CacheView.h"
#include "views/MonitorView.h"

#include <QJsonObject>

namespace manometer::wire {

QJsonObject pressureSummary(const views::MonitorStatus &status);
QJsonObject cacheSummary(const views::CacheSummary &summary);

} // namespace manometer::wire
