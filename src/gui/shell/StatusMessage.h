// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long the status bar shows a message; long enough to read a path.
#pragma once

namespace manometer::gui {

inline constexpr int messageTime = 8000; // milliseconds

} // namespace manometer::gui
