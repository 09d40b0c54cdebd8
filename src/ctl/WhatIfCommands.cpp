// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Commands.h"
#include "ctl/Context.h"
#include "ctl/Json.h"
#include "ctl/ThresholdEdit.h"
#include "ctl/TimeRange.h"
#include "ctl/WhatIfText.h"

#include <cmath>
#include <optional>
#include <string>

namespace manometer::ctl {

namespace {

// What the API takes.
constexpr double mostCriticals = 1'000'000;
constexpr double mostLeadSeconds = 86'400;
constexpr double mostHitPoints = 100;

void write(json::Writer &json, const TimeRange &range)
{
    if (range.from) {
        json.member("from_unix_ms");
        json.literal(std::to_string(*range.from));
    }
    if (range.to) {
        json.member("to_unix_ms");
        json.literal(std::to_string(*range.to));
    }
}

} // namespace

int runWhatIf(Context &context)
{
    const auto changes = context.given.values("set");
    if (changes.empty())
        return context.refuse("whatif needs a change such as --set high.enter=75.");
    const auto range = timeRangeOf(context);
    if (!range)
        return context.refuse(range.error());
    const auto present = context.get("/api/thresholds");
    if (!present)
        return context.fail(present.error());
    const auto draft = editThresholds(*present, changes);
    if (!draft)
        return context.refuse(draft.error().text, draft.error().exitCode);
    json::Writer json;
    json.beginObject();
    write(json, *range);
    json.member("settings");
    json.beginObject();
    json.member("thresholds");
    json.document(*draft);
    json.endObject();
    json.endObject();
    const auto answer = context.ask("POST", "/api/evidence/whatif", json.take());
    if (!answer)
        return context.fail(answer.error());
    const auto value = parsedBody(*answer);
    if (!value)
        return context.fail(value.error());
    context.out.write(context.isJson() ? answer->body : whatIfText(*value, *range));
    return done;
}

int runSuggest(Context &context)
{
    const auto range = timeRangeOf(context);
    if (!range)
        return context.refuse(range.error());
    const auto criticals = context.number("most-criticals", 0, mostCriticals);
    const auto lead = context.number("incident-lead", 0, mostLeadSeconds);
    const auto points = context.number("most-hit-points", 0, mostHitPoints);
    for (const auto *each : {&criticals, &lead, &points})
        if (!*each)
            return context.refuse(each->error());
    if (!*criticals && !*lead && !*points)
        return context.refuse("suggest needs what to keep, such as --most-criticals 2.");
    json::Writer json;
    json.beginObject();
    write(json, *range);
    if (*criticals)
        write(json, "most_criticals_per_day", **criticals);
    if (*lead) {
        json.member("incident_lead_ms");
        json.literal(std::to_string(std::llround(**lead * 1000)));
    }
    if (*points)
        write(json, "most_hit_points", **points);
    json.endObject();
    const auto answer = context.ask("POST", "/api/evidence/suggest", json.take());
    if (!answer)
        return context.fail(answer.error());
    const auto value = parsedBody(*answer);
    if (!value)
        return context.fail(value.error());
    context.out.write(context.isJson() ? answer->body
                                       : suggestText(*value, *range,
                                                     {.incidentLead = lead->has_value(),
                                                      .hitPoints = points->has_value()}));
    const std::string reason = whyNoChoice(*value);
    if (reason.empty())
        return done;
    context.complain(reason);
    return noChoice;
}

} // namespace manometer::ctl
