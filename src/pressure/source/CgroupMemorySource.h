// SPDX-License-Identifier: GPL-3.0-or-later
//
// What our control group and those above it allow and use: of all levels that have a limit the one that is
// nearest to it, limit and usage of the same level. v2: min(memory.max, memory.high), memory.current less
// inactive_file; v1: memory.limit_in_bytes, memory.usage_in_bytes less total_inactive_file (Linux,
// cgroup-v2.rst and cgroup-v1/memory.rst). One thread; blocks for reads of /proc and /sys only. Where our
// group is, is looked up about once a second, so that a process that is moved, or whose group is made again,
// follows. Reading allocates nothing but then.
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
    // An empty sysRoot: there are no groups.
    CgroupMemorySource(std::string procRoot, std::string sysRoot);

    // Fills cgroup and cgroupStall, and returns the out-of-memory events since the start, of our group and of
    // those above it; absent where no level counts any.
    std::optional<std::uint64_t> read(MemorySample &sample);

private:
    struct Level
    {
        KernelFile limit;
        std::optional<KernelFile> softLimit; // v2's memory.high: reclaim begins there in earnest
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
