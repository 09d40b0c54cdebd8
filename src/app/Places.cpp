// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Places.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <pwd.h>
#include <unistd.h>

namespace manometer::app {

namespace {

// Not QStandardPaths: before Qt 6.7 it has no state directory, it accepts relative paths, which are to be
// ignored (XDG base directories 0.8), and without HOME it uses / instead of the account's home.
QString home()
{
    const QString set = qEnvironmentVariable("HOME");
    const passwd *account = QDir::isAbsolutePath(set) ? nullptr : ::getpwuid(::getuid());
    return account ? QFile::decodeName(account->pw_dir) : set;
}

QString base(const char *variable, const char *standard)
{
    const QString set = qEnvironmentVariable(variable);
    return QDir::isAbsolutePath(set) ? set : home() + QLatin1Char('/') + QLatin1StringView(standard);
}

QString folderOf(Machine machine)
{
    return machine == Machine::ThisOne ? QStringLiteral("/manometer")
                                       : QStringLiteral("/manometer-rehearsal");
}

} // namespace

QString rehearsalFolder()
{
    return QStringLiteral("%1/played-%2").arg(defaultCacheDirectory(Machine::Pretended)).arg(::getpid());
}

QString defaultCacheDirectory(Machine machine)
{
    if (machine == Machine::Played)
        return rehearsalFolder() + QStringLiteral("/cache");
    return base("XDG_CACHE_HOME", ".cache") + folderOf(machine);
}

QString settingsFile(Machine machine)
{
    if (machine == Machine::Played)
        return rehearsalFolder() + QStringLiteral("/settings.json");
    return base("XDG_CONFIG_HOME", ".config") + QStringLiteral("/manometer/settings.json");
}

QString languageFile()
{
    return base("XDG_CONFIG_HOME", ".config") + QStringLiteral("/manometer/language");
}

QString appearanceFile()
{
    return base("XDG_CONFIG_HOME", ".config") + QStringLiteral("/manometer/appearance");
}

QString stateDirectory(Machine machine)
{
    if (machine == Machine::Played)
        return rehearsalFolder() + QStringLiteral("/state");
    return base("XDG_STATE_HOME", ".local/state") + folderOf(machine);
}

QString levelHook(Machine machine)
{
    return base("XDG_CONFIG_HOME", ".config") + (machine == Machine::ThisOne
                                                     ? QStringLiteral("/manometer/hooks/on-level")
                                                     : QStringLiteral("/manometer/hooks/on-level-rehearsal"));
}

QString runtimeFolder(Machine machine)
{
    QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!QDir::isAbsolutePath(runtime))
        runtime = QStringLiteral("/run/user/%1").arg(::getuid());
    return QFileInfo(runtime).isDir() ? runtime + folderOf(machine) : QString();
}

QString knownPlacesFile()
{
    return stateDirectory(Machine::ThisOne) + QStringLiteral("/connections.json");
}

QString layoutFile()
{
    return stateDirectory(Machine::ThisOne) + QStringLiteral("/layout");
}

} // namespace manometer::app
