// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/ControlNumbers.h"

#include <array>
#include <chrono>
#include <cmath>
#include <type_traits>
#include <utility>

namespace manometer::pressure {

namespace {

template<typename Value>
double asNumber(const Value &value)
{
    if constexpr (requires { value.count(); })
        return static_cast<double>(value.count());
    else
        return static_cast<double>(value);
}

template<auto part, auto member>
constexpr ControlNumber number(const char *key, double minimum, double maximum)
{
    using Value = std::remove_reference_t<decltype(std::declval<ControlTuning &>().*part.*member)>;
    return {.key = key,
            .minimum = minimum,
            .maximum = maximum,
            .get = [](const ControlTuning &tuning) { return asNumber(tuning.*part.*member); },
            .set =
                [](ControlTuning &tuning, double value) {
                    if constexpr (std::is_floating_point_v<Value>)
                        tuning.*part.*member = value;
                    else if constexpr (std::is_integral_v<Value>)
                        tuning.*part.*member = static_cast<Value>(std::llround(value));
                    else
                        tuning.*part.*member = Value(std::llround(value));
                }};
}

constexpr auto stallPart = &ControlTuning::stall;
constexpr auto governorPart = &ControlTuning::governor;
constexpr auto trendPart = &ControlTuning::trend;
constexpr auto limitPart = &ControlTuning::limit;

constexpr double oneHourMs = 3'600'000;
constexpr double oneGibibyte = 1u << 30;

constexpr std::array allNumbers{
    // `stall_waited_ms` at or above `stall_window_ms` disables the stall vote.
    number<stallPart, &StallConfig::window>("stall_window_ms", 500, 60'000),
    number<stallPart, &StallConfig::waited>("stall_waited_ms", 1, 60'000),
    number<stallPart, &StallConfig::minimumPercent>("stall_minimum_percent", 0, 100),
    number<governorPart, &GovernorConfig::returnWindow>("level_return_window_ms", 0, oneHourMs),
    number<governorPart, &GovernorConfig::holdMaximum>("level_hold_maximum_ms", 0, oneHourMs),
    number<trendPart, &TrendConfig::window>("trend_window_ms", 5'000, 60'000),
    number<trendPart, &TrendConfig::pointInterval>("trend_point_interval_ms", 100, 10'000),
    number<trendPart, &TrendConfig::minimumSpan>("trend_minimum_span_ms", 1'000, 60'000),
    number<trendPart, &TrendConfig::minimumTau>("trend_minimum_tau_ratio", 0, 1),
    number<trendPart, &TrendConfig::warnUnder>("trend_warn_under_ms", 0, oneHourMs),
    number<limitPart, &LimitConfig::growthHold>("growth_hold_ms", 0, oneHourMs),
    number<limitPart, &LimitConfig::flapWindow>("growth_flap_window_ms", 0, oneHourMs),
    number<limitPart, &LimitConfig::growthHoldMaximum>("growth_hold_maximum_ms", 0, oneHourMs),
    number<limitPart, &LimitConfig::growthInterval>("growth_interval_ms", 100, oneHourMs),
    number<limitPart, &LimitConfig::growthStepPercent>("growth_step_percent", 0.1, 100),
    number<limitPart, &LimitConfig::growthForecast>("growth_forecast_ms", 0, oneHourMs),
    number<limitPart, &LimitConfig::cleanUpInterval>("clean_up_interval_ms", 1'000, oneHourMs),
    number<limitPart, &LimitConfig::futileEvictedBytes>("futile_evicted_bytes", 1, 1024 * oneGibibyte),
    number<limitPart, &LimitConfig::futileReturnedRatio>("futile_returned_ratio", 0, 1),
    number<limitPart, &LimitConfig::futileReceipts>("futile_receipts", 1, 100),
};

} // namespace

std::span<const ControlNumber> controlNumbers()
{
    return allNumbers;
}

} // namespace manometer::pressure
