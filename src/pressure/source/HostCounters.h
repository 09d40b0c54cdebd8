// SPDX-License-Identifier: GPL-3.0-or-later
//
// The machine's own counters in /proc/vmstat: pages that reclaim scanned, pages swapped in, processes killed
// for lack of memory. The file is long and costs as much as all others together: it is read when a stall
// counter has moved, for only then does anybody ask, and otherwise seldom. One thread.
#pragma once

#include "pressure/MemorySample.h"
#include "pressure/source/KernelFile.h"

#include <optional>
#include <string>

namespace manometer::pressure {

class HostCounters
{
public:
    explicit HostCounters(const std::string &procRoot);

    // Fills reclaimedPages and swappedInPages where the file was read now; returns the kills since the start
    // that the machine's own memory was to blame for, absent where the kernel does not count any.
    std::optional<std::uint64_t> read(MemorySample &sample);

private:
    KernelFile m_vmstat;
    std::optional<MonotonicTime> m_read;
    std::uint64_t m_stalled = 0;                 // the stall counters' sum when it was read
    std::optional<std::uint64_t> m_killsCounted; // by the kernel
    std::optional<std::uint64_t> m_kills;        // by us
};

} // namespace manometer::pressure
