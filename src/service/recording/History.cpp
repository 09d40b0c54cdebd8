// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/History.h"

#include <cassert>

namespace manometer::service {

History::History(std::size_t capacity)
    : m_capacity(capacity)
{
    assert(capacity > 0);
}

bool History::append(const SampleRecord &record)
{
    const std::lock_guard lock(m_mutex);
    if (!m_records.empty() && record.monotonicMs < m_records.back().monotonicMs)
        return false;
    if (m_records.size() == m_capacity)
        m_records.pop_front();
    m_records.push_back(record);
    return true;
}

SampleRecords History::in(const TimeRange &range) const
{
    SampleRecords records;
    const std::lock_guard lock(m_mutex);
    // Not by bisection: the wall clock may have been set back meanwhile.
    for (const SampleRecord &record : m_records)
        if (record.wallMs >= range.fromWallMs && record.wallMs <= range.toWallMs)
            records.append(record);
    return records;
}

double History::meanPercent(std::chrono::milliseconds window) const
{
    const std::lock_guard lock(m_mutex);
    if (m_records.empty())
        return absent;
    const qint64 from = m_records.back().monotonicMs - window.count();
    double sum = 0;
    int count = 0;
    for (auto record = m_records.rbegin(); record != m_records.rend() && record->monotonicMs >= from;
         ++record) {
        if (record->gap)
            continue;
        sum += record->systemUsedPercent;
        ++count;
    }
    return count == 0 ? absent : sum / count;
}

std::size_t History::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_records.size();
}

} // namespace manometer::service
