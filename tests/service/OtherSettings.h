// SPDX-License-Identifier: GPL-3.0-or-later
//
// Settings that differ from the defaults, and a settings file with given contents.
#pragma once

#include "service/recording/EventSink.h"
#include "service/settings/SettingsStore.h"

#include <QFile>
#include <QTemporaryDir>

namespace manometer::service {

using namespace views;

inline pressure::Thresholds otherThresholds()
{
    pressure::Thresholds thresholds;
    thresholds.elevated.enterPercent = 62.5;
    thresholds.high.hold = std::chrono::milliseconds(12'345);
    return thresholds;
}

inline Settings otherSettings()
{
    Settings settings;
    settings.thresholds = otherThresholds();
    settings.control.limit.growthHold = std::chrono::milliseconds(4321);
    settings.control.basis = pressure::BasisChoice::Cgroup;
    settings.memory = {.entries = 7000, .bytes = 99u << 20};
    settings.diskCapBytes = 333u << 20;
    settings.timeToLive.reset();
    settings.adapting = false;
    return settings;
}

// Writes settings.json into `folder`. Its path, or "" if the write failed.
inline QString writeSettings(const QTemporaryDir &folder, const QByteArray &text)
{
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
}

} // namespace manometer::service
