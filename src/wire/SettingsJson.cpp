// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/SettingsJson.h"

#include "pressure/control/ControlNumbers.h"
#include "views/SampleRecord.h"
#include "views/SettingsRules.h"
#include "wire/Words.h"

#include <algorithm>
#include <array>
#include <limits>

namespace manometer::wire {

using namespace views;

namespace {

using pressure::Threshold;
using pressure::Thresholds;

constexpr std::array levelKeys{std::pair{Level::Elevated, "elevated"}, std::pair{Level::High, "high"},
                               std::pair{Level::Critical, "critical"}};

QJsonObject toJson(const Thresholds &thresholds)
{
    QJsonObject object;
    for (const auto &[level, key] : levelKeys) {
        const Threshold &threshold = thresholds.of(level);
        object[QLatin1StringView(key)] =
            QJsonObject{{QStringLiteral("enter_percent"), threshold.enterPercent},
                        {QStringLiteral("leave_percent"), threshold.leavePercent},
                        {QStringLiteral("hold_ms"), static_cast<qint64>(threshold.hold.count())},
                        {QStringLiteral("target_percent"), threshold.targetPercent}};
    }
    return object;
}

// A key as messages quote it: truncated, since a file may contain any key.
QString named(const QString &key)
{
    constexpr qsizetype longest = 60;
    return key.size() <= longest ? key : key.left(longest) + QStringLiteral("…");
}

// Reads one row; an invalid field keeps its default.
void takeThreshold(const QString &level, const QJsonObject &row, Threshold &threshold, QStringList &problems)
{
    const auto say = [&](const QString &problem) {
        problems += QStringLiteral("thresholds: %1: %2").arg(level, problem);
    };
    for (auto given = row.begin(); given != row.end(); ++given) {
        const double value = given.value().toDouble(absent);
        double *percent = given.key() == QLatin1StringView("enter_percent")    ? &threshold.enterPercent
                          : given.key() == QLatin1StringView("leave_percent")  ? &threshold.leavePercent
                          : given.key() == QLatin1StringView("target_percent") ? &threshold.targetPercent
                                                                               : nullptr;
        if (percent && value >= 0 && value <= 100)
            *percent = value;
        else if (percent)
            say(QStringLiteral("%1 is not a number from 0 to 100").arg(given.key()));
        else if (given.key() != QLatin1StringView("hold_ms"))
            say(QStringLiteral("there is no %1").arg(named(given.key())));
        else if (const std::chrono::milliseconds hold(given.value().toInteger(-1));
                 hold.count() >= 0 && hold <= pressure::maximumHold)
            threshold.hold = hold;
        else
            say(QStringLiteral("hold_ms is not a whole number from 0 to 3600000"));
    }
}

// Rows that contradict each other are all reset to the defaults: which one is wrong cannot be known.
void takeThresholds(const QJsonObject &object, Thresholds &thresholds, QStringList &problems)
{
    for (auto given = object.begin(); given != object.end(); ++given) {
        const auto known = std::find_if(levelKeys.begin(), levelKeys.end(), [&given](const auto &each) {
            return given.key() == QLatin1StringView(each.second);
        });
        if (known == levelKeys.end())
            problems += QStringLiteral("thresholds: there is no %1").arg(named(given.key()));
        else if (!given.value().isObject())
            problems += QStringLiteral("thresholds: %1: not an object").arg(given.key());
        else
            takeThreshold(given.key(), given.value().toObject(), thresholds.of(known->first), problems);
    }
    if (const auto problem = pressure::findProblem(thresholds)) {
        problems += QStringLiteral("thresholds: %1: %2")
                        .arg(QString::fromUtf8(name(problem->level).data()), views::words(problem->kind));
        thresholds = {};
    }
}

QJsonObject numbersToJson(const pressure::ControlTuning &tuning)
{
    QJsonObject object;
    for (const pressure::ControlNumber &number : pressure::controlNumbers())
        object[QLatin1StringView(number.key)] = number.get(tuning);
    return object;
}

QJsonObject controlToJson(const pressure::ControlTuning &control)
{
    QJsonObject object = numbersToJson(control);
    const std::string_view basis = wordOf(control.basis);
    object[QStringLiteral("basis")] = QLatin1StringView(basis.data(), static_cast<qsizetype>(basis.size()));
    return object;
}

void takeControl(const QJsonObject &object, pressure::ControlTuning &control, QStringList &problems)
{
    const auto all = pressure::controlNumbers();
    for (auto given = object.begin(); given != object.end(); ++given) {
        if (given.key() == QLatin1StringView("basis")) {
            const std::string word = given.value().toString().toStdString();
            if (const auto basis = fromWord<pressure::BasisChoice>(word))
                control.basis = *basis;
            else
                problems += QStringLiteral("control: basis is neither auto nor host nor cgroup");
            continue;
        }
        const auto known =
            std::find_if(all.begin(), all.end(), [&given](const pressure::ControlNumber &number) {
                return given.key() == QLatin1StringView(number.key);
            });
        const double value = given.value().toDouble(absent);
        if (known == all.end())
            problems += QStringLiteral("control: there is no %1").arg(named(given.key()));
        else if (value >= known->minimum && value <= known->maximum)
            known->set(control, value);
        else
            problems += QStringLiteral("control: %1 is not a number from %2 to %3")
                            .arg(given.key())
                            .arg(known->minimum, 0, 'g', 15)
                            .arg(known->maximum, 0, 'g', 15);
    }
}

QJsonObject limitsToJson(const Settings &settings)
{
    const auto number = [](quint64 value) { return static_cast<qint64>(value); };
    QJsonObject object{{QStringLiteral("memory_entries"), number(settings.memory.entries)},
                       {QStringLiteral("memory_bytes"), number(settings.memory.bytes)},
                       {QStringLiteral("disk_bytes"), number(settings.diskCapBytes)},
                       {QStringLiteral("adapting"), settings.adapting}};
    object[QStringLiteral("expiry_s")] =
        settings.timeToLive ? QJsonValue(static_cast<qint64>(settings.timeToLive->count())) : QJsonValue();
    return object;
}

void takeLimits(const QJsonObject &object, Settings &settings, QStringList &problems)
{
    for (auto given = object.begin(); given != object.end(); ++given) {
        const QJsonValue value = given.value();
        Settings tried = settings;
        if (given.key() == QLatin1StringView("adapting")) {
            if (value.isBool())
                settings.adapting = value.toBool();
            else
                problems += QStringLiteral("limits: adapting is neither true nor false");
            continue;
        }
        // 0 if it is not a whole number, which is below every range.
        const qint64 whole = std::max<qint64>(value.toInteger(0), 0);
        if (given.key() == QLatin1StringView("memory_entries"))
            tried.memory.entries = static_cast<quint64>(whole);
        else if (given.key() == QLatin1StringView("memory_bytes"))
            tried.memory.bytes = static_cast<quint64>(whole);
        else if (given.key() == QLatin1StringView("disk_bytes"))
            tried.diskCapBytes = static_cast<quint64>(whole);
        else if (given.key() == QLatin1StringView("expiry_s"))
            tried.timeToLive =
                value.isNull() ? std::nullopt : std::optional(std::chrono::seconds(value.toInteger(0)));
        else {
            problems += QStringLiteral("limits: there is no %1").arg(named(given.key()));
            continue;
        }
        const QStringList wrong = views::findLimitProblems(tried);
        problems += wrong;
        if (wrong.isEmpty())
            settings = tried;
    }
}

} // namespace

QJsonObject toJson(const Settings &settings)
{
    return {{QStringLiteral("thresholds"), toJson(settings.thresholds)},
            {QStringLiteral("control"), controlToJson(settings.control)},
            {QStringLiteral("limits"), limitsToJson(settings)}};
}

SettingsRead settingsFromJson(const QJsonObject &object)
{
    SettingsRead read;
    const auto part = [&object, &read](const char *key) {
        const QJsonValue value = object[QLatin1StringView(key)];
        // It may be missing: earlier versions did not write all parts.
        if (!value.isUndefined() && !value.isObject())
            read.problems += QStringLiteral("%1: not an object").arg(QLatin1StringView(key));
        return value.toObject();
    };
    takeThresholds(part("thresholds"), read.settings.thresholds, read.problems);
    takeControl(part("control"), read.settings.control, read.problems);
    takeLimits(part("limits"), read.settings, read.problems);
    return read;
}

QStringList unknownKeys(const QJsonObject &object, std::initializer_list<const char *> known)
{
    QStringList problems;
    for (const QString &key : object.keys())
        if (std::none_of(known.begin(), known.end(),
                         [&key](const char *each) { return key == QLatin1StringView(each); }))
            problems += QStringLiteral("there is no %1").arg(named(key));
    return problems;
}

} // namespace manometer::wire
