// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/settings/CommandLineOverride.h"

#include "wire/SettingsJson.h"

namespace manometer::service {

namespace {

template<typename Value>
Value valueToStore(const Value &stored, const Value &before, const Value &after, const Value &overriding,
                   const Value &overridden)
{
    if (after == overriding)
        return overridden;
    return after == before ? stored : after;
}

} // namespace

ChosenSettings CommandLineOverride::valuesToStore(const ChosenSettings &stored, const ChosenSettings &before,
                                                  const ChosenSettings &after) const
{
    // Compare in the file's format: every field that is written is compared.
    const QJsonObject beforeJson = wire::toJson(before.settings);
    const QJsonObject afterJson = wire::toJson(after.settings);
    const QJsonObject overridingJson = wire::toJson(overriding.settings);
    const QJsonObject overriddenJson = wire::toJson(overridden.settings);
    QJsonObject result = wire::toJson(stored.settings);
    for (const QString &part : afterJson.keys()) {
        const auto of = [&part](const QJsonObject &all) { return all[part].toObject(); };
        QJsonObject fields = of(result);
        if (part == QLatin1StringView("thresholds"))
            fields = valueToStore(of(result), of(beforeJson), of(afterJson), of(overridingJson),
                                  of(overriddenJson));
        else
            for (const QString &key : fields.keys())
                fields[key] =
                    valueToStore<QJsonValue>(of(result)[key], of(beforeJson)[key], of(afterJson)[key],
                                             of(overridingJson)[key], of(overriddenJson)[key]);
        result[part] = fields;
    }
    const wire::SettingsRead read = wire::settingsFromJson(result);
    Q_ASSERT(read.problems.isEmpty()); // each part was in range
    return {.settings = read.settings,
            .base = valueToStore(stored.base, before.base, after.base, overriding.base, overridden.base)};
}

} // namespace manometer::service
