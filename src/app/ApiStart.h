// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the command line to what serves other programs, for every program that runs a backend. In the
// backend's thread; blocks on disk.
#pragma once

#include "answers/AnswerServer.h"
#include "api/Api.h"
#include "app/Options.h"
#include "service/LocalBackend.h"

#include <memory>

namespace manometer::app {

struct Doors
{
    std::unique_ptr<api::Api> api;
    std::unique_ptr<answers::AnswerServer> answers; // for our exiftool
};

// Both null with --no-api, and where they cannot be opened, which is logged: the program goes on without. The
// error, for the operator, is of a port that was asked for. `feed` gets the backend's events.
Expected<Doors, QString> openDoors(const Options &options, Program program, service::LocalBackend &backend,
                                   api::EventFeed &feed);

} // namespace manometer::app
