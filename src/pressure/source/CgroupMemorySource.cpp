// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/CgroupMemorySource.h"

#include "pressure/source/PressureStallText.h"
#include "pressure/source/Text.h"

#include <algorithm>

namespace manometer::pressure {

namespace {

// The longest delay until a new limit, or a move to another group, is noticed.
constexpr std::chrono::seconds lookUpInterval{1};

// v1 writes 'no limit' as the largest number of pages, in bytes: over 2^62 on any machine.
constexpr std::uint64_t noLimit = std::uint64_t{1} << 62;

std::optional<std::uint64_t> numberIn(KernelFile &file)
{
    const auto text = file.read();
    return text ? leadingNumber<std::uint64_t>(*text) : std::nullopt;
}

std::optional<std::uint64_t> smaller(const std::optional<std::uint64_t> &a,
                                     const std::optional<std::uint64_t> &b)
{
    if (!a || !b)
        return a ? a : b;
    return std::min(*a, *b);
}

// In v1 an ancestor limits our group only if memory.use_hierarchy is set (always 1 since Linux 5.11).
bool constrainsBelow(const std::string &folder)
{
    KernelFile file(folder + "/memory.use_hierarchy");
    return numberIn(file).value_or(1) == 1;
}

// Compares uncapped ratios, so that two levels over their limits, both 100 % used, have an order.
bool isTighter(const CgroupMemory &a, const CgroupMemory &b)
{
    if (a.limitBytes == 0 || b.limitBytes == 0)
        return a.limitBytes < b.limitBytes;
    return percentOf(a.workingSetBytes, a.limitBytes) > percentOf(b.workingSetBytes, b.limitBytes);
}

} // namespace

CgroupMemorySource::CgroupMemorySource(std::string procRoot, std::string sysRoot)
    : m_procRoot(std::move(procRoot))
    , m_sysRoot(std::move(sysRoot))
    , m_membership(m_procRoot + "/self/cgroup")
{}

std::optional<std::uint64_t> CgroupMemorySource::read(MemorySample &sample)
{
    if (m_sysRoot.empty())
        return std::nullopt;
    const bool lookAgain = !m_lookedUp || sample.monotonic - *m_lookedUp >= lookUpInterval;
    if (lookAgain) {
        m_lookedUp = sample.monotonic;
        lookUp();
    }
    for (Level &level : m_levels) {
        if (lookAgain || level.limitBytes) {
            readLimit(level);
            countEvents(level);
        }
        const auto memory = memoryOf(level);
        if (!memory)
            continue;
        if (!sample.cgroup || isTighter(*memory, *sample.cgroup))
            sample.cgroup = memory;
    }
    if (m_stall)
        if (const auto text = m_stall->read())
            sample.cgroupStall = parsePressureStall(*text);
    return m_countsEvents ? std::optional(m_events) : std::nullopt;
}

void CgroupMemorySource::lookUp()
{
    const auto membership = m_membership.read();
    const std::string_view text = membership ? *membership : std::string_view();
    const bool vanished = !m_levels.empty() && !m_levels.front().usage.read();
    if (text == m_membershipText && !vanished)
        return;
    m_membershipText = text;
    const CgroupPlace place = findCgroupPlace(m_procRoot, m_sysRoot);
    if (place == m_place && !vanished)
        return;
    m_place = place;
    m_levels.clear();
    m_stall.reset();
    if (!place.stallFolder.empty())
        m_stall.emplace(place.stallFolder + "/memory.pressure");
    for (std::size_t i = 0; i < place.levels.size(); ++i) {
        const std::string &folder = place.levels[i];
        if (place.version == CgroupVersion::V2) {
            // An ancestor's memory.events includes its other descendants, so only its local events are read.
            const char *events = i == 0 ? "/memory.events" : "/memory.events.local";
            m_levels.push_back({.limit = KernelFile(folder + "/memory.max"),
                                .softLimit = KernelFile(folder + "/memory.high"),
                                .usage = KernelFile(folder + "/memory.current"),
                                .stat = KernelFile(folder + "/memory.stat"),
                                .events = KernelFile(folder + events)});
            continue;
        }
        if (i > 0 && !constrainsBelow(folder))
            break;
        m_levels.push_back({.limit = KernelFile(folder + "/memory.limit_in_bytes"),
                            .softLimit = std::nullopt,
                            .usage = KernelFile(folder + "/memory.usage_in_bytes"),
                            .stat = KernelFile(folder + "/memory.stat"),
                            .events = KernelFile(folder + "/memory.oom_control")});
    }
}

void CgroupMemorySource::readLimit(Level &level) const
{
    // v2 writes 'no limit' as max, which is not a number.
    level.limitBytes = numberIn(level.limit);
    if (level.softLimit)
        level.limitBytes = smaller(level.limitBytes, numberIn(*level.softLimit));
    if (level.limitBytes && *level.limitBytes >= noLimit)
        level.limitBytes.reset();
}

std::optional<CgroupMemory> CgroupMemorySource::memoryOf(Level &level) const
{
    if (!level.limitBytes)
        return std::nullopt;
    const auto usage = numberIn(level.usage);
    if (!usage)
        return std::nullopt;
    // Without memory.stat the whole page cache is treated as used: an overestimate, never an underestimate.
    std::uint64_t inactive = 0;
    if (const auto stat = level.stat.read())
        inactive =
            numberNamed(*stat, m_place.version == CgroupVersion::V2 ? "inactive_file" : "total_inactive_file")
                .value_or(0);
    return CgroupMemory{.limitBytes = *level.limitBytes,
                        .workingSetBytes = *usage - std::min(inactive, *usage)};
}

void CgroupMemorySource::countEvents(Level &level)
{
    const auto text = level.events.read();
    if (!text)
        return;
    const auto kills = numberNamed(*text, "oom_kill");
    if (!kills)
        return;
    const std::uint64_t counted =
        *kills + (m_place.version == CgroupVersion::V2 ? numberNamed(*text, "oom").value_or(0) : 0);
    // The kernel's counters restart when a group is recreated; m_events does not.
    if (level.eventsCounted && counted > *level.eventsCounted)
        m_events += counted - *level.eventsCounted;
    level.eventsCounted = counted;
    m_countsEvents = true;
}

} // namespace manometer::pressure
