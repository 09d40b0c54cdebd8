// SPDX-License-Identifier: GPL-3.0-or-later
//
// An event as a sentence. Pure functions.
#pragma once

#include "views/Event.h"

#include <QString>

namespace manometer::gui::text {

QString eventKind(const views::Event &event); // a word for a column: 'Level', 'Cache', …
QString eventSentence(const views::Event &event);

} // namespace manometer::gui::text
