// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/AvailableEstimate.h"

#include "pressure/source/KernelFile.h"
#include "pressure/source/Text.h"

#include <algorithm>
#include <unistd.h>

namespace manometer::pressure {

namespace {

// Watermarks change rarely: with vm.min_free_kbytes and with memory hotplug.
constexpr std::chrono::minutes watermarkInterval{1};

// File-backed pages. Cached also includes tmpfs and shared memory, which cannot be dropped, and excludes the
// pages of block devices, which are Buffers.
std::optional<std::uint64_t> pageCacheBytes(std::string_view meminfo)
{
    const auto active = bytesNamed(meminfo, "Active(file)");
    const auto inactive = bytesNamed(meminfo, "Inactive(file)");
    if (active && inactive)
        return *active + *inactive;
    const auto cached = bytesNamed(meminfo, "Cached");
    if (!cached)
        return std::nullopt;
    return *cached - std::min(*cached, bytesNamed(meminfo, "Shmem").value_or(0)) +
           bytesNamed(meminfo, "Buffers").value_or(0);
}

// Some of it is in use: the smaller of half of it and the low watermark is not reclaimable.
std::uint64_t reclaimable(std::uint64_t bytes, std::uint64_t lowWatermarkBytes)
{
    return bytes - std::min(bytes / 2, lowWatermarkBytes);
}

} // namespace

std::uint64_t lowWatermarkPages(std::string_view zoneinfo)
{
    std::uint64_t pages = 0;
    eachLine(zoneinfo, [&pages](std::string_view line) {
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        if (line.starts_with("low "))
            pages += leadingNumber<std::uint64_t>(line.substr(3)).value_or(0);
        return true;
    });
    return pages;
}

// Linux, commit 34e431b0ae398fc54ea69ff85ec700722c9da773 (fs/proc/meminfo.c of 3.14), which psutil 5.9
// uses as well. Later kernels (si_mem_available, mm/page_alloc.c) subtract their reserves instead of the
// watermarks, and add other reclaimable kernel memory: the difference is less than 1 % of the machine.
std::optional<std::uint64_t> estimateAvailableBytes(std::string_view meminfo, std::uint64_t lowWatermarkBytes)
{
    const auto free = bytesNamed(meminfo, "MemFree");
    const auto pageCache = pageCacheBytes(meminfo);
    if (!free || !pageCache)
        return std::nullopt;
    // SReclaimable exists since 2.6.19.
    const std::uint64_t slab = bytesNamed(meminfo, "SReclaimable").value_or(0);
    const std::uint64_t all =
        *free + reclaimable(*pageCache, lowWatermarkBytes) + reclaimable(slab, lowWatermarkBytes);
    return all - std::min(all, lowWatermarkBytes);
}

AvailableEstimate::AvailableEstimate(const std::string &procRoot)
    : m_zoneinfo(procRoot + "/zoneinfo")
{}

std::optional<std::uint64_t> AvailableEstimate::of(std::string_view meminfo, MonotonicTime now)
{
    if (!m_watermarkRead || now - *m_watermarkRead >= watermarkInterval) {
        m_watermarkRead = now;
        // About 100 KB on a machine with many nodes and processors. If it cannot be read, the watermarks are
        // taken as zero, which makes the estimate about 1 % too high.
        const auto zoneinfo = readWhole(m_zoneinfo, 4u << 20);
        m_lowWatermarkBytes =
            zoneinfo ? lowWatermarkPages(*zoneinfo) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) : 0;
    }
    return estimateAvailableBytes(meminfo, m_lowWatermarkBytes);
}

} // namespace manometer::pressure
