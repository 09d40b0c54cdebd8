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
    // As the file has them: a field that is written is a field that is looked at here.
    const QJsonObject were = wire::toJson(before.settings);
    const QJsonObject are = wire::toJson(after.settings);
    const QJsonObject given = wire::toJson(overriding.settings);
    const QJsonObject covered = wire::toJson(overridden.settings);
    QJsonObject kept = wire::toJson(stored.settings);
    for (const QString &part : are.keys()) {
        const auto of = [&part](const QJsonObject &all) { return all[part].toObject(); };
        QJsonObject fields = of(kept);
        if (part == QLatin1StringView("thresholds"))
            fields = valueToStore(of(kept), of(were), of(are), of(given), of(covered));
        else
            for (const QString &key : fields.keys())
                fields[key] = valueToStore<QJsonValue>(of(kept)[key], of(were)[key], of(are)[key],
                                                       of(given)[key], of(covered)[key]);
        kept[part] = fields;
    }
    const wire::SettingsRead read = wire::settingsFromJson(kept);
    Q_ASSERT(read.problems.isEmpty()); // each part was in range
    return {.settings = read.settings,
            .base = valueToStore(stored.base, before.base, after.base, overriding.base, overridden.base)};
}

} // namespace manometer::service
