// SPDX-License-Identifier: GPL-3.0-or-later
//
// The state of the machine and of the cache as JSON objects with the original program's field names, in which
// "mb" means MiB. Pure; any thread.
#pragma once

#include "json/Json.h"
#include "views/CacheView.h"
#include "views/MonitorView.h"

namespace manometer::wire {

void writePressureSummary(json::Writer &json, const views::MonitorStatus &status);
// A sample with the same names: "timestamp", "pressure_level", "system" and "process". A gap's figures are
// null.
void writeSampleSummary(json::Writer &json, const views::SampleRecord &sample);
// Additions: what pressure cost, in all and for each of the latest cuts, newest first, in "pressure_lost";
// and the use of the exiftool command, in "exiftool". A program without a name is all that do not fit into
// the list.
void writeCacheSummary(json::Writer &json, const views::CacheSummary &summary);

// One of them as a text.
template<typename Write, typename Value>
std::string summaryText(Write write, const Value &value, json::Layout layout = json::Layout::Compact)
{
    json::Writer json(layout);
    write(json, value);
    return json.take();
}

} // namespace manometer::wire
