// SPDX-License-Identifier: GPL-3.0-or-later
//
// The event log, notes, and the streams.
#pragma once

#include "api/EventFeed.h"
#include "api/endpoints/Context.h"
#include "api/stream/FrontEndFeed.h"
#include "api/stream/StreamHub.h"

namespace manometer::api {

// What they need besides the context; shared with Api.
struct Streams
{
    EventFeed *events = nullptr;
    FrontEndFeed *frontEnds = nullptr;
    std::shared_ptr<StreamHub> hub{};
};

Routes eventRoutes(const Context &context, const Streams &streams);

} // namespace manometer::api
