// SPDX-License-Identifier: GPL-3.0-or-later
//
// The state of the machine and of the cache as JSON, in the original's field names ("MB" there means MiB).
// Pure functions.
#pragma once

#include "service/CacheView.h"
#include "service/MonitorView.h"

#include <QJsonObject>

namespace manometer::service {

QJsonObject pressureSummary(const MonitorStatus &status);
QJsonObject cacheSummary(const CacheSummary &summary);

} // namespace manometer::service
