// SPDX-License-Identifier: GPL-3.0-or-later
//
// The running machine: /proc/meminfo, /proc/self/statm, pressure stalls, our control group and the kernel's
// counters, under roots that a test or a rehearsal can replace. meminfo is what a sample is made of: without
// it there is none. All else are extras: where they are missing or unusable the sample goes without them.
#pragma once

#include "pressure/MemorySource.h"
#include "pressure/source/AvailableEstimate.h"
#include "pressure/source/CgroupMemorySource.h"
#include "pressure/source/HostCounters.h"
#include "pressure/source/KernelFile.h"

#include <string>

namespace manometer::pressure {

class KernelMemorySource final : public MemorySource
{
public:
    explicit KernelMemorySource(const std::string &procRoot = "/proc", const std::string &sysRoot = "/sys");
    Expected<MemorySample, SourceError> read() override;

private:
    KernelFile m_meminfo;
    KernelFile m_statm;
    KernelFile m_stall;
    AvailableEstimate m_estimate; // where the kernel has none
    CgroupMemorySource m_cgroup;
    HostCounters m_counters;
};

} // namespace manometer::pressure
