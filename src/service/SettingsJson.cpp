// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/SettingsJson.h"

#include "service/ControlNumbers.h"
#include "service/SampleRecord.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace manometer::service {

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

// What is missing or of another type becomes not-a-number, which findProblem names.
Thresholds fromJson(const QJsonObject &object)
{
    Thresholds thresholds;
    for (const auto &[level, key] : levelKeys) {
        const QJsonObject row = object[QLatin1StringView(key)].toObject();
        const auto number = [&row](QLatin1StringView name) { return row[name].toDouble(absent); };
        Threshold &threshold = thresholds.of(level);
        threshold.enterPercent = number(QLatin1StringView("enter_percent"));
        threshold.leavePercent = number(QLatin1StringView("leave_percent"));
        threshold.targetPercent = number(QLatin1StringView("target_percent"));
        // Out of findProblem's range where it is no whole number of milliseconds.
        threshold.hold = std::chrono::milliseconds(row[QLatin1StringView("hold_ms")].toInteger(-1));
    }
    return thresholds;
}

// For logs; the operator is told by the interface, in his language.
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

QJsonObject numbersToJson(const pressure::ControlConfig &config)
{
    QJsonObject object;
    for (const ControlNumber &number : controlNumbers())
        object[QLatin1StringView(number.key)] = number.get(config);
    return object;
}

// What is wrong with one of them, or nothing. `config` is then half changed and of no use.
QString takeNumbers(const QJsonObject &object, pressure::ControlConfig &config)
{
    const auto all = controlNumbers();
    for (auto given = object.begin(); given != object.end(); ++given) {
        const auto known = std::find_if(all.begin(), all.end(), [&given](const ControlNumber &number) {
            return given.key() == QLatin1StringView(number.key);
        });
        if (known == all.end())
            return QStringLiteral("control: there is no %1").arg(given.key());
        const double value = given.value().toDouble(std::nan(""));
        if (!(value >= known->minimum && value <= known->maximum))
            return QStringLiteral("control: %1 is not a number from %2 to %3")
                .arg(given.key())
                .arg(known->minimum, 0, 'g', 15)
                .arg(known->maximum, 0, 'g', 15);
        known->set(config, value);
    }
    return {};
}

constexpr std::array basisWords{
    std::pair{pressure::BasisChoice::Auto, "auto"},
    std::pair{pressure::BasisChoice::Host, "host"},
    std::pair{pressure::BasisChoice::Cgroup, "cgroup"},
};

QJsonObject controlToJson(const pressure::ControlConfig &control)
{
    QJsonObject object = numbersToJson(control);
    for (const auto &[basis, word] : basisWords)
        if (basis == control.basis)
            object[QStringLiteral("basis")] = QLatin1StringView(word);
    return object;
}

QString takeControl(QJsonObject object, pressure::ControlConfig &control)
{
    const QJsonValue given = object.take(QLatin1StringView("basis"));
    bool known = given.isUndefined();
    for (const auto &[basis, word] : basisWords) {
        if (given.toString() != QLatin1StringView(word))
            continue;
        control.basis = basis;
        known = true;
    }
    return known ? takeNumbers(object, control)
                 : QStringLiteral("control: basis is neither auto nor host nor cgroup");
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

// The first field of the wrong type, or nothing.
QString takeLimits(const QJsonObject &object, Settings &settings)
{
    for (auto given = object.begin(); given != object.end(); ++given) {
        const QJsonValue value = given.value();
        // Out of every range where it is no whole number.
        const auto whole = [&value] { return static_cast<quint64>(std::max<qint64>(value.toInteger(0), 0)); };
        if (given.key() == QLatin1StringView("memory_entries"))
            settings.memory.entries = whole();
        else if (given.key() == QLatin1StringView("memory_bytes"))
            settings.memory.bytes = whole();
        else if (given.key() == QLatin1StringView("disk_bytes"))
            settings.diskCapBytes = whole();
        else if (given.key() == QLatin1StringView("expiry_s")) {
            settings.timeToLive.reset();
            if (!value.isNull())
                settings.timeToLive = std::chrono::seconds(value.toInteger(0));
        } else if (given.key() != QLatin1StringView("adapting"))
            return QStringLiteral("limits: there is no %1").arg(given.key());
        else if (!value.isBool())
            return QStringLiteral("limits: adapting is neither true nor false");
        else
            settings.adapting = value.toBool();
    }
    return {};
}

} // namespace

QJsonObject toJson(const Settings &settings)
{
    return {{QStringLiteral("thresholds"), toJson(settings.thresholds)},
            {QStringLiteral("control"), controlToJson(settings.control)},
            {QStringLiteral("limits"), limitsToJson(settings)}};
}

Expected<Settings, QString> settingsFromJson(const QJsonObject &object)
{
    // What an earlier version did not write may be missing; what is there has to be of its type.
    for (const char *key : {"control", "limits"})
        if (const QJsonValue part = object[QLatin1StringView(key)]; !part.isUndefined() && !part.isObject())
            return Unexpected<QString>(QStringLiteral("%1: not an object").arg(QLatin1StringView(key)));
    Settings settings;
    settings.thresholds = fromJson(object[QLatin1StringView("thresholds")].toObject());
    QString problem = takeControl(object[QLatin1StringView("control")].toObject(), settings.control);
    if (problem.isEmpty())
        problem = takeLimits(object[QLatin1StringView("limits")].toObject(), settings);
    if (problem.isEmpty())
        problem = findProblem(settings);
    if (!problem.isEmpty())
        return Unexpected<QString>(problem);
    return settings;
}

QString findProblem(const Settings &settings)
{
    if (const auto problem = pressure::findProblem(settings.thresholds))
        return QStringLiteral("thresholds: %1: %2")
            .arg(QString::fromUtf8(name(problem->level).data()), words(problem->kind));
    const auto outside = [](const char *key, quint64 value, quint64 least, quint64 most) {
        return value >= least && value <= most
                   ? QString()
                   : QStringLiteral("limits: %1 is not a whole number from %2 to %3")
                         .arg(QLatin1StringView(key))
                         .arg(least)
                         .arg(most);
    };
    const auto expiry = settings.timeToLive.value_or(SettingsRange::leastExpiry).count();
    for (const QString &problem :
         {outside("memory_entries", settings.memory.entries, 1, SettingsRange::mostEntries),
          outside("memory_bytes", settings.memory.bytes, SettingsRange::leastBytes,
                  SettingsRange::mostMemoryBytes),
          outside("disk_bytes", settings.diskCapBytes, SettingsRange::leastBytes,
                  SettingsRange::mostDiskBytes),
          outside("expiry_s", expiry < 0 ? 0 : static_cast<quint64>(expiry),
                  SettingsRange::leastExpiry.count(), SettingsRange::mostExpiry.count())})
        if (!problem.isEmpty())
            return problem;
    return {};
}

} // namespace manometer::service
