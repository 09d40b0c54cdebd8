// SPDX-License-Identifier: GPL-3.0-or-later
//
// Events as log lines on stderr, in English and for machines to read: never contents of files, nor secrets.
#pragma once

#include "service/Event.h"

namespace manometer::app {

void logEvent(const service::Event &event);

} // namespace manometer::app
