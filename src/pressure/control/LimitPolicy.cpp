// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/LimitPolicy.h"

#include <algorithm>
#include <cmath>

namespace manometer::pressure {

namespace {

std::uint64_t share(std::uint64_t whole, double percent)
{
    if (percent >= 100)
        return whole;
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

Limits shareOf(const Limits &configured, double percent)
{
    const Limits part{share(configured.entries, percent), share(configured.bytes, percent)};
    return larger(smaller(configured, criticalCeiling), part);
}

std::uint64_t grown(std::uint64_t value, std::uint64_t configured, std::uint64_t top, double percent)
{
    // Rounded up, so that twenty steps of 5 % reach the whole: no extra step for a single byte, and a small
    // cache grows back too.
    const auto step =
        static_cast<std::uint64_t>(std::ceil(static_cast<double>(configured) * percent / 100.0));
    return value >= top || top - value <= step ? top : value + step;
}

} // namespace

Limits ceiling(const Limits &configured, Level level)
{
    switch (level) {
    case Level::Normal:
        return configured;
    case Level::Elevated:
        return shareOf(configured, 75);
    case Level::High:
        return shareOf(configured, 50);
    case Level::Critical:
        break;
    }
    return smaller(configured, criticalCeiling);
}

namespace {

bool isSnoozed(const LimitInput &input)
{
    return input.snooze && input.now < input.snooze->until && input.applied != Level::Critical;
}

// Records a raise or a fall of the level and sets the hold before the next growth.
void noteLevel(LimitStep &step, const LimitInput &input, const LimitConfig &config)
{
    LimitState &state = step.state;
    if (input.applied < state.level)
        state.lastFall = input.now;
    if (input.applied > state.level) {
        const bool tooSoon = state.lastFall && input.now - *state.lastFall <= config.flapWindow;
        if (tooSoon) {
            const auto doubled = 2 * std::max(state.growthHold, config.growthHold);
            step.holdDoubled = state.growthHold < config.growthHoldMaximum;
            state.growthHold = std::min(doubled, config.growthHoldMaximum);
        } else {
            state.growthHold = config.growthHold;
        }
        // The hold starts at the raise even if nothing was cut: the limit may still have been low.
        state.lastCut = input.now;
    }
    if (input.applied == Level::Normal)
        state.poorReceipts = 0;
    state.level = input.applied;
}

bool hasElapsed(const std::optional<MonotonicTime> &since, MonotonicTime now,
                std::chrono::milliseconds duration)
{
    return !since || now - *since >= duration;
}

// A clean-up is due on entering HIGH, and repeatedly during CRITICAL; CRITICAL ignores the interval of HIGH.
bool takeDueCleanUp(LimitState &state, Level before, const LimitInput &input, const LimitConfig &config)
{
    if (isFutile(state, config))
        return false;
    if (input.applied == Level::Critical) {
        if (!hasElapsed(state.lastCleanUpAtCritical, input.now, config.cleanUpInterval))
            return false;
        state.lastCleanUpAtCritical = input.now;
        return true;
    }
    if (input.applied != Level::High || before >= Level::High ||
        !hasElapsed(state.lastCleanUpAtHigh, input.now, config.growthHold))
        return false;
    state.lastCleanUpAtHigh = input.now;
    return true;
}

void grow(LimitStep &step, const LimitInput &input, const LimitConfig &config)
{
    LimitState &state = step.state;
    const bool held = state.lastCut && input.now < *state.lastCut + state.growthHold;
    if (input.blind) {
        step.reason = LimitReason::Blind;
    } else if (isFutile(state, config)) {
        step.reason = LimitReason::Futile;
    } else if (held) {
        step.reason =
            state.growthHold > config.growthHold ? LimitReason::HeldByFlap : LimitReason::HeldAfterCut;
        step.nextGrowthAt = *state.lastCut + state.growthHold;
    } else if (input.toNext && *input.toNext < config.growthForecast) {
        step.reason = LimitReason::HeldByForecast;
    } else if (!hasElapsed(state.lastGrowth, input.now, config.growthInterval)) {
        step.reason = LimitReason::Growing;
        step.nextGrowthAt = *state.lastGrowth + config.growthInterval;
    } else {
        const Limits &whole = input.configured;
        step.limit.entries =
            grown(step.limit.entries, whole.entries, step.ceiling.entries, config.growthStepPercent);
        step.limit.bytes = grown(step.limit.bytes, whole.bytes, step.ceiling.bytes, config.growthStepPercent);
        step.change = LimitChange::Grown;
        state.lastGrowth = input.now;
        if (step.limit != step.ceiling) {
            step.reason = LimitReason::Growing;
            step.nextGrowthAt = input.now + config.growthInterval;
        }
    }
}

} // namespace

LimitStep step(const LimitState &state, const LimitInput &input, const LimitConfig &config)
{
    const bool snoozed = isSnoozed(input);
    const Limits top = snoozed ? shareOf(input.configured, input.snooze->sharePercent)
                               : ceiling(input.configured, input.applied);
    LimitStep next{.state = state, .limit = state.limit.value_or(top), .ceiling = top, .nextGrowthAt = {}};
    noteLevel(next, input, config);

    const Limits cut = smaller(next.limit, top);
    if (cut != next.limit) {
        next.limit = cut;
        next.change = LimitChange::Cut;
        next.state.lastGrowth.reset();
    }
    next.cleanUpDisk = takeDueCleanUp(next.state, state.level, input, config);
    if (next.limit != top)
        grow(next, input, config);
    if (snoozed && next.limit == top)
        next.reason = LimitReason::Snoozed;
    next.state.limit = next.limit;
    return next;
}

bool isSettled(const LimitState &state, const LimitInput &input)
{
    return !isSnoozed(input) && input.applied != Level::Critical && state.level == input.applied &&
           state.limit == ceiling(input.configured, input.applied) &&
           (input.applied != Level::Normal || state.poorReceipts == 0);
}

bool isFutile(const LimitState &state, const LimitConfig &config)
{
    return state.poorReceipts >= config.futileReceipts;
}

LimitState withReceipt(const LimitState &state, const Receipt &receipt, const LimitConfig &config)
{
    LimitState next = state;
    if (receipt.evictedBytes < config.futileEvictedBytes)
        return next; // too small to be significant
    const double required = config.futileReturnedRatio * static_cast<double>(receipt.evictedBytes);
    if (static_cast<double>(receipt.returnedBytes) >= required)
        next.poorReceipts = 0;
    else
        next.poorReceipts = std::min(next.poorReceipts + 1, config.futileReceipts);
    return next;
}

} // namespace manometer::pressure
