// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the settings file keeps while the command line's word counts over it: only what the operator decided
// himself. A value that is the command line's is never written, not even when it is typed: it could not be
// told from one that was left alone or came back by an undo. Pure.
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
    ChosenSettings overridden{}; // what the file said in its place

    // `stored` with what changed from `before` to `after`, number by number; the thresholds, which keep
    // distances between each other, are one.
    ChosenSettings valuesToStore(const ChosenSettings &stored, const ChosenSettings &before,
                                 const ChosenSettings &after) const;
};

} // namespace manometer::service
