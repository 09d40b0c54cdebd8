// SPDX-License-Identifier: GPL-3.0-or-later
//
// What would have happened under other settings: replays a recording with the settings that were applied, or
// with a draft's, through the step functions that the monitor runs. Both outcomes have the same form and can
// be shown side by side.
//
// The replay of the applied settings is exact: its level changes and limits are those that happened. A draft
// assumes that the machine's pressure would have been the same: that p, the stalls and the failed reads do
// not depend on what the cache keeps. It is in effect from the start of the recording on, beginning in the
// state that was recorded there; it keeps its own state over gaps, and begins like the program did where that
// was started. The operator's snoozes are the recorded ones. Receipts belong to the cuts that were made, so
// that only the applied settings' replay has them: evicted memory is assumed to return to the system under a
// draft.
//
// Durations are on the monotonic clock, which stops while the machine sleeps.
#pragma once

#include "insight/Recording.h"

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace manometer::insight {

// What is asked: the figures of which stretch, and which moments in it were incidents.
struct Scope
{
    // From the first step at or after `from` to the last one before the next that is after `to`, in the order
    // of recording.
    journal::WallRange range{};
    std::vector<pressure::WallTime> incidents{};
};

// A stay under this long is a flap.
inline constexpr std::chrono::seconds flapUnder{30};

struct LevelFigures
{
    // Of ELEVATED, HIGH and CRITICAL: how often the level rose to it, or past it. Of NORMAL: how often the
    // level fell back to it.
    std::size_t entries = 0;
    // At exactly this level, of Outcome::recorded; 0 to 1.
    double timeShare = 0;
    // Stays are at the level or above it, so that a fall through the levels is no short stay; for NORMAL, at
    // it. Those that the range or a gap cuts off have at least this length, and are no flaps.
    std::chrono::nanoseconds longestStay{0};
    std::size_t flaps = 0;

    friend bool operator==(const LevelFigures &, const LevelFigures &) = default;
};

// The applied level of a time; a ribbon's piece.
struct LevelRun
{
    pressure::Level level = pressure::Level::Normal;
    Moment from;
    Moment to;
    bool followsGap = false; // `from` is where a stretch begins, the range's first step included

    friend bool operator==(const LevelRun &, const LevelRun &) = default;
};

struct LimitRun
{
    pressure::Limits limit;
    pressure::Limits configured; // the limit at NORMAL
    Moment from;
    Moment to;

    friend bool operator==(const LimitRun &, const LimitRun &) = default;
};

struct Lead
{
    pressure::WallTime incident{};
    // Outside the range, or in a gap of the recording; then no lead is known.
    bool isRecorded = false;
    // For ELEVATED, HIGH and CRITICAL: how long the level had been at it or above, without a fall, when the
    // incident came. Empty: it was below. A stay that began before the range counts from the range's start.
    std::array<std::optional<std::chrono::nanoseconds>, 3> ahead{};

    const std::optional<std::chrono::nanoseconds> &of(pressure::Level level) const; // not NORMAL

    friend bool operator==(const Lead &, const Lead &) = default;
};

// The monitor samples every pressure::fastestInterval near the thresholds that are applied, and slower
// elsewhere: near a draft's thresholds the recording may be coarser than the samples would have been.
struct SamplingError
{
    std::size_t rises = 0;
    // Of these, rises with an interval of more than twice the fastest one between the last sample that did
    // not ask for a higher level and the one that raised it.
    std::size_t coarseRises = 0;
    // By at most this much the latest of them is late: from that last sample to the raise. A peak between two
    // samples, which is in no sample, is not part of this.
    std::chrono::nanoseconds latestBy{0};

    friend bool operator==(const SamplingError &, const SamplingError &) = default;
};

struct Outcome
{
    std::size_t steps = 0;
    std::chrono::nanoseconds recorded{0}; // the stretches in the range, without what is between them
    // Between good samples more than pressure::staleAfter apart.
    std::chrono::nanoseconds withoutSignal{0};
    std::size_t gaps = 0; // between the stretches

    std::array<LevelFigures, pressure::allLevels.size()> levels{};
    std::size_t cuts = 0;
    // By these cuts at most, of a full cache: the sum of limit before less limit after.
    pressure::Limits evictedAtMost{};
    std::size_t holdsDoubled = 0;       // of levels that returned soon
    std::size_t growthHoldsDoubled = 0; // of the limit's growth
    std::size_t diskCleanUps = 0;
    std::size_t receipts = 0;     // 0 for a draft
    pressure::Receipt received{}; // their sum

    std::vector<LevelRun> runs; // in order; contiguous but for gaps
    std::vector<LimitRun> limits;
    std::vector<Lead> leads; // one for each of Scope::incidents
    SamplingError sampling;
    std::size_t stallRises = 0; // rises above what p alone gives, by a stall or a notice

    const LevelFigures &of(pressure::Level level) const;

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

// A time at which the levels of two outcomes of the same scope differ.
struct Difference
{
    pressure::Level applied = pressure::Level::Normal;
    pressure::Level draft = pressure::Level::Normal;
    Moment from;
    Moment to;

    friend bool operator==(const Difference &, const Difference &) = default;
};
std::vector<Difference> differences(const Outcome &applied, const Outcome &draft);

// One thread at a time; never blocks. A replay of 86,400 steps takes a few milliseconds at most. Two of these
// can replay one recording at once.
class WhatIf
{
public:
    explicit WhatIf(Recording recording);
    ~WhatIf();
    WhatIf(WhatIf &&) noexcept;
    WhatIf &operator=(WhatIf &&) noexcept;

    const Recording &recording() const { return m_recording; }

    Outcome applied(const Scope &scope);
    // The thresholds must be valid: pressure::findProblem(draft.thresholds) is empty. draft.snooze is
    // ignored. A draft that judges the samples otherwise than the applied settings did (another basis,
    // StallConfig or TrendConfig) takes longer the first time.
    Outcome draft(const pressure::ControlConfig &draft, const Scope &scope);

private:
    struct DraftSignals;

    Recording m_recording;
    std::unique_ptr<DraftSignals> m_draftSignals; // of the last draft that needed its own
};

} // namespace manometer::insight
