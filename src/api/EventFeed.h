// SPDX-License-Identifier: GPL-3.0-or-later
//
// The events on their way to the clients' streams, past the views: a thread that hangs cannot delay them.
// Keeps the last ones for a client that connects again. Any thread; nothing blocks.
#pragma once

#include "api/http/EventStream.h"
#include "views/Event.h"

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace manometer::api {

class EventFeed
{
public:
    static constexpr std::size_t eventsKept = 1024;

    void publish(const views::Event &event);
    // Sends the events from now on; first those after `lastId` (RUN.ID), if it is given, or a gap where they
    // are no longer kept.
    void subscribe(const std::shared_ptr<EventStream> &stream, const std::string &lastId);

private:
    struct Kept
    {
        std::string id{};
        EventText text{};
    };

    std::mutex m_mutex;
    std::deque<Kept> m_kept;
    std::vector<std::weak_ptr<EventStream>> m_streams;
};

} // namespace manometer::api
