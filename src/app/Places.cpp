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

QString folderOf(Machine machine)
{
    return machine == Machine::Pretended ? QStringLiteral("/manometer-rehearsal")
                                         : QStringLiteral("/manometer");
}

} // namespace

QString defaultCacheDirectory(Machine machine)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + folderOf(machine);
}

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/manometer/settings.json");
}

QString stateDirectory(Machine machine)
{
    return stateHome() + folderOf(machine);
}

QString layoutFile()
{
    return stateDirectory(Machine::ThisOne) + QStringLiteral("/layout");
}

} // namespace manometer::app
