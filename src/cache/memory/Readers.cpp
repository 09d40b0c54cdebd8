// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/memory/Readers.h"

#include <mutex>
#include <new>
#include <sys/mman.h>

namespace manometer::cache::memory {

namespace {

// A place is 0 when free, an odd number (2 * epoch + 1) while its reader looks something up, and the address
// of the region that it found after that. Two cache lines: prefetchers fetch pairs.
struct alignas(128) Places
{
    std::atomic<std::uintptr_t> place[8] = {};
    std::atomic<bool> isOwned{false};
    Places *next = nullptr; // the book only grows
};

alignas(64) std::atomic<std::uint64_t> presentEpoch{1};
std::atomic<Places *> book{nullptr};

// Of this thread, which alone takes places in it; anyone may free them.
thread_local Places *ownPlaces = nullptr;

struct Leaving
{
    ~Leaving()
    {
        if (ownPlaces)
            ownPlaces->isOwned.store(false, std::memory_order_release);
        ownPlaces = nullptr;
    }
};

std::atomic<std::uintptr_t> *freePlace(Places &places)
{
    for (auto &place : places.place) {
        if (place.load(std::memory_order_relaxed) == 0)
            return &place;
    }
    return nullptr;
}

// Another set, for a thread that has none or holds as many Leases as one has places.
std::atomic<std::uintptr_t> *otherPlace()
{
    thread_local Leaving leaving;
    static_cast<void>(leaving);
    Places *const before = ownPlaces;
    for (Places *places = book.load(std::memory_order_acquire); places; places = places->next) {
        if (!freePlace(*places) || places->isOwned.exchange(true, std::memory_order_acquire))
            continue;
        ownPlaces = places;
        break;
    }
    if (ownPlaces == before) {
        auto *places = new Places;
        places->isOwned.store(true, std::memory_order_relaxed);
        places->next = book.load(std::memory_order_relaxed);
        while (!book.compare_exchange_weak(places->next, places, std::memory_order_seq_cst))
            ;
        ownPlaces = places;
    }
    if (before)
        before->isOwned.store(false, std::memory_order_release);
    return freePlace(*ownPlaces);
}

// What tiers that are gone left behind because a Lease was still on it.
std::mutex orphansMutex;
Region *orphans = nullptr;

void giveBackOrphans()
{
    const std::lock_guard lock(orphansMutex);
    for (Region **link = &orphans; *link;) {
        Region *region = *link;
        if (readers::mayUse(*region)) {
            link = &region->nextRetired;
            continue;
        }
        *link = region->nextRetired;
        unmapRegion(region);
    }
}

} // namespace

// The place is taken before anything is looked up, in the one order of all sequentially consistent
// operations: whoever ends an epoch after unlinking a region either sees the place, or was before it, and
// then the region is not found. So what readers follow is loaded, and what writers unlink is stored, seq_cst.
Hold readers::enter()
{
    std::atomic<std::uintptr_t> *place = ownPlaces ? freePlace(*ownPlaces) : nullptr;
    if (!place)
        place = otherPlace();
    const std::uint64_t epoch = presentEpoch.load(std::memory_order_seq_cst);
    place->store(static_cast<std::uintptr_t>(2 * epoch + 1), std::memory_order_seq_cst);
    return Hold(*place);
}

std::uint64_t readers::endEpoch()
{
    return presentEpoch.fetch_add(1, std::memory_order_seq_cst);
}

bool readers::mayUse(const Region &region)
{
    for (Places *places = book.load(std::memory_order_seq_cst); places; places = places->next) {
        for (const auto &place : places->place) {
            const std::uintptr_t value = place.load(std::memory_order_seq_cst);
            if (value % 2 == 1 ? value / 2 <= region.endedEpoch
                               : value == reinterpret_cast<std::uintptr_t>(&region))
                return true;
        }
    }
    return false;
}

// What is as large as a huge page is made of them: a get that misses the processor's caches misses its table
// of pages as well, and giving one page back instead of 512 is a fraction of the work.
Region *mapRegion(std::uint64_t bytes)
{
    const std::uint64_t slack = bytes >= hugePageBytes ? hugePageBytes - pageBytes : 0;
    void *memory = ::mmap(nullptr, bytes + slack, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return nullptr;
    if (slack > 0) {
        // They begin at multiples of their size; what is mapped before and behind that goes back.
        char *const from = static_cast<char *>(memory);
        const std::uint64_t before = -reinterpret_cast<std::uintptr_t>(from) % hugePageBytes;
        const std::uint64_t pages = (bytes + pageBytes - 1) / pageBytes * pageBytes;
        if (before > 0)
            ::munmap(from, before);
        if (before < slack)
            ::munmap(from + before + pages, slack - before);
        memory = from + before;
        // Refused where there are none: small pages then.
        ::madvise(memory, bytes, MADV_HUGEPAGE);
    }
    return new (memory) Region{.mappedBytes = bytes};
}

void unmapRegion(Region *region)
{
    ::munmap(region, region->mappedBytes);
}

Retirement::~Retirement()
{
    giveBackOrphans();
    const std::lock_guard lock(orphansMutex);
    while (Region *region = m_oldest) {
        m_oldest = region->nextRetired;
        if (!readers::mayUse(*region)) {
            unmapRegion(region);
            continue;
        }
        region->nextRetired = orphans;
        orphans = region;
    }
}

void Retirement::add(Region &region)
{
    region.endedEpoch = readers::endEpoch();
    region.nextRetired = nullptr;
    (m_newest ? m_newest->nextRetired : m_oldest) = &region;
    m_newest = &region;
    m_bytes += region.mappedBytes;
}

Region *Retirement::reuse(std::uint64_t atLeastBytes, std::uint64_t atMostBytes)
{
    Region *before = nullptr;
    for (Region *region = m_oldest; region; before = region, region = region->nextRetired) {
        if (region->mappedBytes < atLeastBytes || region->mappedBytes > atMostBytes ||
            readers::mayUse(*region))
            continue;
        takeOut(*region, before);
        return region;
    }
    return nullptr;
}

std::size_t Retirement::giveBack(std::size_t atMost, std::uint64_t spareBytes)
{
    std::size_t unmapped = 0;
    Region *before = nullptr;
    for (Region *region = m_oldest; region && unmapped < atMost && m_bytes > spareBytes;) {
        Region *const next = region->nextRetired;
        if (readers::mayUse(*region)) {
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

void Retirement::takeOut(Region &region, Region *before)
{
    (before ? before->nextRetired : m_oldest) = region.nextRetired;
    if (m_newest == &region)
        m_newest = before;
    m_bytes -= region.mappedBytes;
}

} // namespace manometer::cache::memory
