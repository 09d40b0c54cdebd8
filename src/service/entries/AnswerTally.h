// SPDX-License-Identifier: GPL-3.0-or-later
//
// What answers of exiftool from the cache saved since the start, for the samples: counters that any thread
// reads without waiting. Any thread; nothing blocks.
#pragma once

#include <QtGlobal>

#include <atomic>

namespace manometer::service {

class AnswerTally
{
public:
    void addHit(quint64 savedMicroseconds)
    {
        m_hits.fetch_add(1, std::memory_order_relaxed);
        m_savedMicroseconds.fetch_add(savedMicroseconds, std::memory_order_relaxed);
    }
    quint64 hits() const { return m_hits.load(std::memory_order_relaxed); }
    quint64 savedMicroseconds() const { return m_savedMicroseconds.load(std::memory_order_relaxed); }

private:
    std::atomic<quint64> m_hits{0};
    std::atomic<quint64> m_savedMicroseconds{0};
};

} // namespace manometer::service
