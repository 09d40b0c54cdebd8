// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/ChangedSettings.h"

#include "views/SettingsRules.h"
#include "wire/SettingsJson.h"

namespace manometer::api {

namespace {

// A field that is absent keeps its present value.
void merge(QJsonObject &into, const QJsonObject &from)
{
    for (auto each = from.begin(); each != from.end(); ++each) {
        if (each->isObject() && into[each.key()].isObject()) {
            QJsonObject inner = into[each.key()].toObject();
            merge(inner, each->toObject());
            into[each.key()] = inner;
        } else {
            into[each.key()] = *each;
        }
    }
}

} // namespace

std::optional<views::Settings> settingsFrom(const views::Settings &present, const QJsonObject &changes,
                                            const Call &call)
{
    QJsonObject merged = wire::toJson(present);
    merge(merged, changes);
    const wire::SettingsRead read = wire::settingsFromJson(merged);
    const QString problem = read.problems.isEmpty() ? views::findProblem(read.settings)
                                                    : read.problems.mid(0, 5).join(QLatin1StringView("; "));
    if (problem.isEmpty())
        return read.settings;
    call.fail(422, "invalid", problem.toStdString());
    return std::nullopt;
}

} // namespace manometer::api
