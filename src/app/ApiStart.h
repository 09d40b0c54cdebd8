// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the command line to the API, for every program that runs a backend. In the backend's thread; blocks on
// disk.
#pragma once

#include "api/Api.h"
#include "app/Options.h"
#include "service/LocalBackend.h"

#include <memory>

namespace manometer::app {

// Null with --no-api, and where the door cannot be opened, which is logged: the program goes on without. The
// error, for the operator, is of a port that was asked for. `feed` gets the backend's events.
Expected<std::unique_ptr<api::Api>, QString> openApi(const Options &options, Program program,
                                                     service::LocalBackend &backend, api::EventFeed &feed);

} // namespace manometer::app
