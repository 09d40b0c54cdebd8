// SPDX-License-Identifier: GPL-3.0-or-later
//
// The last samples in order, bounded in number. Written by the monitor's thread, read by any; each call holds
// a lock for as long as a copy takes.
#pragma once

#include "service/MonitorView.h"

#include <chrono>
#include <deque>
#include <mutex>

namespace manometer::service {

class History
{
public:
    // 20 000 records are 2.5 MiB: five and a half hours at rest, 13 minutes at the fastest sampling.
    static constexpr std::size_t defaultCapacity = 20'000;

    explicit History(std::size_t capacity = defaultCapacity);

    // A record that is older than the newest one is refused: the order is what readers rely on.
    bool append(const SampleRecord &record);
    SampleRecords in(const TimeRange &range) const;
    // The mean of systemUsedPercent over the window that ends with the newest record; gaps count for nothing.
    // `absent` where the window holds no figure.
    double meanPercent(std::chrono::milliseconds window) const;
    std::size_t size() const;

private:
    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::deque<SampleRecord> m_records;
};

} // namespace manometer::service
