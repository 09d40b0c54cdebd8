// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Commands.h"
#include "ctl/Context.h"
#include "ctl/Json.h"
#include "ctl/RehearsalText.h"
#include "ctl/SettingsRead.h"
#include "ctl/ThresholdEdit.h"
#include "pressure/rehearsal/CurveFile.h"

#include <string>

namespace manometer::ctl {

namespace {

// The settings with these thresholds, which are JSON.
Expected<json::Value, json::ReadError> withThresholds(const json::Value &settings,
                                                      const std::string &thresholds)
{
    json::Writer json;
    json.beginObject();
    for (const auto &[name, value] : settings.members()) {
        json.member(name);
        if (name == "thresholds")
            json.document(thresholds);
        else
            write(json, value);
    }
    json.endObject();
    return json::Value::parse(json.text());
}

} // namespace

int runRehearse(Context &context)
{
    if (context.given.has("stop")) {
        if (!context.given.operands.empty() || context.given.has("on-cache") || context.given.has("speed") ||
            context.given.has("yes") || !context.given.values("set").empty())
            return context.refuse("rehearse: --stop takes no curve and no other option of rehearse.");
        return stopRehearsal(context);
    }
    if (context.given.operands.empty())
        return context.refuse("rehearse needs CURVE.");
    const std::string name(context.given.operands.front());
    if (context.given.has("on-cache"))
        return rehearseOnCache(context, name);
    if (context.given.has("speed") || context.given.has("yes"))
        return context.refuse(
            "rehearse: --speed and --yes need --on-cache; otherwise nothing is waited for.");
    const auto curve = pressure::findCurve(name);
    if (!curve)
        return context.refuse("rehearse: " + name + " cannot be played: " + describe(curve.error()) + '.');
    auto settings = context.get("/api/settings");
    if (!settings)
        return context.fail(settings.error());
    const auto changes = context.given.values("set");
    if (const json::Value *present = settings->find("thresholds"); present && !changes.empty()) {
        const auto draft = editThresholds(*present, changes);
        if (!draft)
            return context.refuse(draft.error().text);
        if (auto changed = withThresholds(*settings, *draft))
            settings = std::move(*changed);
    }
    const auto config = controlConfigOf(*settings);
    if (!config && !changes.empty())
        return context.refuse("rehearse: with --set, " + config.error() + '.');
    if (!config)
        return context.fail(client::brokenAnswer(config.error()));
    const RehearsedRun run = rehearse(*curve, *config);
    context.out.write(context.isJson() ? rehearsalJson(name, run) : rehearsalText(run));
    return done;
}

} // namespace manometer::ctl
