// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/KernelMemorySource.h"

#include "pressure/Clock.h"
#include "pressure/source/PressureStallText.h"
#include "pressure/source/ProcessStatm.h"
#include "pressure/source/Text.h"

#include <algorithm>
#include <string_view>

namespace manometer::pressure {

namespace {

SourceError malformed(const std::string &path, std::string detail)
{
    return {
        .kind = SourceError::Kind::Malformed, .path = path, .systemError = 0, .detail = std::move(detail)};
}

std::optional<MemoryComposition> compositionIn(std::string_view meminfo, std::uint64_t totalBytes)
{
    const auto free = bytesNamed(meminfo, "MemFree");
    const auto buffers = bytesNamed(meminfo, "Buffers");
    const auto cached = bytesNamed(meminfo, "Cached");
    if (!free || !buffers || !cached || *free > totalBytes || *buffers > totalBytes - *free)
        return std::nullopt;
    const std::uint64_t shared = std::min(*cached, bytesNamed(meminfo, "Shmem").value_or(0));
    const std::uint64_t pages = *cached - shared;
    const std::uint64_t room = totalBytes - *free - *buffers;
    const std::uint64_t slab = bytesNamed(meminfo, "SReclaimable").value_or(0);
    if (pages > room || slab > room - pages)
        return std::nullopt;
    MemoryComposition composition{.freeBytes = *free, .buffersBytes = *buffers, .cacheBytes = pages + slab};
    const auto swap = bytesNamed(meminfo, "SwapTotal");
    const auto swapFree = bytesNamed(meminfo, "SwapFree");
    if (swap && swapFree && *swapFree <= *swap) {
        composition.swapTotalBytes = *swap;
        composition.swapUsedBytes = *swap - *swapFree;
    }
    return composition;
}

} // namespace

KernelMemorySource::KernelMemorySource(const std::string &procRoot, const std::string &sysRoot)
    : m_meminfo(procRoot + "/meminfo")
    , m_statm(procRoot + "/self/statm")
    , m_stall(procRoot + "/pressure/memory")
    , m_estimate(procRoot)
    , m_cgroup(procRoot, sysRoot)
    , m_counters(procRoot)
{}

Expected<MemorySample, SourceError> KernelMemorySource::read()
{
    const auto meminfo = m_meminfo.read();
    if (!meminfo)
        return Unexpected<SourceError>({.kind = SourceError::Kind::Unreadable,
                                        .path = m_meminfo.path(),
                                        .systemError = meminfo.error(),
                                        .detail = {}});
    const auto total = bytesNamed(*meminfo, "MemTotal");
    if (!total || *total == 0)
        return Unexpected<SourceError>(malformed(m_meminfo.path(), "MemTotal"));

    MemorySample sample;
    sample.monotonic = std::chrono::steady_clock::now();
    auto available = bytesNamed(*meminfo, "MemAvailable");
    // Estimated only if the line is missing: one that cannot be parsed is an error, not an old kernel.
    if (!available && !hasLine(*meminfo, "MemAvailable")) {
        sample.availableIsEstimated = true;
        available = m_estimate.of(*meminfo, sample.monotonic);
    }
    if (!available)
        return Unexpected<SourceError>(malformed(m_meminfo.path(), "MemAvailable"));
    sample.wall = std::chrono::system_clock::now();
    sample.sinceBoot = sinceBoot();
    sample.totalBytes = *total;
    // Some containers report more available memory than total memory; psutil caps it the same way.
    sample.availableBytes = std::min(*available, *total);
    sample.composition = compositionIn(*meminfo, *total);

    if (const auto statm = m_statm.read()) {
        if (const auto memory = parseStatm(*statm)) {
            sample.processVirtualBytes = memory->virtualBytes;
            sample.processRssBytes = memory->residentBytes;
        }
    }
    if (const auto stall = m_stall.read())
        sample.stall = parsePressureStall(*stall);
    const auto groupEvents = m_cgroup.read(sample);
    const auto kills = m_counters.read(sample);
    if (groupEvents || kills)
        sample.oomEvents = groupEvents.value_or(0) + kills.value_or(0);
    return sample;
}

} // namespace manometer::pressure
