// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads limit and usage of our control group and its ancestors, and reports the level that is nearest to its
// limit. v2: min(memory.max, memory.high), memory.current less inactive_file; v1: memory.limit_in_bytes,
// memory.usage_in_bytes less total_inactive_file (Linux, cgroup-v2.rst and cgroup-v1/memory.rst). One thread;
// blocks on reads of /proc and /sys only. The group's place is looked up about once a second, in case the
// process was moved or its group recreated; only this look-up allocates.
#pragma once

#include "pressure/MemorySample.h"
#include "pressure/source/CgroupPlace.h"
#include "pressure/source/KernelFile.h"

#include <optional>
#include <string>
#include <vector>

namespace manometer::pressure {

class CgroupMemorySource
{
public:
    // An empty sysRoot means that there are no groups.
    CgroupMemorySource(std::string procRoot, std::string sysRoot);

    // Fills cgroup and cgroupStall, and returns the out-of-memory events of our group and its ancestors since
    // the start; absent if no level has such a counter.
    std::optional<std::uint64_t> read(MemorySample &sample);

private:
    struct Level
    {
        KernelFile limit;
        std::optional<KernelFile>
            softLimit; // v2's memory.high, above which the kernel throttles and reclaims
        KernelFile usage;
        KernelFile stat;
        KernelFile events;
        std::optional<std::uint64_t> limitBytes{};
        std::optional<std::uint64_t> eventsCounted{};
    };

    void lookUp();
    void readLimit(Level &level) const;
    std::optional<CgroupMemory> memoryOf(Level &level) const;
    void countEvents(Level &level);

    const std::string m_procRoot;
    const std::string m_sysRoot;
    KernelFile m_membership;
    std::string m_membershipText;
    std::optional<MonotonicTime> m_lookedUp;
    CgroupPlace m_place;
    std::vector<Level> m_levels;
    std::optional<KernelFile> m_stall;
    std::uint64_t m_events = 0;
    bool m_countsEvents = false;
};

} // namespace manometer::pressure
