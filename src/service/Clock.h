// SPDX-License-Identifier: GPL-3.0-or-later
//
// Clock readings as the millisecond fields of records and events (reports/Clock.h).
#pragma once

#include "reports/Clock.h"

namespace manometer::service {

using reports::discontinuityOf;
using reports::toMs;

} // namespace manometer::service
