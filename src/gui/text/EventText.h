// SPDX-License-Identifier: GPL-3.0-or-later
//
// An event as a sentence. Pure functions.
#pragma once

#include "service/Event.h"

#include <QString>

namespace manometer::gui::text {

QString eventKind(const service::Event &event); // a word for a column: 'Level', 'Cache', …
QString eventSentence(const service::Event &event);

} // namespace manometer::gui::text
