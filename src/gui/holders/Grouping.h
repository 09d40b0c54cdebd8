// SPDX-License-Identifier: GPL-3.0-or-later
//
// Processes as the rows of a table: each one, or those of a program or a control group together. Pure
// function.
#pragma once

#include "views/ProcessMemory.h"

#include <QList>

namespace manometer::gui {

enum class Grouping { Process, Program, ControlGroup };

struct HolderRow
{
    QByteArray name{};         // of the program, or the path of the control group; empty if unknown
    qint64 pid = 0;            // 0 for several processes
    QByteArray controlGroup{}; // of a process
    qsizetype processes = 0;
    qsizetype unreadable = 0; // of these processes, whose own share may not be read
    quint64 rssBytes = 0;     // of several processes it includes shared pages several times
    quint64 ownBytes = 0;     // proportional sets; the resident set where that may not be read
    quint64 swapBytes = 0;
    bool isOwn = false; // includes the process that holds the cache

    friend bool operator==(const HolderRow &, const HolderRow &) = default;
};

// Largest first, by own share and swap together.
QList<HolderRow> grouped(const QList<views::ProcessMemory> &processes, qint64 ownPid, Grouping grouping);

} // namespace manometer::gui
