// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turns what pressure/ reads about a process into the value of the views. Pure.
#pragma once

#include "pressure/source/MemoryHolders.h"
#include "views/ProcessMemory.h"

namespace manometer::service {

inline views::ProcessMemory viewOf(const pressure::ProcessMemory &process)
{
    return {.name = QByteArray::fromStdString(process.name),
            .pid = process.pid,
            .rssBytes = process.rssBytes,
            .pssBytes = process.pssBytes,
            .swapBytes = process.swapBytes,
            .controlGroup = QByteArray::fromStdString(process.controlGroup)};
}

} // namespace manometer::service
