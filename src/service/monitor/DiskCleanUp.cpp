// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/monitor/DiskCleanUp.h"

#include "service/recording/EventSink.h"

#include <pthread.h>
#include <utility>

namespace manometer::service {

using namespace views;

namespace {

bool hasRemoved(const cache::CleanUpOutcome &outcome)
{
    return outcome.expiredEntries + outcome.removedEntries > 0 ||
           outcome.fileBytesAfter < outcome.fileBytesBefore;
}

} // namespace

DiskCleanUp::DiskCleanUp(cache::Cache &cache, double keepRatio, EventSink &events)
    : m_cache(cache)
    , m_keepRatio(keepRatio)
    , m_events(events)
    , m_thread([this] { work(); })
{}

DiskCleanUp::~DiskCleanUp()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void DiskCleanUp::request(Level level)
{
    {
        const std::lock_guard lock(m_mutex);
        m_requested = level;
    }
    m_changed.notify_one();
}

void DiskCleanUp::work()
{
    ::pthread_setname_np(::pthread_self(), "clean-up");
    bool wasInVain = false; // the clean-up before
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_requested || m_stopping; });
        const auto level = std::exchange(m_requested, std::nullopt);
        if (!level)
            return;
        lock.unlock();
        const cache::CleanUpOutcome outcome = m_cache.cleanUpDisk(m_keepRatio);
        const bool isInVain = !hasRemoved(outcome);
        if (!isInVain || !wasInVain)
            m_events.report(CleanUpEvent{.level = *level, .outcome = outcome});
        wasInVain = isInVain;
        lock.lock();
    }
}

} // namespace manometer::service
