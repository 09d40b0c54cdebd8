// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether other settings would move the present level by two or more, which may be a slip of the hand. Pure.
#pragma once

#include "service/MonitorView.h"
#include "service/SettingsView.h"

namespace manometer::gui {

bool isWideChange(const service::MonitorStatus &status, const service::Settings &before,
                  const service::Settings &after);

} // namespace manometer::gui
