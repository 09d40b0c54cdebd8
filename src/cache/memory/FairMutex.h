// SPDX-License-Identifier: GPL-3.0-or-later
//
// A mutex that a thread which takes it repeatedly can yield to waiting threads. std::mutex is not fair: the
// thread that unlocks it nearly always gets it again. Meets BasicLockable and Lockable.
#pragma once

#include <atomic>
#include <mutex>
#include <thread>

namespace manometer::cache::memory {

class FairMutex
{
public:
    void lock()
    {
        if (m_mutex.try_lock())
            return;
        m_waiting.fetch_add(1, std::memory_order_relaxed);
        m_mutex.lock();
        m_waiting.fetch_sub(1, std::memory_order_relaxed);
    }
    bool try_lock() { return m_mutex.try_lock(); }
    void unlock() { m_mutex.unlock(); }

    // Call it without the mutex: waits until a waiting thread, if there is one, has taken it. Bounded: waking
    // up takes a thread some microseconds, and new waiters may arrive all the time.
    void yieldToWaiters() const
    {
        const int waiting = m_waiting.load(std::memory_order_relaxed);
        for (int look = 0; look < maximumYields && waiting > 0; ++look) {
            if (m_waiting.load(std::memory_order_relaxed) < waiting)
                return;
            std::this_thread::yield();
        }
    }

private:
    static constexpr int maximumYields = 200; // a tenth of a millisecond

    std::mutex m_mutex;
    std::atomic<int> m_waiting{0};
};

} // namespace manometer::cache::memory
