// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/memory/SegmentRanking.h"

namespace manometer::cache::memory {

using policy::maximumFrequency;

namespace {

// Copying this much takes about 10 ms, which any cut can afford.
constexpr std::uint64_t cheaplyCopiedBytes = 32 << 20;

// Some ten thousand entries, visited in less than a slice: enough to estimate the distribution of
// frequencies.
constexpr std::uint64_t sampledSegments = 16;

// A ghost queue that is larger than this and sixteen times too large is freed; a smaller one is not worth
// forgetting.
constexpr std::size_t smallGhost = 1 << 16;

// Half a megabyte of the ghost queue's index.
constexpr std::size_t clearedAtOnce = 1 << 16;

} // namespace

Queue SegmentRanking::makeRoom(std::uint64_t hash, std::uint64_t charge)
{
    // Allocated now: an eviction must not allocate.
    m_ghost.reserve(policy::ghostCapacity(m_limits, m_log.entries() + 1));
    // An entry that takes more than half of the limit leaves no room for kept entries.
    const bool isModest = charge <= m_limits.bytes / 2 && m_limits.entries > 1;
    while (!hasRoomFor(charge))
        evictOne(isModest ? Protection::Given : Protection::Waived);
    return m_ghost.recall(hash) ? Queue::Main : Queue::Small;
}

void SegmentRanking::evict(Entry &entry)
{
    m_evicted(entry);
    m_log.drop(entry);
}

void SegmentRanking::evictOne(Protection protection)
{
    const auto stays = [this, protection](const Entry &entry) {
        return protection == Protection::Given && isProtected(entry);
    };
    for (;;) {
        const bool isMainOver =
            m_log.entries(Queue::Main) > m_limits.entries - policy::smallEntries(m_limits) ||
            m_log.bytes(Queue::Main) > m_limits.bytes - policy::smallBytes(m_limits);
        Entry *small = m_log.oldest(Queue::Small);
        Entry *main = m_log.oldest(Queue::Main);
        if (main && (isMainOver || !small)) {
            const std::uint8_t frequency = main->frequency.value();
            const auto after = static_cast<std::uint8_t>(frequency > 0 ? frequency - 1 : 0);
            if ((frequency > 0 || stays(*main)) && m_log.move(*main, Queue::Main, after))
                continue;
            return evict(*main);
        }
        if ((small->frequency.value() >= policy::promotionFrequency || stays(*small)) &&
            m_log.move(*small, Queue::Main, 0))
            continue;
        m_ghost.remember(small->hash, ghostCapacity());
        return evict(*small);
    }
}

void SegmentRanking::startCut(const Limits &limits)
{
    m_limits = limits;
    m_stage = Stage::Finish;
    if (isWithinLimits())
        return;
    planCut();
    m_stage = Stage::Evict;
    planGhost();
    m_log.startWalk();
}

// The entry evicted first is forgotten first: those that a deep cut evicts at its beginning would be
// forgotten before it ends, and would displace what was remembered before.
void SegmentRanking::planGhost()
{
    const std::uint64_t before = m_log.entries();
    // An estimate. If entries differ much in size, some are remembered unnecessarily.
    const auto left = static_cast<std::uint64_t>(
        double(before) * std::min(1.0, double(m_limits.bytes) / double(m_log.bytes())));
    const std::uint64_t after = std::min(m_limits.entries, left);
    const std::uint64_t remembered = policy::ghostCapacity(m_limits, after);
    m_rememberedBelow = after + remembered + remembered / 16;
    if (before - after >= remembered)
        m_stage = Stage::Forget;
}

// A cut evicts the least frequently used entries of both queues first, of these the small queue before the
// main queue and the oldest first: so a deep cut keeps the most valuable entries. The evicted entries are
// scattered, and everything that stays has to be copied before memory can be released: for a large tier this
// takes too long. There the cut goes by age and evicts entries up to the frequency at which no more than a
// third of what it evicts has to be copied.
void SegmentRanking::planCut()
{
    m_atMostFrequency = 0;
    m_order = CutOrder::ByFrequency;
    const std::uint64_t bytes = m_log.bytes();
    const double share = std::max(1 - double(m_limits.bytes) / double(bytes),
                                  1 - double(m_limits.entries) / double(m_log.entries()));
    const auto evicted = static_cast<std::uint64_t>(share * double(bytes));
    if (bytes - evicted <= std::max(cheaplyCopiedBytes, evicted / 4))
        return;
    m_order = CutOrder::ByAge;
    std::array<std::uint64_t, maximumFrequency + 1> bytesOf{};
    m_log.forEachOfSample(sampledSegments, [&bytesOf](const Entry &entry) {
        bytesOf[entry.frequency.value()] += entry.bytes();
    });
    std::uint64_t all = 0;
    for (const std::uint64_t one : bytesOf)
        all += one;
    for (std::uint64_t gone = bytesOf[0]; m_atMostFrequency < maximumFrequency && gone < all / 4 * 3;)
        gone += bytesOf[++m_atMostFrequency];
}

void SegmentRanking::evictFromSegment(Segment &segment)
{
    for (std::uint32_t i = segment.first, left = segment.live; left > 0 && !isWithinLimits(); ++i) {
        segment.prefetch(i + 24);
        if (i + 12 < segment.count) {
            const std::uint64_t hash = segment.entry(i + 12).hash;
            m_log.index().prefetch(hash);
            m_ghost.prefetch(hash);
        }
        Entry &entry = segment.entry(i);
        if (entry.isDead)
            continue;
        --left; // the segment is retired with its last entry
        if (entry.frequency.value() > m_atMostFrequency || isProtected(entry))
            continue;
        if (m_log.entries() <= m_rememberedBelow)
            m_ghost.remember(entry.hash, ghostCapacity());
        evict(entry);
    }
}

SegmentRanking::Progress SegmentRanking::continueCut()
{
    switch (m_stage) {
    case Stage::Forget:
        if (m_ghost.continueClear(clearedAtOnce))
            m_stage = Stage::Evict;
        return Progress::InProgress;
    case Stage::Evict: {
        // Perhaps not because of this cut: entries may be dropped between its steps.
        if (isWithinLimits()) {
            m_stage = m_order == CutOrder::ByAge ? Stage::Finish : Stage::Pack;
            m_log.startWalk();
            return Progress::InProgress;
        }
        Segment *segment = m_log.walked();
        if (!segment) {
            ++m_atMostFrequency; // not enough were evicted: the next walk goes one frequency higher
            m_log.startWalk();
            return Progress::InProgress;
        }
        evictFromSegment(*segment);
        if (m_log.walked() == segment) {
            if (m_order == CutOrder::ByAge)
                m_log.packWalked();
            else
                m_log.advanceWalk();
        }
        return Progress::InProgress;
    }
    case Stage::Pack:
        if (m_log.walked() && m_log.hasHoles()) {
            m_log.packWalked();
            return Progress::InProgress;
        }
        m_stage = Stage::Finish;
        return Progress::InProgress;
    case Stage::Finish:
        m_log.endPacking();
        m_log.shrinkIndex();
        m_ghost.trim(ghostCapacity());
        if (m_ghost.capacity() > smallGhost && m_ghost.capacity() / 16 > ghostCapacity())
            m_ghost.release();
        m_stage = Stage::Done;
        return Progress::Done;
    case Stage::Done:
        break;
    }
    return Progress::Done;
}

} // namespace manometer::cache::memory
