// SPDX-License-Identifier: GPL-3.0-or-later
//
// Encodes and decodes the control loop's values, bit for bit, with one list of fields for both directions.
// Each list is a structured binding, so that a member added to or removed from a struct fails to compile
// here: it needs a new version of the format. Members that an earlier version lacks keep their defaults. Any
// thread.
#pragma once

#include "journal/Bytes.h"
#include "journal/Journal.h"
#include "pressure/control/Control.h"

#include <array>
#include <chrono>
#include <optional>
#include <type_traits>

namespace manometer::journal {

// A value beyond the last one cannot have been written by us: the step functions use levels as indices.
template<typename Enum>
inline constexpr Enum lastValue = {};
template<>
inline constexpr pressure::Level lastValue<pressure::Level> = pressure::Level::Critical;
template<>
inline constexpr pressure::Adaptation lastValue<pressure::Adaptation> = pressure::Adaptation::MeasureOnly;
template<>
inline constexpr pressure::BasisChoice lastValue<pressure::BasisChoice> = pressure::BasisChoice::Cgroup;

class FieldWriter
{
public:
    explicit FieldWriter(ByteWriter &out)
        : m_out(out)
    {}
    std::uint32_t version() const { return formatVersion; }
    template<typename Integer>
    requires std::is_integral_v<Integer>
    void operator()(const Integer &value) { m_out.zigzag(static_cast<std::int64_t>(value)); }
    template<typename Enum>
    requires std::is_enum_v<Enum>
    void operator()(const Enum &value) { m_out.byte(static_cast<std::uint8_t>(value)); }
    void operator()(const double &value) { m_out.number(value); }
    void require(bool) {}
    bool present(bool is)
    {
        m_out.byte(is ? 1 : 0);
        return is;
    }

private:
    ByteWriter &m_out;
};

class FieldReader
{
public:
    FieldReader(ByteReader &in, std::uint32_t version)
        : m_in(in)
        , m_version(version)
    {}
    std::uint32_t version() const { return m_version; }
    template<typename Integer>
    requires std::is_integral_v<Integer>
    void operator()(Integer &value) { value = static_cast<Integer>(m_in.zigzag()); }
    template<typename Enum>
    requires std::is_enum_v<Enum>
    void operator()(Enum &value)
    {
        static_assert(lastValue<Enum> != Enum{}, "an enumeration without its last value");
        value = static_cast<Enum>(m_in.byte());
        require(value <= lastValue<Enum>);
    }
    void operator()(double &value) { value = m_in.number(); }
    // Rejects the record unless what was read is possible.
    void require(bool possible)
    {
        if (!possible)
            m_in.fail();
    }
    bool present(bool) { return m_in.byte() != 0; }

private:
    ByteReader &m_in;
    std::uint32_t m_version;
};

template<typename Fields, typename... Values>
void codeAll(Fields &fields, Values &...values);

template<typename Fields, typename Value>
void code(Fields &fields, Value &value)
{
    using V = std::remove_const_t<Value>;
    using namespace pressure;
    if constexpr (std::is_arithmetic_v<V> || std::is_enum_v<V>) {
        fields(value);
    } else if constexpr (std::is_same_v<V, ControlConfig>) {
        auto &[thresholds, tuning, configured, adaptation, snooze] = value;
        auto &[stall, governor, trend, limit, basis] = tuning;
        codeAll(fields, thresholds, stall, governor, trend, configured, limit, snooze, adaptation);
        if (fields.version() >= 2)
            code(fields, basis);
    } else if constexpr (std::is_same_v<V, GovernorConfig>) {
        auto &[returnWindow, maximum] = value;
        codeAll(fields, returnWindow, maximum);
    } else if constexpr (std::is_same_v<V, Thresholds>) {
        auto &[elevated, high, critical] = value;
        codeAll(fields, elevated, high, critical);
    } else if constexpr (std::is_same_v<V, Threshold>) {
        auto &[enter, leave, hold, target] = value;
        codeAll(fields, enter, leave, hold, target);
    } else if constexpr (std::is_same_v<V, StallConfig>) {
        auto &[window, waited, minimum] = value;
        codeAll(fields, window, waited, minimum);
    } else if constexpr (std::is_same_v<V, TrendConfig>) {
        auto &[window, interval, span, tau, warn] = value;
        codeAll(fields, window, interval, span, tau, warn);
    } else if constexpr (std::is_same_v<V, LimitConfig>) {
        auto &[hold, flap, maximum, interval, share, forecast, cleanUp, evicted, returned, receipts] = value;
        codeAll(fields, hold, flap, maximum, interval, share, forecast, cleanUp, evicted, returned, receipts);
    } else if constexpr (std::is_same_v<V, Limits>) {
        auto &[entries, bytes] = value;
        codeAll(fields, entries, bytes);
    } else if constexpr (std::is_same_v<V, Snooze>) {
        auto &[share, until] = value;
        codeAll(fields, share, until);
    } else if constexpr (std::is_same_v<V, ControlState>) {
        auto &[stall, governor, trend, limit, basis] = value;
        codeAll(fields, stall, governor, trend, limit);
        if (fields.version() >= 2)
            code(fields, basis);
    } else if constexpr (std::is_same_v<V, StallState>) {
        auto &[began, host, cgroup, reclaim, notices, oom] = value;
        codeAll(fields, began, host, cgroup, reclaim, notices, oom);
    } else if constexpr (std::is_same_v<V, StallCounter>) {
        auto &[start, latest, moved] = value;
        codeAll(fields, start, latest, moved);
    } else if constexpr (std::is_same_v<V, GovernorState>) {
        auto &[applied, since, asked, under, good, stale, memory] = value;
        codeAll(fields, applied, since, asked, under, good, stale);
        for (auto &level : memory)
            code(fields, level);
    } else if constexpr (std::is_same_v<V, LevelMemory>) {
        auto &[left, hold] = value;
        codeAll(fields, left, hold);
    } else if constexpr (std::is_same_v<V, TrendState>) {
        auto &[points, forecast, pending, level, rising, record] = value;
        codeAll(fields, points, forecast, pending, level);
        if (fields.version() >= 3) {
            codeAll(fields, rising, record);
        } else { // the outcomes of all levels together, which are not kept
            std::uint32_t ofAllLevels = 0;
            codeAll(fields, ofAllLevels, ofAllLevels, ofAllLevels);
        }
    } else if constexpr (std::is_same_v<V, TrendPoints>) {
        auto &[ring, first, count] = value;
        for (auto &point : ring)
            code(fields, point);
        codeAll(fields, first, count);
        fields.require(first < TrendPoints::capacity && count <= TrendPoints::capacity);
    } else if constexpr (std::is_same_v<V, TrendPoint>) {
        auto &[at, percent] = value;
        codeAll(fields, at, percent);
    } else if constexpr (std::is_same_v<V, Forecast>) {
        auto &[slope, rising, toNext] = value;
        codeAll(fields, slope, rising, toNext);
    } else if constexpr (std::is_same_v<V, PreWarning>) {
        auto &[at, level, expectedIn, percent] = value;
        codeAll(fields, at, level, expectedIn, percent);
    } else if constexpr (std::is_same_v<V, ForecastRecord>) {
        auto &[elevated, high, critical] = value;
        codeAll(fields, elevated, high, critical);
    } else if constexpr (std::is_same_v<V, LevelForecasts>) {
        auto &[cameTrue, notTrue, unforeseen, errors] = value;
        codeAll(fields, cameTrue, notTrue, unforeseen);
        for (auto &count : errors)
            code(fields, count);
    } else if constexpr (std::is_same_v<V, LimitState>) {
        auto &[limit, level, cut, growth, fall, hold, high, critical, poor] = value;
        codeAll(fields, limit, level, cut, growth, fall, hold, high, critical, poor);
    } else {
        static_assert(std::is_same_v<V, Receipt>, "a struct without a list of fields");
        auto &[evicted, returned] = value;
        codeAll(fields, evicted, returned);
    }
}

template<typename Fields, typename Representation, typename Period>
void code(Fields &fields, std::chrono::duration<Representation, Period> &value)
{
    auto count = value.count();
    fields(count);
    value = std::chrono::duration<Representation, Period>(count);
}
template<typename Fields, typename Representation, typename Period>
void code(Fields &fields, const std::chrono::duration<Representation, Period> &value)
{
    fields(value.count());
}

template<typename Fields, typename Clock, typename Duration>
void code(Fields &fields, std::chrono::time_point<Clock, Duration> &value)
{
    auto since = value.time_since_epoch();
    code(fields, since);
    value = std::chrono::time_point<Clock, Duration>(since);
}
template<typename Fields, typename Clock, typename Duration>
void code(Fields &fields, const std::chrono::time_point<Clock, Duration> &value)
{
    fields(value.time_since_epoch().count());
}

template<typename Fields, typename Value>
void code(Fields &fields, std::optional<Value> &value)
{
    if (fields.present(value.has_value())) {
        if (!value)
            value.emplace();
        code(fields, *value);
    } else {
        value.reset();
    }
}
template<typename Fields, typename Value>
void code(Fields &fields, const std::optional<Value> &value)
{
    if (fields.present(value.has_value()))
        code(fields, *value);
}

template<typename Fields, typename... Values>
void codeAll(Fields &fields, Values &...values)
{
    (code(fields, values), ...);
}

} // namespace manometer::journal
