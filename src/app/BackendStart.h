// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the command line to a LocalBackend, for every program that runs one. Pure; any thread.
#pragma once

#include "app/Options.h"
#include "service/LocalBackend.h"

#include <QString>

namespace manometer::app {

service::BackendSetup backendSetup(const Options &options);

// Why there is no backend, for the operator. `directory` is the cache's, as text.
QString openErrorText(const cache::OpenError &error, const QString &directory);

} // namespace manometer::app
