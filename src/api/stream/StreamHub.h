// SPDX-License-Identifier: GPL-3.0-or-later
//
// All open streams: their number is bounded, and a comment in time shows whether a silent client is still
// there. Any thread; nothing blocks.
#pragma once

#include "api/http/Alarms.h"
#include "api/http/EventStream.h"

#include <memory>
#include <mutex>
#include <vector>

namespace manometer::api {

class StreamHub : public std::enable_shared_from_this<StreamHub>
{
public:
    static constexpr std::chrono::seconds heartbeat{15};

    StreamHub(std::size_t most, Alarms &alarms)
        : m_most(most)
        , m_alarms(alarms)
    {}

    // Null if there are as many as there may be.
    std::shared_ptr<EventStream> open();

private:
    void beat();
    void forgetEnded();

    const std::size_t m_most;
    Alarms &m_alarms;
    std::mutex m_mutex;
    std::vector<std::weak_ptr<EventStream>> m_streams;
    bool m_isBeating = false;
};

} // namespace manometer::api
