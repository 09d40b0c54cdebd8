// SPDX-License-Identifier: GPL-3.0-or-later
//
// Searches thresholds and holds that would have kept the operator's constraints over a recording: replays
// drafts (WhatIf.h) with thresholds at percentiles of p, improves the best of them, and returns those of
// which none is better in all respects. Pure; one thread at a time, not the GUI's: a day of 86,400 samples
// takes about a second. Can be cancelled between two replays, each of a few milliseconds.
#pragma once

#include "insight/WhatIf.h"

#include <array>
#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace manometer::insight {

// The miss ratio of the requests, 0 to 1, if the cache had this limit all the time. Must be pure.
using MissRatioAt = std::function<double(const pressure::Limits &)>;

struct Constraints
{
    std::optional<double> mostCriticalsPerDay{};
    // The level must be in effect at every incident, and for this long before.
    struct IncidentLead
    {
        std::chrono::milliseconds atLeast{0};
        pressure::Level level = pressure::Level::High; // not NORMAL
    };
    std::optional<IncidentLead> everyIncident{};
    std::optional<double> mostHitPoints{}; // percentage points of hit ratio

    // Of which level the lead is meant; also where no lead is required.
    pressure::Level incidentLevel() const
    {
        return everyIncident ? everyIncident->level : IncidentLead{}.level;
    }
};

enum class Constraint : std::uint8_t { Criticals, IncidentLead, HitPoints };
inline constexpr std::array allConstraints{Constraint::Criticals, Constraint::IncidentLead,
                                           Constraint::HitPoints};

// The figures of a draft over the scope.
struct Promise
{
    // Entries into CRITICAL a day of recorded time; a scope with less than a day counts as one.
    double criticalsPerDay = 0;
    double risesPerDay = 0;       // of the applied level, likewise
    double elevatedTimeShare = 0; // of the recorded time, at ELEVATED or above; 0 to 1
    double highTimeShare = 0;     // at HIGH or above
    // Of the incidents in the recording; those in its gaps cannot be judged.
    std::size_t incidents = 0;
    std::size_t incidentsMissed = 0; // Constraints::incidentLevel() was not in effect
    std::optional<std::chrono::nanoseconds>
        shortestLead{}; // empty if an incident was missed, or none is known
    // By how much the hit ratio would have been lower than with the configured limit all the time: the mean
    // over the time of miss ratio at the limit less miss ratio at the configured one.
    double hitPoints = 0;

    friend bool operator==(const Promise &, const Promise &) = default;
};

Promise promiseOf(const Outcome &outcome, pressure::Level incidentLevel, const MissRatioAt &missRatio);
bool keeps(const Promise &promise, const Constraints &constraints, Constraint which); // true if it is not set
bool keeps(const Promise &promise, const Constraints &constraints);                   // all

// Why a draft is no choice to begin with, beside the base.
enum class Doubt : std::uint8_t {
    None,
    NeverReached,   // ELEVATED or HIGH would never have begun, and did with the base
    MostlyElevated, // ELEVATED or above for more than half of the time, and not with the base
};

Doubt doubtOf(const Promise &draft, const Promise &base);

struct Suggestion
{
    pressure::Thresholds thresholds; // pressure::findProblem() finds none
    Promise promise;
    Doubt doubt = Doubt::None;
};

// A constraint that none of the drafts keeps, not even with the lowest or the highest valid thresholds, and
// the nearest figure that one reached: criticals a day, seconds of the shortest lead (below 0: an incident
// was always missed), or points of hit ratio.
struct Unkept
{
    Constraint constraint = Constraint::Criticals;
    double nearest = 0;
};

struct Suggestions
{
    enum class End : std::uint8_t {
        Found,
        Impossible,      // each of `unkept` cannot be kept, whatever the others
        Conflicting,     // those of `unkept` can be kept, but not together
        NothingRecorded, // the scope has no samples
        Cancelled,
    };
    End end = End::NothingRecorded;
    // Of the steps that were replayed; empty with NothingRecorded and Cancelled.
    struct Replayed
    {
        Moment from;
        Moment to;
        std::chrono::nanoseconds recorded{0}; // without the gaps
    };
    std::optional<Replayed> replayed{};
    std::optional<Suggestion> base{}; // the settings that the drafts are changes of; likewise
    // Three to five if there are as many choices: none is better than another in criticals, rises, hit ratio
    // and lead (without incidents: in how far above the base's HIGH begins). Those with a doubt only where
    // there are fewer without one, and last; by missed incidents, criticals, then hit ratio.
    std::vector<Suggestion> drafts;
    std::vector<Unkept> unkept;
    std::size_t replays = 0;
};

struct SearchHooks
{
    // 0 to 1, never falls; 1 at the end unless cancelled. Called in the thread of the search.
    std::function<void(double)> progress{};
    std::stop_token cancel{};
};

// base: the settings that the drafts are changes of; its thresholds must be valid. Their distances from enter
// to leave and target are kept where they fit.
Suggestions suggest(const Recording &recording, const Scope &scope, const pressure::ControlConfig &base,
                    const Constraints &constraints, const MissRatioAt &missRatio,
                    const SearchHooks &hooks = {});

} // namespace manometer::insight
