// SPDX-License-Identifier: GPL-3.0-or-later
//
// An override of the stored settings by the command line: decides which values go to the settings file,
// namely only the operator's own. A value equal to the override is never written, even if the operator
// entered it: it is indistinguishable from one that was left unchanged or restored by an undo. Pure; any
// thread.
#pragma once

#include "views/SettingsView.h"

namespace manometer::service {

struct ChosenSettings
{
    views::Settings settings{};
    QString base{}; // the preset they come from

    friend bool operator==(const ChosenSettings &, const ChosenSettings &) = default;
};

struct CommandLineOverride
{
    ChosenSettings overriding{};
    ChosenSettings overridden{}; // the values of the file

    // `stored` with the changes from `before` to `after`, field by field.
    ChosenSettings valuesToStore(const ChosenSettings &stored, const ChosenSettings &before,
                                 const ChosenSettings &after) const;
};

} // namespace manometer::service
