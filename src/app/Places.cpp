// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Places.h"

#include <QDir>
#include <QStandardPaths>

namespace manometer::app {

namespace {

// QStandardPaths has no name for it before Qt 6.7. A relative path is to be ignored (XDG base directories
// 0.8).
QString stateHome()
{
    const QString set = qEnvironmentVariable("XDG_STATE_HOME");
    return QDir::isAbsolutePath(set) ? set : QDir::homePath() + QStringLiteral("/.local/state");
}

} // namespace

QString defaultCacheDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/manometer");
}

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/manometer/settings.json");
}

QString stateDirectory()
{
    return stateHome() + QStringLiteral("/manometer");
}

QString layoutFile()
{
    return stateDirectory() + QStringLiteral("/layout");
}

} // namespace manometer::app
