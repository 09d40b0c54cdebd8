// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tests of the sentences share: an event to speak of, and text that compares.
#pragma once

#include "views/Event.h"

#include <QString>

namespace manometer::gui {

// A no-break space reads like any other.
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
