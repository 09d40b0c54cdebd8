// SPDX-License-Identifier: GPL-3.0-or-later
//
// True if new settings would change the present level by two or more, which may be a mistake. Pure function.
#pragma once

#include "views/MonitorView.h"
#include "views/SettingsView.h"

namespace manometer::gui {

bool isWideChange(const views::MonitorStatus &status, const views::Settings &before,
                  const views::Settings &after);

} // namespace manometer::gui
