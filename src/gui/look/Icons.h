// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program's icons by meaning, from the embedded resources. GUI thread; nothing blocks.
#pragma once

#include "pressure/Level.h"

#include <QIcon>

namespace manometer::gui {

QIcon levelIcon(pressure::Level level);
QIcon programIcon();
QIcon actionIcon(const QString &name); // 'pause', 'add-folder', …; resources/icons.qrc lists them

} // namespace manometer::gui
