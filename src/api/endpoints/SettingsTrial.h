// SPDX-License-Identifier: GPL-3.0-or-later
//
// A change of the settings that reverts by itself unless it is confirmed: a client that a change cuts off
// cannot take it back. In the views' thread; nothing blocks.
#pragma once

#include "views/SettingsView.h"

#include <QTimer>

#include <chrono>
#include <optional>

namespace manometer::api {

class SettingsTrial
{
public:
    explicit SettingsTrial(views::SettingsView *settings);

    // SettingsView::applySettings(); with a time, on trial for so long. A change on trial during a trial
    // continues it: it reverts to what was before the first one. Any other change, also one that is not made
    // here, ends the trial: what was tried stays.
    bool apply(const views::Settings &settings, const QString &base,
               std::optional<std::chrono::milliseconds> revertAfter);
    // False if nothing is on trial.
    bool confirm();
    std::optional<qint64> revertsAtWallMs() const;

private:
    struct Before
    {
        views::Settings settings;
        QString base;
    };

    views::SettingsView *const m_settings;
    std::optional<Before> m_before;
    qint64 m_revertsAtWallMs = 0;
    bool m_isApplying = false;
    QTimer m_timer;
};

} // namespace manometer::api
