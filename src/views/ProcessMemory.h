// SPDX-License-Identifier: GPL-3.0-or-later
//
// A process and the memory that it holds: a plain value.
#pragma once

#include <QByteArray>

namespace manometer::views {

struct ProcessMemory
{
    QByteArray name{}; // as in /proc/PID/comm: any bytes
    qint64 pid = 0;
    quint64 rssBytes = 0;
    quint64 pssBytes = 0;  // proportional set size; 0 if it may not be read
    quint64 swapBytes = 0; // proportional, too, where that may be read
    // The control group's path in the v2 hierarchy: any bytes. Empty if unknown.
    QByteArray controlGroup{};

    friend bool operator==(const ProcessMemory &, const ProcessMemory &) = default;
};

// What it takes from other processes: its own share (its resident set where that may not be read) and its
// swap. Lists of processes are in this order.
inline quint64 heldBytes(const ProcessMemory &process)
{
    return (process.pssBytes == 0 ? process.rssBytes : process.pssBytes) + process.swapBytes;
}

} // namespace manometer::views
