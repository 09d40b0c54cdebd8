// SPDX-License-Identifier: GPL-3.0-or-later
//
// The palettes of the appearances. In each, a text has a contrast of at least 4.5:1 on its background, and a
// disabled text 3:1 (WCAG 2.1, 1.4.3; the bound for disabled texts is ours). Pure functions.
#pragma once

#include <QPalette>

namespace manometer::gui {

// Complete: nothing is taken from the desktop's palette.
QPalette lightPalette();
QPalette darkPalette();
QPalette highContrastPalette();

// The desktop's palette, with the lightness of those texts changed that have too little contrast. Their hue
// and all other colours, and the resolve mask of these, stay as they are.
QPalette withReadableTexts(QPalette desktop);

} // namespace manometer::gui
