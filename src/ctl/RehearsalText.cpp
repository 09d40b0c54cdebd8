// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/RehearsalText.h"

#include "ctl/TextTable.h"
#include "ctl/Texts.h"
#include "json/Json.h"
#include "pressure/rehearsal/Playback.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace manometer::ctl {

using pressure::ControlConfig;
using pressure::GovernorReason;
using pressure::Level;
using pressure::LimitChange;
using pressure::PlayedStep;

namespace {

std::size_t indexOf(Level level)
{
    return static_cast<std::size_t>(level);
}

std::string nameOf(Level level)
{
    return std::string(pressure::name(level));
}

// "80 %", "74.5 %"
std::string thresholdText(double percent)
{
    return numberText(percent, 2) + " %";
}

std::string levelReason(const PlayedStep &played, const ControlConfig &config)
{
    const pressure::GovernorStep &governor = played.step.governor;
    const Level level = governor.state.applied;
    std::string text;
    switch (governor.reason) {
    case GovernorReason::Raised:
        text = "two samples reached " + thresholdText(config.thresholds.of(level).enterPercent);
        break;
    case GovernorReason::RaisedAtOnce:
        text = "one sample above " + thresholdText(config.thresholds.of(level).enterPercent);
        break;
    default: // Fell: there are neither votes nor failed reads
        text = "below " + thresholdText(config.thresholds.of(governor.from).leavePercent) + " for " +
               durationText(holdOf(governor.from, played.before.governor, config.thresholds));
        break;
    }
    if (governor.holdDoubled)
        text += "; it returned soon, so that it is held for " +
                durationText(holdOf(level, governor.state, config.thresholds));
    return text;
}

std::string limitReason(const PlayedStep &played, const ControlConfig &config)
{
    const pressure::LimitStep &limit = played.step.limit;
    std::string text;
    if (limit.change == LimitChange::Grown)
        text = "grows by " + thresholdText(config.tuning.limit.growthStepPercent) + " every " +
               durationText(config.tuning.limit.growthInterval);
    if (limit.holdDoubled)
        text += std::string(text.empty() ? "" : "; ") + "growth waits for " +
                durationText(limit.state.growthHold);
    return text;
}

// With a decimal, on the side of the threshold that it is on: 90.01 of 90 is 90.1.
double shownPercent(const PlayedStep &played, const ControlConfig &config)
{
    const double percent = played.step.reading ? played.step.reading->percent : 0;
    const double rounded = std::round(percent * 10) / 10;
    for (const Level level : pressure::levelsWithThreshold) {
        const double enter = config.thresholds.of(level).enterPercent;
        if (percent > enter && rounded <= enter)
            return rounded + 0.1;
        if (percent < enter && rounded >= enter)
            return rounded - 0.1;
    }
    return rounded;
}

// "81.0 %"
std::string usedText(double percent)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f %%", percent);
    return text;
}

// "0:01:17.6"
std::string timeText(double seconds)
{
    const auto tenths = std::llround(seconds * 10);
    char text[48];
    std::snprintf(text, sizeof text, "%lld:%02lld:%02lld.%lld", tenths / 36'000, tenths / 600 % 60,
                  tenths / 10 % 60, tenths % 10);
    return text;
}

std::string lengthText(double seconds)
{
    return durationText(std::chrono::milliseconds(std::llround(seconds) * 1000));
}

std::string limitText(std::uint64_t before, std::uint64_t after)
{
    return before == after ? std::string() : countText(before) + " -> " + countText(after);
}

bool isGrowthAlone(const RehearsedChange &change)
{
    return change.limitChange == LimitChange::Grown && change.level == change.levelBefore;
}

// The shortest text that is the same number again.
void writeNumber(json::Writer &json, std::string_view member, double value)
{
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    json.member(member);
    json.literal({text, static_cast<std::size_t>(end - text)});
}

void writeCount(json::Writer &json, std::string_view member, std::uint64_t value)
{
    json.member(member);
    json.literal(std::to_string(value));
}

// As precise as the simulation: samples are 40 ms apart at least.
double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

} // namespace

RehearsedRun rehearse(const pressure::Curve &curve, const ControlConfig &config)
{
    RehearsedRun run;
    run.seconds = curve.duration().count();
    run.configured = run.least = config.configured.entries;
    run.leastBytes = config.configured.bytes;
    double since = 0;
    pressure::play(curve, config, [&](const PlayedStep &played) {
        const pressure::GovernorStep &governor = played.step.governor;
        const pressure::LimitStep &limit = played.step.limit;
        const Level level = governor.state.applied;
        run.secondsAt[indexOf(governor.from)] += played.at.count() - since;
        since = played.at.count();
        run.lastLevel = level;
        run.timesEntered[indexOf(level)] += level > governor.from;
        run.cuts += limit.change == LimitChange::Cut;
        run.growths += limit.change == LimitChange::Grown;
        run.least = std::min(run.least, limit.limit.entries);
        run.leastBytes = std::min(run.leastBytes, limit.limit.bytes);
        const auto before = played.before.limit.limit;
        const std::uint64_t limitBefore = before ? before->entries : config.configured.entries;
        run.last = limit.limit.entries;
        if (!governor.changed() && limit.limit.entries == limitBefore)
            return;
        std::string reason = governor.changed() ? levelReason(played, config) : std::string();
        if (const std::string more = limitReason(played, config); !more.empty())
            reason += (reason.empty() ? "" : "; ") + more;
        run.changes.push_back({.seconds = played.at.count(),
                               .percent = played.step.reading ? played.step.reading->percent : 0,
                               .shownPercent = shownPercent(played, config),
                               .levelBefore = governor.from,
                               .level = level,
                               .limitBefore = limitBefore,
                               .limit = limit.limit.entries,
                               .limitChange = limit.change,
                               .reason = std::move(reason)});
    });
    return run;
}

std::string rehearsalText(const RehearsedRun &run)
{
    using Side = TextTable::Side;
    TextTable table({Side::Right, Side::Right, Side::Left, Side::Right, Side::Left});
    table.row({"TIME", "IN USE", "LEVEL", "LIMIT", "REASON"});
    for (auto change = run.changes.begin(); change != run.changes.end(); ++change) {
        const std::uint64_t before = change->limitBefore;
        while (isGrowthAlone(*change) && std::next(change) != run.changes.end() &&
               isGrowthAlone(*std::next(change)))
            ++change;
        table.row({timeText(change->seconds), usedText(change->shownPercent),
                   change->level == change->levelBefore ? "" : nameOf(change->level),
                   limitText(before, change->limit), change->reason});
    }
    FactList facts;
    for (const Level level : pressure::allLevels) {
        std::string text = lengthText(run.secondsAt[indexOf(level)]);
        if (const std::uint64_t times = run.timesEntered[indexOf(level)]; times > 0)
            text += ", entered " + plural(times, "time", "times");
        facts.add(nameOf(level), text);
    }
    facts.add("Limit", plural(run.cuts, "cut", "cuts") + ", " + plural(run.growths, "step", "steps") +
                           " of growth; at least " + countText(run.least) + " of " +
                           plural(run.configured, "entry", "entries"));
    facts.add("At the end", nameOf(run.lastLevel) + ", limit " + countText(run.last));
    return (run.changes.empty() ? "Nothing changes.\n" : table.text()) + '\n' + facts.text();
}

std::string rehearsalJson(std::string_view curve, const RehearsedRun &run)
{
    json::Writer json;
    json.beginObject();
    json.member("curve", curve);
    writeNumber(json, "duration_s", rounded(run.seconds));
    json.member("changes");
    json.beginArray();
    for (const RehearsedChange &change : run.changes) {
        json.beginObject();
        writeNumber(json, "elapsed_s", rounded(change.seconds));
        writeNumber(json, "system_used_percent", rounded(change.percent));
        json.member("level_from", nameOf(change.levelBefore));
        json.member("level", nameOf(change.level));
        writeCount(json, "limit_before_entries", change.limitBefore);
        writeCount(json, "limit_entries", change.limit);
        json.member("reason", change.reason);
        json.endObject();
    }
    json.endArray();
    json.member("levels");
    json.beginArray();
    for (const Level level : pressure::allLevels) {
        json.beginObject();
        json.member("level", nameOf(level));
        writeNumber(json, "duration_s", rounded(run.secondsAt[indexOf(level)]));
        writeCount(json, "times_entered", run.timesEntered[indexOf(level)]);
        json.endObject();
    }
    json.endArray();
    writeCount(json, "cuts", run.cuts);
    writeCount(json, "growth_steps", run.growths);
    writeCount(json, "limit_configured_entries", run.configured);
    writeCount(json, "limit_least_entries", run.least);
    writeCount(json, "limit_last_entries", run.last);
    json.member("level_last", nameOf(run.lastLevel));
    json.endObject();
    return json.take() + '\n';
}

} // namespace manometer::ctl
