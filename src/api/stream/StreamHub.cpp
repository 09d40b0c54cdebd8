// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/stream/StreamHub.h"

#include <utility>

namespace manometer::api {

std::shared_ptr<EventStream> StreamHub::open()
{
    const std::scoped_lock lock(m_mutex);
    forgetEnded();
    if (m_streams.size() >= m_most)
        return nullptr;
    auto stream = std::make_shared<EventStream>();
    m_streams.push_back(stream);
    if (!std::exchange(m_isBeating, true))
        m_alarms.after(heartbeat, [weak = weak_from_this()] {
            if (const auto self = weak.lock())
                self->beat();
        });
    return stream;
}

void StreamHub::forgetEnded()
{
    std::erase_if(m_streams, [](const std::weak_ptr<EventStream> &each) {
        const auto stream = each.lock();
        return !stream || !stream->isOpen();
    });
}

void StreamHub::beat()
{
    std::vector<std::shared_ptr<EventStream>> open;
    {
        const std::scoped_lock lock(m_mutex);
        forgetEnded();
        m_isBeating = !m_streams.empty();
        if (m_isBeating)
            m_alarms.after(heartbeat, [weak = weak_from_this()] {
                if (const auto self = weak.lock())
                    self->beat();
            });
        for (const auto &each : m_streams)
            if (auto stream = each.lock())
                open.push_back(std::move(stream));
    }
    for (const auto &stream : open)
        stream->beat();
}

} // namespace manometer::api
