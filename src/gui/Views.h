// SPDX-License-Identifier: GPL-3.0-or-later
//
// All that the window knows of the program: the abstract views of service, and how to have samples written.
// Pointers are borrowed; they outlive the window. GUI thread only; nothing here blocks.
#pragma once

#include "service/CacheView.h"
#include "service/EventView.h"
#include "service/MonitorView.h"
#include "service/ScanView.h"
#include "service/SettingsView.h"

#include <QFuture>
#include <QString>

#include <functional>

namespace manometer::gui {

struct Views
{
    service::MonitorView *monitor = nullptr;
    service::CacheView *cache = nullptr;
    service::EventView *events = nullptr;
    service::ScanView *scan = nullptr;
    service::SettingsView *settings = nullptr;
    // Writes the samples of a range to a file as CSV. The answer is empty if that went well, else why not.
    std::function<QFuture<QString>(const QString &file, service::TimeRange range)> exportSamples;
};

} // namespace manometer::gui
