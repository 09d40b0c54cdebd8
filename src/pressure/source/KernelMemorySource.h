// SPDX-License-Identifier: GPL-3.0-or-later
//
// Samples the running machine: /proc/meminfo, /proc/self/statm, pressure stalls, our control group and the
// kernel's counters, under roots that a test or a rehearsal can replace. Without meminfo there is no sample:
// read() returns an error. The other files are optional: if one is missing or unusable, its figures are
// absent. One thread; blocks on reads of /proc and /sys.
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
    AvailableEstimate m_estimate; // for kernels without MemAvailable
    CgroupMemorySource m_cgroup;
    HostCounters m_counters;
};

} // namespace manometer::pressure
