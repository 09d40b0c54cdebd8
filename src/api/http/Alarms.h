// SPDX-License-Identifier: GPL-3.0-or-later
//
// Calls functions at a time, in a thread of its own, which sleeps while nothing is due. Any thread; nothing
// blocks except the destructor, which joins and drops what is not yet due. A function must not block.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace manometer::api {

class Alarms
{
public:
    using Clock = std::chrono::steady_clock;
    using Function = std::function<void()>;

    Alarms();
    ~Alarms();
    Alarms(const Alarms &) = delete;
    Alarms &operator=(const Alarms &) = delete;

    // An alarm cannot be taken back: its function finds out whether there is still something to do.
    void at(Clock::time_point time, Function function);
    void after(Clock::duration duration, Function function)
    {
        at(Clock::now() + duration, std::move(function));
    }

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::multimap<Clock::time_point, Function> m_due;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace manometer::api
