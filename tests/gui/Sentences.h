// SPDX-License-Identifier: GPL-3.0-or-later
//
// Helpers for the tests of sentences: an event, and text that can be compared.
#pragma once

#include "views/Event.h"

#include <QString>

namespace manometer::gui {

// Replaces no-break spaces by ordinary ones.
inline QString plain(QString text)
{
    return text.replace(u'\u00a0', u' ');
}

views::Event eventOf(auto what)
{
    views::Event event;
    event.what = what;
    return event;
}

} // namespace manometer::gui
