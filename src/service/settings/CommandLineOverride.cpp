// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/settings/CommandLineOverride.h"

#include "views/SettingsMerge.h"

namespace manometer::service {

ChosenSettings CommandLineOverride::valuesToStore(const ChosenSettings &stored, const ChosenSettings &before,
                                                  const ChosenSettings &after) const
{
    const auto valueToStore = [](const auto &inFile, const auto &was, const auto &is, const auto &asked,
                                 const auto &replaced) {
        if (is == asked)
            return replaced;
        return is == was ? inFile : is;
    };
    return {.settings = views::mergedByField(valueToStore, stored.settings, before.settings, after.settings,
                                             overriding.settings, overridden.settings),
            .base = valueToStore(stored.base, before.base, after.base, overriding.base, overridden.base)};
}

} // namespace manometer::service
