// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/memory/Reclamation.h"

#include <mutex>
#include <new>
#include <sys/mman.h>

namespace manometer::cache::memory {

namespace {

// A place is 0 when free, an odd number (2 * epoch + 1) during its reader's lookup, and then the address of
// the region that was found. Two cache lines: prefetchers fetch pairs.
struct alignas(128) Places
{
    std::atomic<std::uintptr_t> place[8] = {};
    std::atomic<bool> isOwned{false};
    Places *next = nullptr; // the registry only grows
};

alignas(64) std::atomic<std::uint64_t> presentEpoch{1};
std::atomic<Places *> registry{nullptr};

// Of this thread. Only this thread takes places in it; any thread may free them.
thread_local Places *ownPlaces = nullptr;

struct ThreadExit
{
    ~ThreadExit()
    {
        if (ownPlaces)
            ownPlaces->isOwned.store(false, std::memory_order_release);
        ownPlaces = nullptr;
    }
};

std::atomic<std::uintptr_t> *freePlaceIn(Places &places)
{
    for (auto &place : places.place) {
        if (place.load(std::memory_order_relaxed) == 0)
            return &place;
    }
    return nullptr;
}

// Another set, for a thread that has none or whose places are all taken by Leases.
std::atomic<std::uintptr_t> *otherPlace()
{
    thread_local ThreadExit threadExit;
    static_cast<void>(threadExit);
    Places *const before = ownPlaces;
    for (Places *places = registry.load(std::memory_order_acquire); places; places = places->next) {
        if (!freePlaceIn(*places) || places->isOwned.exchange(true, std::memory_order_acquire))
            continue;
        ownPlaces = places;
        break;
    }
    if (ownPlaces == before) {
        auto *places = new Places;
        places->isOwned.store(true, std::memory_order_relaxed);
        places->next = registry.load(std::memory_order_relaxed);
        while (!registry.compare_exchange_weak(places->next, places, std::memory_order_seq_cst))
            ;
        ownPlaces = places;
    }
    if (before)
        before->isOwned.store(false, std::memory_order_release);
    return freePlaceIn(*ownPlaces);
}

// Regions of destroyed tiers that a Lease still used.
std::mutex orphansMutex;
Region *orphans = nullptr;

void releaseOrphans()
{
    const std::lock_guard lock(orphansMutex);
    for (Region **link = &orphans; *link;) {
        Region *region = *link;
        if (reclamation::isInUse(*region)) {
            link = &region->nextRetired;
            continue;
        }
        *link = region->nextRetired;
        unmapRegion(region);
    }
}

} // namespace

// The place is taken before the lookup, in the single order of all sequentially consistent operations: a
// writer that ends an epoch after unlinking a region either sees the place, or did so before the place was
// taken, and then the reader does not find the region. So the pointers that readers follow are loaded, and
// those that writers unlink are stored, with seq_cst.
Hold reclamation::enter()
{
    std::atomic<std::uintptr_t> *place = ownPlaces ? freePlaceIn(*ownPlaces) : nullptr;
    if (!place)
        place = otherPlace();
    const std::uint64_t epoch = presentEpoch.load(std::memory_order_seq_cst);
    place->store(static_cast<std::uintptr_t>(2 * epoch + 1), std::memory_order_seq_cst);
    return Hold(*place);
}

std::uint64_t reclamation::endEpoch()
{
    return presentEpoch.fetch_add(1, std::memory_order_seq_cst);
}

bool reclamation::isInUse(const Region &region)
{
    for (Places *places = registry.load(std::memory_order_seq_cst); places; places = places->next) {
        for (const auto &place : places->place) {
            const std::uintptr_t value = place.load(std::memory_order_seq_cst);
            if (value % 2 == 1 ? value / 2 <= region.endedEpoch
                               : value == reinterpret_cast<std::uintptr_t>(&region))
                return true;
        }
    }
    return false;
}

// A region of at least a huge page consists of huge pages: a get that misses the processor's caches also
// misses its TLB, and releasing one page instead of 512 is a fraction of the work.
Region *mapRegion(std::uint64_t bytes)
{
    const std::uint64_t slack = bytes >= hugePageBytes ? hugePageBytes - pageBytes : 0;
    void *memory = ::mmap(nullptr, bytes + slack, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return nullptr;
    if (slack > 0) {
        // Huge pages begin at multiples of their size; what is mapped before and after that is unmapped.
        char *const from = static_cast<char *>(memory);
        const std::uint64_t before = -reinterpret_cast<std::uintptr_t>(from) % hugePageBytes;
        const std::uint64_t pages = (bytes + pageBytes - 1) / pageBytes * pageBytes;
        if (before > 0)
            ::munmap(from, before);
        if (before < slack)
            ::munmap(from + before + pages, slack - before);
        memory = from + before;
        // If it is refused, the pages are small ones.
        ::madvise(memory, bytes, MADV_HUGEPAGE);
    }
    return new (memory) Region{.mappedBytes = bytes};
}

void unmapRegion(Region *region)
{
    ::munmap(region, region->mappedBytes);
}

RetireList::~RetireList()
{
    releaseOrphans();
    const std::lock_guard lock(orphansMutex);
    while (Region *region = m_oldest) {
        m_oldest = region->nextRetired;
        if (!reclamation::isInUse(*region)) {
            unmapRegion(region);
            continue;
        }
        region->nextRetired = orphans;
        orphans = region;
    }
}

void RetireList::add(Region &region)
{
    region.endedEpoch = reclamation::endEpoch();
    region.nextRetired = nullptr;
    (m_newest ? m_newest->nextRetired : m_oldest) = &region;
    m_newest = &region;
    m_bytes += region.mappedBytes;
}

Region *RetireList::reuse(std::uint64_t atLeastBytes, std::uint64_t atMostBytes)
{
    Region *before = nullptr;
    for (Region *region = m_oldest; region; before = region, region = region->nextRetired) {
        if (region->mappedBytes < atLeastBytes || region->mappedBytes > atMostBytes ||
            reclamation::isInUse(*region))
            continue;
        takeOut(*region, before);
        return region;
    }
    return nullptr;
}

std::size_t RetireList::release(std::size_t atMost, std::uint64_t spareBytes)
{
    std::size_t unmapped = 0;
    Region *before = nullptr;
    for (Region *region = m_oldest; region && unmapped < atMost && m_bytes > spareBytes;) {
        Region *const next = region->nextRetired;
        if (reclamation::isInUse(*region)) {
            before = region;
        } else {
            takeOut(*region, before);
            unmapRegion(region);
            ++unmapped;
        }
        region = next;
    }
    return unmapped;
}

void RetireList::takeOut(Region &region, Region *before)
{
    (before ? before->nextRetired : m_oldest) = region.nextRetired;
    if (m_newest == &region)
        m_newest = before;
    m_bytes -= region.mappedBytes;
}

} // namespace manometer::cache::memory
