// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/SettingsRead.h"

#include "ctl/Json.h"
#include "pressure/control/ControlNumbers.h"

#include <array>
#include <string_view>
#include <utility>

namespace manometer::ctl {

namespace {

using pressure::BasisChoice;
using pressure::Level;
using pressure::Threshold;

constexpr std::array levelKeys{std::pair{Level::Elevated, "elevated"}, std::pair{Level::High, "high"},
                               std::pair{Level::Critical, "critical"}};
constexpr std::array basisWords{std::pair{BasisChoice::Auto, "auto"}, std::pair{BasisChoice::Host, "host"},
                                std::pair{BasisChoice::Cgroup, "cgroup"}};

// Reads values and remembers the path of the first one that is missing or invalid.
class Reader
{
public:
    explicit Reader(const json::Value &settings)
        : m_settings(settings)
    {}
    double number(const std::string &path, double least, double most)
    {
        const auto value = numberAt(m_settings, path);
        if (value && *value >= least && *value <= most)
            return *value;
        refuse(path);
        return least;
    }
    std::uint64_t count(const std::string &path)
    {
        const json::Value *value = memberAt(m_settings, path);
        const auto whole = value ? value->integer<std::uint64_t>() : std::nullopt;
        if (!whole)
            refuse(path);
        return whole.value_or(0);
    }
    bool boolean(const std::string &path)
    {
        const json::Value *value = memberAt(m_settings, path);
        const auto truth = value ? value->boolean() : std::nullopt;
        if (!truth)
            refuse(path);
        return truth.value_or(false);
    }
    BasisChoice basis(const std::string &path)
    {
        for (const auto &[choice, word] : basisWords)
            if (textAt(m_settings, path) == word)
                return choice;
        refuse(path);
        return {};
    }
    void refuse(const std::string &path)
    {
        if (m_problem.empty())
            m_problem = "the settings have no valid " + path;
    }
    const std::string &problem() const { return m_problem; }

private:
    const json::Value &m_settings;
    std::string m_problem;
};

} // namespace

Expected<pressure::ControlConfig, std::string> controlConfigOf(const json::Value &settings)
{
    Reader reader(settings);
    pressure::ControlConfig config;
    for (const auto &[level, key] : levelKeys) {
        const std::string path = std::string("thresholds.") + key + '.';
        const double mostMs = double(std::chrono::milliseconds(pressure::maximumHold).count());
        config.thresholds.of(level) = {
            .enterPercent = reader.number(path + "enter_percent", 0, 100),
            .leavePercent = reader.number(path + "leave_percent", 0, 100),
            .hold = std::chrono::milliseconds(std::int64_t(reader.number(path + "hold_ms", 0, mostMs))),
            .targetPercent = reader.number(path + "target_percent", 0, 100)};
    }
    for (const pressure::ControlNumber &number : pressure::controlNumbers())
        number.set(config.tuning,
                   reader.number(std::string("control.") + number.key, number.minimum, number.maximum));
    config.tuning.basis = reader.basis("control.basis");
    config.configured = {.entries = reader.count("limits.memory_entries"),
                         .bytes = reader.count("limits.memory_bytes")};
    config.adaptation =
        reader.boolean("limits.adapting") ? pressure::Adaptation::On : pressure::Adaptation::MeasureOnly;
    if (reader.problem().empty() && pressure::findProblem(config.thresholds))
        reader.refuse("thresholds");
    if (!reader.problem().empty())
        return Unexpected<std::string>(reader.problem());
    return config;
}

} // namespace manometer::ctl
