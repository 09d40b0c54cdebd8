// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs the disk store's clean-ups in a thread of its own, since a cut of the memory limit must not wait for a
// hung disk. request() may be called from any thread; it neither blocks nor allocates. All requests during a
// clean-up result in one more clean-up.
#pragma once

#include "cache/Cache.h"
#include "pressure/Level.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace manometer::service {

class EventSink;

class DiskCleanUp
{
public:
    // Reports to `events` each clean-up that removed something, and the first of those in a row that removed
    // nothing; cache::Stats counts all. Both outlive this object.
    DiskCleanUp(cache::Cache &cache, double keepRatio, EventSink &events);
    // Carries out a pending request, then joins the thread.
    ~DiskCleanUp();
    DiskCleanUp(const DiskCleanUp &) = delete;
    DiskCleanUp &operator=(const DiskCleanUp &) = delete;

    void request(pressure::Level level);

private:
    void work();

    cache::Cache &m_cache;
    const double m_keepRatio;
    EventSink &m_events;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<pressure::Level> m_requested; // guarded by m_mutex, like m_stopping
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace manometer::service
