// SPDX-License-Identifier: GPL-3.0-or-later
//
// The disk store's clean-ups, on a thread of their own: one takes as long as the disk does, which for a disk
// that hangs is for ever, and no cut of the memory limit may wait for that. request() may be called from any
// thread, waits for nothing and allocates nothing; what is asked for while a clean-up is under way is one
// more.
#pragma once

#include "cache/Cache.h"
#include "views/Event.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace manometer::service {

class DiskCleanUp
{
public:
    // `report` hears of each, in this thread.
    DiskCleanUp(cache::Cache &cache, double keepRatio, std::function<void(const views::Event &)> report);
    // Makes the one that was asked for, then stops.
    ~DiskCleanUp();
    DiskCleanUp(const DiskCleanUp &) = delete;
    DiskCleanUp &operator=(const DiskCleanUp &) = delete;

    void request(pressure::Level level);

private:
    void work();

    cache::Cache &m_cache;
    const double m_keepRatio;
    const std::function<void(const views::Event &)> m_report;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<pressure::Level> m_requested; // guarded by m_mutex, as is
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace manometer::service
