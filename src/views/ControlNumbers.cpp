// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/ControlNumbers.h"

#include <chrono>
#include <cmath>

namespace manometer::views {

using namespace pressure;

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

constexpr auto stall = &ControlTuning::stall;
constexpr auto governor = &ControlTuning::governor;
constexpr auto trend = &ControlTuning::trend;
constexpr auto limit = &ControlTuning::limit;

constexpr double hour = 3'600'000;
constexpr double gibibyte = 1u << 30;

constexpr std::array numbers{
    // `stall_waited_ms` at or above `stall_window_ms` disables the stall vote.
    number<stall, &StallConfig::window>("stall_window_ms", 500, 60'000),
    number<stall, &StallConfig::waited>("stall_waited_ms", 1, 60'000),
    number<stall, &StallConfig::minimumPercent>("stall_minimum_percent", 0, 100),
    number<governor, &GovernorConfig::returnWindow>("level_return_window_ms", 0, hour),
    number<governor, &GovernorConfig::holdMaximum>("level_hold_maximum_ms", 0, hour),
    number<trend, &TrendConfig::window>("trend_window_ms", 5'000, 60'000),
    number<trend, &TrendConfig::pointInterval>("trend_point_interval_ms", 100, 10'000),
    number<trend, &TrendConfig::minimumSpan>("trend_minimum_span_ms", 1'000, 60'000),
    number<trend, &TrendConfig::minimumTau>("trend_minimum_tau_ratio", 0, 1),
    number<trend, &TrendConfig::warnUnder>("trend_warn_under_ms", 0, hour),
    number<limit, &LimitConfig::growthHold>("growth_hold_ms", 0, hour),
    number<limit, &LimitConfig::flapWindow>("growth_flap_window_ms", 0, hour),
    number<limit, &LimitConfig::growthHoldMaximum>("growth_hold_maximum_ms", 0, hour),
    number<limit, &LimitConfig::growthInterval>("growth_interval_ms", 100, hour),
    number<limit, &LimitConfig::growthStepPercent>("growth_step_percent", 0.1, 100),
    number<limit, &LimitConfig::growthForecast>("growth_forecast_ms", 0, hour),
    number<limit, &LimitConfig::cleanUpInterval>("clean_up_interval_ms", 1'000, hour),
    number<limit, &LimitConfig::futileEvictedBytes>("futile_evicted_bytes", 1, 1024 * gibibyte),
    number<limit, &LimitConfig::futileReturnedRatio>("futile_returned_ratio", 0, 1),
    number<limit, &LimitConfig::futileReceipts>("futile_receipts", 1, 100),
};

} // namespace

std::span<const ControlNumber> controlNumbers()
{
    return numbers;
}

} // namespace manometer::views
