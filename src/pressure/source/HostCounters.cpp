// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/HostCounters.h"

#include "pressure/source/Text.h"

namespace manometer::pressure {

namespace {

// Without stalls nothing is scanned and no process is killed: this only bounds the age of the figures.
constexpr std::chrono::seconds intervalAtRest{10};
// Without PSI there is no sign of when to read.
constexpr std::chrono::seconds intervalWithoutPsi{1};

// A machine with half of its memory available does not kill processes for lack of it.
constexpr double hostOomMinimumPercent = 50;

std::uint64_t stalledMicroseconds(const std::optional<PressureStall> &stall)
{
    return stall ? stall->someTotalMicroseconds : 0;
}

} // namespace

HostCounters::HostCounters(const std::string &procRoot)
    : m_vmstat(procRoot + "/vmstat")
{}

std::optional<std::uint64_t> HostCounters::read(MemorySample &sample)
{
    const std::uint64_t stalled = stalledMicroseconds(sample.stall) + stalledMicroseconds(sample.cgroupStall);
    const bool knowsStalls = sample.stall || sample.cgroupStall;
    const bool due =
        !m_read || sample.monotonic - *m_read >= (knowsStalls ? intervalAtRest : intervalWithoutPsi);
    if (!due && stalled == m_stalled)
        return m_kills;
    const auto text = m_vmstat.read();
    if (!text)
        return m_kills;
    m_read = sample.monotonic;
    m_stalled = stalled;
    std::uint64_t scanned = 0;
    bool scans = false;
    eachLine(*text, [&](std::string_view line) {
        const auto gap = line.find(' ');
        const std::string_view name = line.substr(0, gap);
        const auto value =
            gap == std::string_view::npos ? std::nullopt : leadingNumber<std::uint64_t>(line.substr(gap));
        if (!value)
            return true;
        // Split by the scanner: kswapd in the background, a task that allocates, khugepaged. Not pgscan_anon
        // and the like, which count the same pages by kind.
        if (name == "pgscan_kswapd" || name == "pgscan_direct" || name == "pgscan_khugepaged") {
            scanned += *value;
            scans = true;
        } else if (name == "pswpin") {
            sample.swappedInPages = *value;
        } else if (name == "oom_kill") {
            // The kernel's counter includes processes that were killed for a group's limit.
            const bool isHostShort = hostUsedPercent(sample) >= hostOomMinimumPercent;
            if (!m_kills)
                m_kills = 0;
            if (isHostShort && m_killsCounted && *value > *m_killsCounted)
                *m_kills += *value - *m_killsCounted;
            m_killsCounted = *value;
        }
        return true;
    });
    if (scans)
        sample.reclaimedPages = scanned;
    return m_kills;
}

} // namespace manometer::pressure
