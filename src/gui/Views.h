// SPDX-License-Identifier: GPL-3.0-or-later
//
// All that the window knows of the program: the abstract views of service.
// Pointers are borrowed; they outlive the window. GUI thread only; nothing here blocks.
#pragma once

#include "service/CacheView.h"
#include "service/EventView.h"
#include "service/ExportView.h"
#include "service/MonitorView.h"
#include "service/ScanView.h"
#include "service/SettingsView.h"

namespace manometer::gui {

struct Views
{
    service::MonitorView *monitor = nullptr;
    service::CacheView *cache = nullptr;
    service::EventView *events = nullptr;
    service::ScanView *scan = nullptr;
    service::SettingsView *settings = nullptr;
    service::ExportView *exports = nullptr;
};

} // namespace manometer::gui
