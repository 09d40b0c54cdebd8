// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the views have published last, for other threads. update…() are for the views' thread; any thread
// reads; nothing blocks.
#pragma once

#include "views/CacheView.h"
#include "views/MonitorView.h"

#include <memory>
#include <mutex>

namespace manometer::api {

class Present
{
public:
    using Status = std::shared_ptr<const views::MonitorStatus>;
    using Summary = std::shared_ptr<const views::CacheSummary>;

    Present()
        : m_status(std::make_shared<const views::MonitorStatus>())
        , m_summary(std::make_shared<const views::CacheSummary>())
    {}

    Status status() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_status;
    }
    // Its figures are up to a second old: EntryAccess has the newest.
    Summary summary() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_summary;
    }
    void updateStatus(const views::MonitorStatus &status) { replace(m_status, status); }
    void updateSummary(const views::CacheSummary &summary) { replace(m_summary, summary); }

private:
    template<typename Value>
    void replace(std::shared_ptr<const Value> &present, const Value &value)
    {
        auto next = std::make_shared<const Value>(value);
        const std::scoped_lock lock(m_mutex);
        present.swap(next);
    }

    mutable std::mutex m_mutex;
    Status m_status;
    Summary m_summary;
};

} // namespace manometer::api
