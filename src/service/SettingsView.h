// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the operator decides, as everything above service sees it. Lives in the thread that made it; signals
// arrive there. apply() takes effect at once; writing the file is asynchronous and told by saveFailed.
#pragma once

#include "cache/Limits.h"
#include "pressure/control/Control.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

namespace manometer::service {

struct Settings
{
    pressure::Thresholds thresholds;
    // The control loop's other numbers. Its thresholds, configured limit, snooze and adaptation are not
    // asked.
    pressure::ControlConfig control;
    cache::Limits memory{.entries = 500, .bytes = 64u << 20};
    quint64 diskCapBytes = 200u << 20;
    std::optional<std::chrono::seconds> timeToLive = std::chrono::hours(24);
    bool adapting = true; // false: measure only, the limit stays as configured

    friend bool operator==(const Settings &, const Settings &) = default;
};

class SettingsView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual Settings settings() const = 0;
    // The caller has asked pressure::findProblem first: what breaks its rules is refused, and nothing
    // changes.
    virtual bool applyThresholds(const pressure::Thresholds &thresholds) = 0;

signals:
    void changed(const manometer::service::Settings &settings);
    void saveFailed(const QString &file, const QString &reason);
};

} // namespace manometer::service

Q_DECLARE_METATYPE(manometer::service::Settings)
