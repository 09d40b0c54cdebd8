// SPDX-License-Identifier: GPL-3.0-or-later
//
// The figures in Prometheus' text format 0.0.4: base units, counters end in _total, no paths. Pure; any
// thread. resources/alerts.rules.yml and the dashboard name them: a name never changes once released.
#pragma once

#include "views/CacheView.h"
#include "views/MonitorView.h"

#include <string>

namespace manometer::api {

std::string metricsText(const views::MonitorStatus &status, const views::CacheSummary &summary);

} // namespace manometer::api
