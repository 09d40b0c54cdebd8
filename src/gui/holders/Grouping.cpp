// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/holders/Grouping.h"

#include <algorithm>

namespace manometer::gui {

namespace {

void addTo(HolderRow &row, const views::ProcessMemory &process, qint64 ownPid)
{
    const bool isFirst = row.processes == 0;
    row.pid = isFirst ? process.pid : 0;
    row.controlGroup = isFirst ? process.controlGroup : QByteArray();
    ++row.processes;
    row.unreadable += process.pssBytes == 0 ? 1 : 0;
    row.rssBytes += process.rssBytes;
    row.ownBytes += process.pssBytes == 0 ? process.rssBytes : process.pssBytes;
    row.swapBytes += process.swapBytes;
    row.isOwn = row.isOwn || process.pid == ownPid;
}

} // namespace

QList<HolderRow> grouped(const QList<views::ProcessMemory> &processes, qint64 ownPid, Grouping grouping)
{
    QList<HolderRow> rows;
    for (const views::ProcessMemory &process : processes) {
        const QByteArray &name = grouping == Grouping::ControlGroup ? process.controlGroup : process.name;
        auto row = grouping == Grouping::Process
                       ? rows.end()
                       : std::find_if(rows.begin(), rows.end(),
                                      [&name](const HolderRow &each) { return each.name == name; });
        if (row == rows.end())
            row = rows.insert(rows.end(), HolderRow{.name = name});
        addTo(*row, process, ownPid);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const HolderRow &a, const HolderRow &b) {
        return a.ownBytes + a.swapBytes > b.ownBytes + b.swapBytes;
    });
    return rows;
}

} // namespace manometer::gui
