// SPDX-License-Identifier: GPL-3.0-or-later
//
// The running machine: /proc/meminfo, /proc/self/statm and /proc/pressure/memory under a root that a test
// or a rehearsal can replace. meminfo is what a sample is made of: without it there is none. The process's
// own figures and PSI are extras: where they are missing or unusable the sample goes without them.
#pragma once

#include "pressure/MemorySource.h"
#include "pressure/source/KernelFile.h"

#include <string>

namespace manometer::pressure {

class KernelMemorySource final : public MemorySource
{
public:
    explicit KernelMemorySource(const std::string &procRoot = "/proc");
    Expected<MemorySample, SourceError> read() override;

private:
    KernelFile m_meminfo;
    KernelFile m_statm;
    KernelFile m_stall;
};

} // namespace manometer::pressure
