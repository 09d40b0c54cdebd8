// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/BackendStart.h"

#include "app/Places.h"

#include <QCoreApplication>

namespace manometer::app {

namespace {

struct BackendStart
{
    Q_DECLARE_TR_FUNCTIONS(BackendStart)
};

} // namespace

service::BackendSetup backendSetup(const Options &options)
{
    return {
        .cacheDirectory = options.cacheDirectory,
        .stateDirectory = stateDirectory(options.machine),
        .settingsFile = settingsFile(options.machine),
        .procRoot = options.procRoot.toStdString(),
        .sysRoot = options.sysRoot.toStdString(),
        .overrideSettings = [options](const views::Settings &settings) { return options.applyTo(settings); },
        .overridePreset = options.preset ? options.preset->name : QString()};
}

QString openErrorText(const cache::OpenError &error, const QString &directory)
{
    using Kind = cache::OpenError::Kind;
    switch (error.kind) {
    case Kind::InUse:
        return BackendStart::tr(
                   "Another Manometer is using the cache in %1. Close it, or choose another folder with "
                   "--cache-dir.")
            .arg(directory);
    case Kind::NotADirectory:
        return BackendStart::tr(
                   "%1 is not a folder, so it cannot hold the cache. Choose another folder with --cache-dir.")
            .arg(directory);
    case Kind::NewerFormat:
        return BackendStart::tr(
                   "The cache in %1 was written by a newer version of Manometer and was not changed. "
                   "Choose another folder with --cache-dir.")
            .arg(directory);
    case Kind::NoAccess:
        break;
    }
    return BackendStart::tr("The cache in %1 cannot be opened: %2. Choose another folder with --cache-dir.")
        .arg(directory, qt_error_string(error.systemError));
}

} // namespace manometer::app
