// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/HostCounters.h"

#include "pressure/source/Text.h"

namespace manometer::pressure {

namespace {

// Nothing stalls, so nothing is scanned and nobody is killed: this only keeps what is known from ageing.
constexpr std::chrono::seconds atRest{10};
// Where there is no PSI nothing says when to look.
constexpr std::chrono::seconds withoutStalls{1};

// A machine that has half of its memory left kills nobody for lack of it.
constexpr double lackPercent = 50;

std::uint64_t someTotal(const std::optional<PressureStall> &stall)
{
    return stall ? stall->someTotalMicroseconds : 0;
}

} // namespace

HostCounters::HostCounters(const std::string &procRoot)
    : m_vmstat(procRoot + "/vmstat")
{}

std::optional<std::uint64_t> HostCounters::read(MemorySample &sample)
{
    const std::uint64_t stalled = someTotal(sample.stall) + someTotal(sample.cgroupStall);
    const bool knowsStalls = sample.stall || sample.cgroupStall;
    const bool due = !m_read || sample.monotonic - *m_read >= (knowsStalls ? atRest : withoutStalls);
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
        // By whom: kswapd ahead of need, a task for itself, khugepaged. Not pgscan_anon and the like, which
        // count the same pages by kind.
        if (name == "pgscan_kswapd" || name == "pgscan_direct" || name == "pgscan_khugepaged") {
            scanned += *value;
            scans = true;
        } else if (name == "pswpin") {
            sample.swappedInPages = *value;
        } else if (name == "oom_kill") {
            // The kernel counts those here too whom a limit of some group has killed.
            const bool ours = hostUsedPercent(sample) >= lackPercent;
            if (!m_kills)
                m_kills = 0;
            if (ours && m_killsCounted && *value > *m_killsCounted)
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
