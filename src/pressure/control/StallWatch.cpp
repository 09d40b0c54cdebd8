// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/StallWatch.h"

namespace manometer::pressure {

namespace {

std::uint64_t increase(const StallCounter &counter)
{
    return counter.latest && counter.atWindowStart ? *counter.latest - *counter.atWindowStart : 0;
}

void update(StallCounter &counter, const std::optional<std::uint64_t> &value)
{
    if (!value)
        return; // absent from this sample: nothing new is known
    // The first value, or a counter that was reset: earlier increments are not of this window.
    if (!counter.latest || *value < *counter.latest)
        counter.atWindowStart = value;
    counter.latest = value;
}

void beginWindow(StallCounter &counter, std::uint64_t enough)
{
    counter.movedEnoughBefore = increase(counter) >= enough;
    counter.atWindowStart = counter.latest;
}

bool votes(const StallCounter &counter, std::uint64_t enough)
{
    return counter.movedEnoughBefore || increase(counter) >= enough;
}

std::optional<std::uint64_t> someTotal(const std::optional<PressureStall> &stall)
{
    return stall ? std::optional(stall->someTotalMicroseconds) : std::nullopt;
}

std::optional<std::uint64_t> reclaimTotal(const MemorySample &sample)
{
    if (!sample.reclaimedPages && !sample.swappedInPages)
        return std::nullopt;
    return sample.reclaimedPages.value_or(0) + sample.swappedInPages.value_or(0);
}

} // namespace

StallStep step(const StallState &state, const MemorySample &sample, double percent, const StallConfig &config)
{
    StallStep next{.state = state};
    StallState &now = next.state;
    const auto enough = static_cast<std::uint64_t>(std::chrono::microseconds(config.waited).count());

    const auto all = {&now.host, &now.cgroup, &now.reclaim, &now.notices};
    update(now.host, someTotal(sample.stall));
    update(now.cgroup, someTotal(sample.cgroupStall));
    update(now.reclaim, reclaimTotal(sample));
    update(now.notices, sample.notices);
    const auto age = sample.monotonic - now.windowBegan.value_or(sample.monotonic);
    if (!now.windowBegan || age > 2 * config.window) {
        // An increase across a gap is not evidence of current pressure: it may have happened at any time.
        for (StallCounter *counter : all)
            *counter = {.atWindowStart = counter->latest, .latest = counter->latest};
        now.windowBegan = sample.monotonic;
    }

    const bool outOfMemory = sample.oomEvents && now.oomEvents && *sample.oomEvents > *now.oomEvents;
    if (sample.oomEvents)
        now.oomEvents = sample.oomEvents;

    if (outOfMemory) {
        next.vote = Vote::OutOfMemory;
    } else if (votes(now.notices, 1)) {
        next.vote = Vote::Notice;
    } else if (percent >= config.minimumPercent || votes(now.reclaim, 1)) {
        if (votes(now.host, enough))
            next.vote = Vote::HostStall;
        else if (votes(now.cgroup, enough))
            next.vote = Vote::CgroupStall;
    }

    if (age >= config.window) {
        for (StallCounter *counter : {&now.host, &now.cgroup})
            beginWindow(*counter, enough);
        for (StallCounter *counter : {&now.reclaim, &now.notices})
            beginWindow(*counter, 1);
        now.windowBegan = sample.monotonic;
    }
    return next;
}

} // namespace manometer::pressure
