// SPDX-License-Identifier: GPL-3.0-or-later
//
// The columns of a recording, one element a step, and the marks between the steps.
#pragma once

#include "insight/Recording.h"
#include "insight/replay/Signals.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace manometer::insight {

// What StallWatch reads of a sample; unchanged until the next one in the recording.
struct Counters
{
    enum Present : std::uint8_t { Host = 1, Group = 2, OutOfMemory = 4, Reclaimed = 8, SwappedIn = 16 };

    std::uint64_t hostStallMicroseconds = 0;
    std::uint64_t groupStallMicroseconds = 0;
    std::uint64_t oomEvents = 0;
    std::uint64_t reclaimedPages = 0;
    std::uint64_t swappedInPages = 0;
    std::uint64_t notices = 0;
    std::chrono::nanoseconds sampleAge{0}; // the step's time less the sample's, almost always 0
    std::uint8_t present = 0;              // bits of Present; notices always are

    static Counters of(const pressure::MemorySample &sample, pressure::MonotonicTime now);
    // The sample as StallWatch sees it; all other figures are zeros.
    pressure::MemorySample sampleAt(pressure::MonotonicTime now) const;

    friend bool operator==(const Counters &, const Counters &) = default;
};

// A snapshot. Its configuration is in effect from its step on.
struct Anchor
{
    enum class Kind : std::uint8_t {
        Continues, // equals the state after the steps before it
        Resumes,   // records are missing before it
        Begins,    // sampling started here
    };
    std::size_t step = 0; // the next one
    Kind kind = Kind::Continues;
    pressure::ControlState state;
};

// What happens before a step, in the order of recording.
struct Mark
{
    enum class Kind : std::uint8_t {
        Anchored,   // index of the anchor
        Configured, // index of the configuration
        Received,   // index of the receipt
        Ended,      // index of the moment
    };
    std::size_t step = 0;
    Kind kind = Kind::Anchored;
    std::size_t index = 0;
};

struct RecordingData
{
    std::vector<std::int64_t> monotonicNs;
    std::vector<std::int64_t> wallNs;
    std::vector<double> hostPercents;  // 0 where the read failed
    std::vector<double> groupPercents; // NaN: no group limit. Empty: there never was one
    Signals judged;                    // as the applied settings judged

    struct CountersChange
    {
        std::size_t step = 0;
        Counters counters;
    };
    std::vector<CountersChange> counters;
    std::vector<std::size_t> setBack; // steps whose wall time is before the previous step's

    std::vector<Mark> marks; // by step; those of the end have step == steps()
    std::vector<Anchor> anchors;
    std::vector<pressure::ControlConfig> configs;
    std::vector<std::size_t> configSteps; // from which on each of them is in effect
    std::vector<pressure::Receipt> receipts;
    std::vector<Moment> ends;

    std::size_t steps() const { return monotonicNs.size(); }
    pressure::MonotonicTime now(std::size_t step) const
    {
        return pressure::MonotonicTime(std::chrono::nanoseconds(monotonicNs[step]));
    }
    pressure::WallTime wall(std::size_t step) const
    {
        return pressure::WallTime(std::chrono::nanoseconds(wallNs[step]));
    }
    Moment moment(std::size_t step) const { return {now(step), wall(step)}; }
    double groupPercent(std::size_t step) const;
    const double *percents(const Signals &of) const
    {
        return of.percents.empty() ? hostPercents.data() : of.percents.data();
    }

    // The configuration in effect at a step.
    const pressure::ControlConfig &configAt(std::size_t step) const;
    // The last anchor at or before the step that is no continuation; there is one for each step.
    const Anchor &stretchOf(std::size_t step) const;

    // The steps from the first one at or after range.from to the last one before the next that is after
    // range.to, in the order of recording: [first, end).
    struct StepRange
    {
        std::size_t first = 0;
        std::size_t end = 0;
    };
    StepRange stepsOf(const journal::WallRange &range) const;
    // The last step at or before the time, if the next step of the same stretch is after it, or sampling
    // ended after it.
    std::optional<std::size_t> stepAt(pressure::WallTime time, const StepRange &within) const;

    void dropBefore(const Anchor &first);
    std::size_t bytes() const;
};

} // namespace manometer::insight
