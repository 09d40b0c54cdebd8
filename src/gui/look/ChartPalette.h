// SPDX-License-Identifier: GPL-3.0-or-later
//
// All colours that the program chooses itself, derived from the desktop's QPalette: light, dark or high
// contrast. Models and texts know no colours. Pure functions.
#pragma once

#include "pressure/Level.h"

#include <QColor>
#include <QPalette>

#include <array>

namespace manometer::gui {

struct ChartPalette
{
    QColor background; // around the plot
    QColor plot;
    QColor grid;
    QColor text;
    QColor faintText;
    QColor system;  // the line of the machine's memory use
    QColor process; // the line of this program's RSS
    QColor stale;
    std::array<QColor, 4> level; // lines, ribbons and words of a level: readable on `background`

    const QColor &levelOf(pressure::Level which) const { return level[static_cast<std::size_t>(which)]; }

    static ChartPalette from(const QPalette &palette);
};

// Black or white, whichever reads better on a fill (relative luminance of WCAG 2.1).
QColor readableOn(const QColor &fill);
// The contrast of two colours, 1 to 21. Source: WCAG 2.1, 'contrast ratio'.
double contrastRatio(const QColor &one, const QColor &other);
// True for high-contrast themes: their text and window colours have a contrast above 20.5; ordinary themes
// stay below 20.
bool isHighContrast(const QPalette &palette);

} // namespace manometer::gui
