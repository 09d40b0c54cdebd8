// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorded/JournalStretch.h"

#include "journal/JournalReader.h"
#include "reports/Clock.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace manometer::recorded {

namespace {

using namespace journal;

// As the recorder writes them: a damaged block costs a second.
constexpr std::chrono::seconds blockSpan{1};

// Encodes what it gets, in blocks.
class StretchWriter
{
public:
    explicit StretchWriter(std::size_t mostBytes)
        : m_mostBytes(mostBytes)
    {}

    // False: the segment would be too long.
    bool add(const Record &record)
    {
        const auto *stepped = std::get_if<Stepped>(&record);
        const auto *snapshot = std::get_if<Snapshot>(&record);
        if (m_segment.empty()) {
            if (!snapshot)
                return true; // nothing can be replayed before it
            m_segment = m_encoder.begin({.number = 1, .began = snapshot->clocks.wall});
        }
        if (stepped && (stepped->clocks.monotonic < m_blockBegan ||
                        stepped->clocks.monotonic - m_blockBegan >= blockSpan)) {
            flush();
            m_blockBegan = stepped->clocks.monotonic;
        }
        m_encoder.add(record);
        return m_segment.size() <= m_mostBytes;
    }
    bool hasBegun() const { return !m_segment.empty(); }
    std::string take()
    {
        flush();
        return std::move(m_segment);
    }

private:
    void flush()
    {
        if (!m_encoder.isEmpty())
            m_segment += m_encoder.takeBlock();
    }

    std::size_t m_mostBytes;
    SegmentEncoder m_encoder;
    std::string m_segment;
    pressure::MonotonicTime m_blockBegan{};
};

} // namespace

Expected<JournalStretch, StretchProblem>
readJournalStretch(const std::string &folder, const views::TimeRange &range, std::size_t mostBytes)
{
    StretchWriter writer(mostBytes);
    JournalStretch stretch;
    bool isTooLong = false;
    readJournal(folder,
                {.from = reports::wallTimeOf(range.fromWallMs), .to = reports::wallTimeOf(range.toWallMs)},
                [&](const Record &record) {
                    isTooLong = !writer.add(record);
                    const auto *stepped = std::get_if<Stepped>(&record);
                    if (!stepped || !writer.hasBegun())
                        return isTooLong ? Visit::Stop : Visit::Continue;
                    const qint64 wallMs = reports::toMs(stepped->clocks.wall);
                    if (wallMs < range.fromWallMs)
                        return Visit::Continue;
                    if (stretch.steps++ == 0)
                        stretch.range = {.fromWallMs = wallMs, .toWallMs = wallMs};
                    // The clock may have been set back.
                    stretch.range.fromWallMs = std::min(stretch.range.fromWallMs, wallMs);
                    stretch.range.toWallMs = std::max(stretch.range.toWallMs, wallMs);
                    return isTooLong ? Visit::Stop : Visit::Continue;
                });
    if (isTooLong)
        return Unexpected(StretchProblem::TooLong);
    if (stretch.steps == 0)
        return Unexpected(StretchProblem::NothingRecorded);
    stretch.segment = writer.take();
    return stretch;
}

} // namespace manometer::recorded
