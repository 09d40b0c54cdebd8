// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/LimitPolicy.h"

#include <algorithm>
#include <cmath>

namespace manometer::pressure {

namespace {

std::uint64_t share(std::uint64_t whole, double percent)
{
    return static_cast<std::uint64_t>(std::floor(static_cast<double>(whole) * percent / 100.0));
}

Limits smaller(const Limits &a, const Limits &b)
{
    return {.entries = std::min(a.entries, b.entries), .bytes = std::min(a.bytes, b.bytes)};
}

Limits larger(const Limits &a, const Limits &b)
{
    return {.entries = std::max(a.entries, b.entries), .bytes = std::max(a.bytes, b.bytes)};
}

Limits grown(const Limits &limit, const LimitConfig &config)
{
    // At least one, or a small cache would never come back.
    const auto stepOf = [&](std::uint64_t whole) {
        return std::max<std::uint64_t>(1, share(whole, config.growthStepPercent));
    };
    return {.entries = limit.entries + stepOf(config.configured.entries),
            .bytes = limit.bytes + stepOf(config.configured.bytes)};
}

} // namespace

Limits ceiling(const Limits &configured, Level level)
{
    const Limits floor = smaller(configured, criticalCeiling);
    switch (level) {
    case Level::Normal:
        return configured;
    case Level::Elevated:
        return larger(floor, {share(configured.entries, 75), share(configured.bytes, 75)});
    case Level::High:
        return larger(floor, {share(configured.entries, 50), share(configured.bytes, 50)});
    case Level::Critical:
        break;
    }
    return floor;
}

LimitStep step(const LimitState &state, const LimitInput &input, const LimitConfig &config)
{
    const Limits top = ceiling(config.configured, input.applied);
    LimitStep next{.state = state, .limit = state.limit.value_or(top), .ceiling = top, .nextGrowthAt = {}};
    next.state.level = input.applied;

    const Limits cut = smaller(next.limit, top);
    if (cut != next.limit) {
        next.limit = cut;
        next.change = LimitChange::Cut;
        next.state.lastCut = input.now;
        next.state.lastGrowth.reset();
    }

    const bool rose = input.applied > state.level;
    if (rose && input.applied >= Level::High &&
        (!state.lastCleanUp || input.now - *state.lastCleanUp >= config.cleanUpInterval)) {
        next.cleanUpDisk = true;
        next.state.lastCleanUp = input.now;
    }

    if (next.limit != top) {
        MonotonicTime growsAt = input.now;
        if (next.state.lastCut)
            growsAt = std::max(growsAt, *next.state.lastCut + config.growthHold);
        if (next.state.lastGrowth)
            growsAt = std::max(growsAt, *next.state.lastGrowth + config.growthInterval);
        const bool held = next.state.lastCut && input.now < *next.state.lastCut + config.growthHold;
        if (input.blind) {
            next.reason = LimitReason::Blind;
        } else if (growsAt > input.now) {
            next.reason = held ? LimitReason::HeldAfterCut : LimitReason::Growing;
            next.nextGrowthAt = growsAt;
        } else {
            next.limit = smaller(grown(next.limit, config), top);
            next.change = LimitChange::Grown;
            next.state.lastGrowth = input.now;
            if (next.limit != top) {
                next.reason = LimitReason::Growing;
                next.nextGrowthAt = input.now + config.growthInterval;
            }
        }
    }
    next.state.limit = next.limit;
    return next;
}

} // namespace manometer::pressure
