// SPDX-License-Identifier: GPL-3.0-or-later
//
// The JSON fields of the evidence for tuning: like ViewFields.h, which includes it.
#pragma once

#include "views/EvidenceView.h"
#include "wire/CommonFields.h"

namespace manometer::wire {

template<typename Fields, typename What>
requires Describes<views::LevelHits, What>
void describe(Fields &f, What &what)
{
    auto &[level, limit, hit, error, lostSeconds] = what;
    f("level", level);
    f("limit", limit);
    f("hit_percent", hit);
    f("error_percent", error);
    f("lost_s_per_hour", lostSeconds);
}

template<typename Fields, typename What>
requires Describes<views::HitEvidence, What>
void describe(Fields &f, What &what)
{
    auto &[lack, since, requests, sampled, needed, warmUpLeft, measured, simulated, levels] = what;
    f("lack", lack);
    f("since_unix_ms", since);
    f("requests", requests);
    f("sampled_requests", sampled);
    f("needed_requests", needed);
    f("warm_up_requests_left", warmUpLeft);
    f("measured_percent", measured);
    f("simulated_percent", simulated);
    f("levels", levels);
}

// Without the settings, which are an object of SettingsJson.h.
template<typename Fields, typename What>
requires Describes<views::WhatIfQuestion, What>
void describe(Fields &f, What &what)
{
    auto &[draft, range, ribbonRange, ribbonColumns] = what;
    f("from_unix_ms", range.fromWallMs);
    f("to_unix_ms", range.toWallMs);
    f("ribbon_from_unix_ms", ribbonRange.fromWallMs);
    f("ribbon_to_unix_ms", ribbonRange.toWallMs);
    f("ribbon_columns", ribbonColumns);
}

template<typename Fields, typename What>
requires Describes<views::SuggestQuestion, What>
void describe(Fields &f, What &what)
{
    auto &[base, range, criticals, lead, hitPoints] = what;
    f("from_unix_ms", range.fromWallMs);
    f("to_unix_ms", range.toWallMs);
    f("most_criticals_per_day", criticals);
    f("incident_lead_ms", lead);
    f("most_hit_points", hitPoints);
}

template<typename Fields, typename What>
requires Describes<views::LevelStay, What>
void describe(Fields &f, What &what)
{
    auto &[level, from, to] = what;
    f("level", level);
    f("from_unix_ms", from);
    f("to_unix_ms", to);
}

template<typename Fields, typename What>
requires Describes<views::LevelFigures, What>
void describe(Fields &f, What &what)
{
    auto &[level, entries, time, longest, flaps] = what;
    f("level", level);
    f("entries", entries);
    f("time_percent", time);
    f("longest_ms", longest);
    f("flaps", flaps);
}

template<typename Fields, typename What>
requires Describes<views::WhatIfFigures, What>
void describe(Fields &f, What &what)
{
    auto &[levels, cuts, evicted, warned, lead, hits, readAgain, ribbon] = what;
    f("levels", levels);
    f("cuts", cuts);
    f("evicted_at_most", evicted);
    f("incidents_warned", warned);
    f("shortest_lead_ms", lead);
    f("hit_percent", hits);
    f("read_again_s", readAgain);
    f("ribbon", ribbon);
}

template<typename Fields, typename What>
requires Describes<views::WhatIfAnswer, What>
void describe(Fields &f, What &what)
{
    auto &[samples, from, to, recorded, gaps, incidents, applied, draft, rises, coarseRises, latestBy,
           stallRises, hitError] = what;
    f("samples", samples);
    f("from_unix_ms", from);
    f("to_unix_ms", to);
    f("recorded_ms", recorded);
    f("gaps", gaps);
    f("incidents", incidents);
    f("applied", applied);
    f("draft", draft);
    f("draft_rises", rises);
    f("draft_coarse_rises", coarseRises);
    f("draft_latest_by_ms", latestBy);
    f("draft_stall_rises", stallRises);
    f("hit_error_points", hitError);
}

template<typename Fields, typename What>
requires Describes<views::SuggestedThresholds, What>
void describe(Fields &f, What &what)
{
    auto &[thresholds, criticals, rises, elevatedTime, highTime, missed, lead, hitPoints, doubt] = what;
    f("thresholds", thresholds);
    f("criticals_per_day", criticals);
    f("rises_per_day", rises);
    f("elevated_time_percent", elevatedTime);
    f("high_time_percent", highTime);
    f("incidents_missed", missed);
    f("shortest_lead_ms", lead);
    f("hit_points_lost", hitPoints);
    f("doubt", doubt);
}

template<typename Fields, typename What>
requires Describes<views::SuggestAnswer::Unkept, What>
void describe(Fields &f, What &what)
{
    auto &[constraint, nearest] = what;
    f("constraint", constraint);
    f("nearest", nearest);
}

template<typename Fields, typename What>
requires Describes<views::SuggestAnswer, What>
void describe(Fields &f, What &what)
{
    auto &[end, from, to, recorded, base, baseBreaks, drafts, unkept, incidents, replays] = what;
    f("end", end);
    f("from_unix_ms", from);
    f("to_unix_ms", to);
    f("recorded_ms", recorded);
    f("base", base);
    f("base_breaks", baseBreaks);
    f("drafts", drafts);
    f("unkept", unkept);
    f("incidents", incidents);
    f("replays", replays);
}

} // namespace manometer::wire
