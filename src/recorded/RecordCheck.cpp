// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorded/RecordCheck.h"

#include "journal/Fields.h"
#include "views/SettingsRules.h"

#include <cmath>

namespace manometer::recorded {

using namespace pressure;

namespace {

constexpr double mostSeconds = 50.0 * 366 * 86'400; // of uptime or a hold: a few of them still fit
constexpr double mostAmount = 1e15;                 // percentages, slopes
constexpr std::int64_t mostCount = std::int64_t(1) << 60;
constexpr std::uint64_t mostBytes = std::uint64_t(1) << 56; // more than any machine has
// After 1970 and before the year 2200.
constexpr std::chrono::seconds mostWall{7'258'118'400};

// Visits the fields of a configuration or a state, as the journal's codec does.
class Bounds
{
public:
    std::uint32_t version() const { return journal::formatVersion; }
    template<typename Integer>
    requires std::is_integral_v<Integer>
    void operator()(const Integer &value)
    {
        if constexpr (std::is_same_v<Integer, bool>)
            return;
        else if constexpr (std::is_signed_v<Integer>)
            require(value >= -mostCount && value <= mostCount);
        else
            require(value <= static_cast<std::uint64_t>(mostCount));
    }
    template<typename Enum>
    requires std::is_enum_v<Enum>
    void operator()(const Enum &) {} // the codec has checked it
    void operator()(const double &value) { require(std::abs(value) <= mostAmount); } // not of NaN
    void require(bool possible) { m_isGood = m_isGood && possible; }
    bool present(bool is) { return is; }
    bool isGood() const { return m_isGood; }

private:
    bool m_isGood = true;
};

// Found before the codec's own: in the unit of each.
template<typename Representation, typename Period>
void code(Bounds &bounds, const std::chrono::duration<Representation, Period> &value)
{
    bounds.require(std::abs(std::chrono::duration<double>(value).count()) <= mostSeconds);
}

template<typename Value>
bool isBounded(const Value &value)
{
    Bounds bounds;
    journal::code(bounds, value);
    return bounds.isGood();
}

bool isPossible(const ControlConfig &config)
{
    views::Settings settings;
    settings.thresholds = config.thresholds;
    settings.control = config.tuning;
    settings.memory = {.entries = config.configured.entries, .bytes = config.configured.bytes};
    return isBounded(config) && views::findProblem(settings).isEmpty() &&
           (!config.snooze || (config.snooze->sharePercent >= 0 && config.snooze->sharePercent <= 100));
}

bool isPossible(const ClockReading &clocks)
{
    const auto wall = clocks.wall.time_since_epoch();
    return isBounded(clocks.monotonic) && isBounded(clocks.sinceBoot) && clocks.sinceBoot.count() >= 0 &&
           wall.count() >= 0 && wall <= mostWall;
}

bool isPossible(const std::optional<PressureStall> &stall)
{
    const auto isShare = [](double percent) { return percent >= 0 && percent <= 100; };
    return !stall || (isShare(stall->someAvg10Percent) && isShare(stall->someAvg60Percent) &&
                      isShare(stall->someAvg300Percent) && isShare(stall->fullAvg10Percent));
}

bool isPossible(const MemorySample &sample)
{
    return sample.totalBytes <= mostBytes && sample.availableBytes <= sample.totalBytes &&
           sample.processRssBytes <= mostBytes && sample.processVirtualBytes <= mostBytes &&
           isPossible(sample.stall) && isPossible(sample.cgroupStall);
}

} // namespace

bool RecordCheck::isPossible(const journal::Record &record)
{
    using recorded::isPossible;
    if (const auto *snapshot = std::get_if<journal::Snapshot>(&record)) {
        if (snapshot->cause == journal::SnapshotCause::Begun)
            m_latest.reset();
        return snapshot->cause <= journal::SnapshotCause::Resumed && isPossible(snapshot->clocks) &&
               isPossible(snapshot->config) && isBounded(snapshot->state);
    }
    if (const auto *configured = std::get_if<journal::Configured>(&record))
        return isPossible(configured->config);
    if (const auto *received = std::get_if<journal::Received>(&record))
        return isBounded(received->receipt);
    if (const auto *ended = std::get_if<journal::Ended>(&record))
        return isPossible(ended->clocks);
    const auto *stepped = std::get_if<journal::Stepped>(&record);
    if (!stepped)
        return true;
    if (m_latest && stepped->input.now < *m_latest)
        return false;
    m_latest = stepped->input.now;
    return isPossible(stepped->clocks) && isBounded(stepped->input.now) &&
           (!stepped->input.sample || isPossible(*stepped->input.sample));
}

} // namespace manometer::recorded
