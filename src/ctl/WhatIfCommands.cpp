// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Commands.h"
#include "ctl/Context.h"
#include "ctl/Json.h"
#include "ctl/ThresholdEdit.h"
#include "ctl/TimeRange.h"
#include "ctl/WhatIfText.h"

#include <charconv>
#include <optional>
#include <string>

namespace manometer::ctl {

using client::Failure;

namespace {

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

int printAnswer(Context &context, const char *target, std::string body,
                std::string (*text)(const json::Value &))
{
    const auto answer = context.ask("POST", target, std::move(body));
    return answer ? context.print(*answer, text) : context.fail(answer.error());
}

// The option's value as it stands in JSON; empty without the option. The error is a sentence.
Expected<std::string, std::string> numberOf(const Context &context, const std::string &option)
{
    const auto given = context.given.find(option);
    if (!given)
        return std::string();
    const auto value = json::Value::parse(*given);
    const auto number = value ? value->number() : std::nullopt;
    if (!number || *number < 0)
        return Unexpected<std::string>("--" + option + " needs a number from 0 on.");
    return value->text();
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
        return context.refuse(draft.error());
    json::Writer json;
    json.beginObject();
    write(json, *range);
    json.member("settings");
    json.beginObject();
    json.member("thresholds");
    json.document(*draft);
    json.endObject();
    json.endObject();
    return printAnswer(context, "/api/evidence/whatif", json.take(), whatIfText);
}

int runSuggest(Context &context)
{
    const auto range = timeRangeOf(context);
    if (!range)
        return context.refuse(range.error());
    const auto criticals = numberOf(context, "most-criticals");
    const auto lead = numberOf(context, "incident-lead");
    const auto points = numberOf(context, "most-hit-points");
    for (const auto *each : {&criticals, &lead, &points})
        if (!*each)
            return context.refuse(each->error());
    if (criticals->empty() && lead->empty() && points->empty())
        return context.refuse("suggest needs what to keep, such as --most-criticals 2.");
    json::Writer json;
    json.beginObject();
    write(json, *range);
    if (!criticals->empty()) {
        json.member("most_criticals_per_day");
        json.literal(*criticals);
    }
    if (!lead->empty()) {
        double seconds = 0;
        std::from_chars(lead->data(), lead->data() + lead->size(), seconds);
        json.member("incident_lead_ms");
        json.literal(std::to_string(static_cast<std::int64_t>(seconds * 1000)));
    }
    if (!points->empty()) {
        json.member("most_hit_points");
        json.literal(*points);
    }
    json.endObject();
    return printAnswer(context, "/api/evidence/suggest", json.take(), suggestText);
}

} // namespace manometer::ctl
