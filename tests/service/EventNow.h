// SPDX-License-Identifier: GPL-3.0-or-later
//
// An event of the present moment that no sink has numbered.
#pragma once

#include "service/Clock.h"
#include "views/Event.h"

namespace manometer::service {

inline views::Event eventNow(views::EventKinds what)
{
    const pressure::ClockReading now = pressure::ClockReading::now();
    return {.wallMs = toMs(now.wall), .monotonicMs = now.bootMs(), .what = std::move(what)};
}

} // namespace manometer::service
