// SPDX-License-Identifier: GPL-3.0-or-later
//
// A rehearsal that a window of its own plays, and its texts. Pure; any thread.
#pragma once

#include <QByteArray>
#include <QString>

namespace manometer::gui {

struct Rehearsal
{
    QByteArray curve{}; // a built-in curve's name (pressure/rehearsal/Curve.h) or a file's path, raw bytes
    double speed = 1;   // how many times as fast it is played

    friend bool operator==(const Rehearsal &, const Rehearsal &) = default;
};

// Two minutes of pressure in twenty seconds.
inline Rehearsal demonstration()
{
    return {.curve = "ramp", .speed = 6};
}

namespace text {

// "ramp, 6 times as fast"; of a file its name alone.
QString rehearsal(const Rehearsal &rehearsal);
// What the window says about it; one sentence says that nothing is at risk.
QString rehearsalNote(const Rehearsal &rehearsal);
// The same for a narrow place: what matters most comes first.
QString shortRehearsalNote(const Rehearsal &rehearsal);

} // namespace text

} // namespace manometer::gui
