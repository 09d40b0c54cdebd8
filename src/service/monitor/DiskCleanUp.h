// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs the disk store's clean-ups in a thread of its own, since a cut of the memory limit must not wait for a
// hung disk. request() may be called from any thread; it neither blocks nor allocates. All requests during a
// clean-up result in one more clean-up.
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
    // `report` is called after each clean-up, in the clean-up thread.
    DiskCleanUp(cache::Cache &cache, double keepRatio, std::function<void(const views::Event &)> report);
    // Carries out a pending request, then joins the thread.
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
    std::optional<pressure::Level> m_requested; // guarded by m_mutex, like m_stopping
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace manometer::service
