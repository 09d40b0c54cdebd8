// SPDX-License-Identifier: GPL-3.0-or-later
//
// The state of the machine and of the cache as JSON with the original program's field names, in which "mb"
// means MiB. Pure; any thread.
#pragma once

#include "views/CacheView.h"
#include "views/MonitorView.h"

#include <QJsonObject>

namespace manometer::wire {

QJsonObject pressureSummary(const views::MonitorStatus &status);
QJsonObject cacheSummary(const views::CacheSummary &summary);

} // namespace manometer::wire
