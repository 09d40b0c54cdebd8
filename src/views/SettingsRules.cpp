// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/SettingsRules.h"

#include "views/SettingsMerge.h"

#include <algorithm>
#include <limits>

namespace manometer::views {

namespace {

// Empty if the value is in range.
QString limitProblem(const char *key, qint64 value, quint64 least, quint64 most)
{
    return value >= 0 && static_cast<quint64>(value) >= least && static_cast<quint64>(value) <= most
               ? QString()
               : QStringLiteral("limits: %1 is not a whole number from %2 to %3")
                     .arg(QLatin1StringView(key))
                     .arg(least)
                     .arg(most);
}

} // namespace

pressure::ControlConfig controlConfigOf(const Settings &settings)
{
    using pressure::Adaptation;
    return {.thresholds = settings.thresholds,
            .tuning = settings.control,
            .configured = {.entries = settings.memory.entries, .bytes = settings.memory.bytes},
            .adaptation = settings.adapting ? Adaptation::On : Adaptation::MeasureOnly};
}

QString words(pressure::ThresholdProblem::Kind kind)
{
    using Kind = pressure::ThresholdProblem::Kind;
    switch (kind) {
    case Kind::NotANumber:
        return QStringLiteral("a value is missing or not a number");
    case Kind::OutOfRange:
        return QStringLiteral("a percentage is not between 0 and 100");
    case Kind::LeaveNotBelowEnter:
        return QStringLiteral("leave_percent is not below enter_percent");
    case Kind::TooCloseToNext:
        return QStringLiteral("enter_percent is too close to the next level's");
    case Kind::LeaveBelowPrevious:
        return QStringLiteral("leave_percent is below the previous level's");
    case Kind::HoldOutOfRange:
        return QStringLiteral("hold_ms is not between 0 and 3600000");
    case Kind::TargetNotBelowEnter:
        break;
    }
    return QStringLiteral("target_percent is not below enter_percent");
}

QStringList findLimitProblems(const Settings &settings)
{
    const auto signedNumber = [](quint64 value) {
        return static_cast<qint64>(std::min<quint64>(value, std::numeric_limits<qint64>::max()));
    };
    QStringList problems{
        limitProblem("memory_entries", signedNumber(settings.memory.entries), 1, SettingsRange::mostEntries),
        limitProblem("memory_bytes", signedNumber(settings.memory.bytes), SettingsRange::leastBytes,
                     SettingsRange::mostMemoryBytes),
        limitProblem("disk_bytes", signedNumber(settings.diskCapBytes), SettingsRange::leastBytes,
                     SettingsRange::mostDiskBytes),
        limitProblem("expiry_s", settings.timeToLive.value_or(SettingsRange::leastExpiry).count(),
                     SettingsRange::leastExpiry.count(), SettingsRange::mostExpiry.count())};
    problems.removeAll(QString());
    return problems;
}

QString findProblem(const Settings &settings)
{
    if (const auto problem = pressure::findProblem(settings.thresholds))
        return QStringLiteral("thresholds: %1: %2")
            .arg(QString::fromUtf8(name(problem->level).data()), words(problem->kind));
    return findLimitProblems(settings).value(0);
}

Settings followed(const Settings &present, const Settings &before, const Settings &after)
{
    return mergedByField(
        [](const auto &is, const auto &was, const auto &becomes) { return is == was ? becomes : is; },
        present, before, after);
}

} // namespace manometer::views
