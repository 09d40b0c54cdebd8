// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/Alarms.h"

#include <utility>

namespace manometer::api {

Alarms::Alarms()
    : m_thread([this] { run(); })
{}

Alarms::~Alarms()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void Alarms::at(Clock::time_point time, Function function)
{
    bool isNext = false;
    {
        const std::scoped_lock lock(m_mutex);
        const auto added = m_due.emplace(time, std::move(function));
        isNext = added == m_due.begin();
    }
    if (isNext)
        m_changed.notify_one();
}

void Alarms::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_isEnding) {
        if (m_due.empty()) {
            m_changed.wait(lock);
        } else if (const auto next = m_due.begin()->first; Clock::now() < next) {
            m_changed.wait_until(lock, next);
        } else {
            const Function function = std::move(m_due.extract(m_due.begin()).mapped());
            lock.unlock();
            function();
            lock.lock();
        }
    }
}

} // namespace manometer::api
