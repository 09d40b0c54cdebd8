// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bounds the memory of a log whose events include lists of processes: some 3 KB each, thousands of them on a
// machine whose level flaps for days. Only the newest are kept whole; an older one keeps what its sentence
// names. Plain value; one thread.
#pragma once

#include "views/Event.h"

#include <algorithm>

namespace manometer::views {

class ProcessLists
{
public:
    static constexpr std::size_t mostWhole = 200;

    explicit ProcessLists(std::size_t whole = mostWhole)
        : m_whole(whole)
    {}

    // Call for each event of a log, the newest first.
    void visit(Event &event)
    {
        auto *moment = std::get_if<ProcessesEvent>(&event.what);
        if (moment && ++m_seen > m_whole)
            shorten(*moment);
    }

private:
    static void shorten(ProcessesEvent &moment)
    {
        const QList<ProcessMemory> &all = moment.processes;
        const auto named = std::min(all.size(), qsizetype(ProcessesEvent::mostNamed));
        QList<ProcessMemory> kept(all.begin(), all.begin() + named);
        for (auto process = all.begin() + named; process != all.end(); ++process)
            if (process->pid == moment.ownPid)
                kept += *process;
        if (kept.size() < all.size())
            moment.processes = kept;
    }

    std::size_t m_whole;
    std::size_t m_seen = 0;
};

} // namespace manometer::views
