// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/EventFeed.h"

#include "wire/EventLine.h"

#include <algorithm>

namespace manometer::api {

void EventFeed::publish(const views::Event &event)
{
    const QByteArray line = wire::toLine(event).trimmed();
    Kept kept{.id = event.run.toStdString() + '.' + std::to_string(event.id)};
    kept.text = eventText("event", {line.constData(), static_cast<std::size_t>(line.size())}, kept.id);
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_streams, [&kept](const std::weak_ptr<EventStream> &each) {
        const auto stream = each.lock();
        if (stream)
            stream->push(kept.text);
        return !stream;
    });
    m_kept.push_back(std::move(kept));
    if (m_kept.size() > eventsKept)
        m_kept.pop_front();
}

void EventFeed::subscribe(const std::shared_ptr<EventStream> &stream, const std::string &lastId)
{
    const std::scoped_lock lock(m_mutex);
    if (!lastId.empty()) {
        auto next = std::find_if(m_kept.begin(), m_kept.end(),
                                 [&lastId](const Kept &each) { return each.id == lastId; });
        if (next == m_kept.end())
            stream->begin(eventText("gap", R"({"missed":true})"));
        else
            for (++next; next != m_kept.end(); ++next)
                stream->begin(next->text);
    }
    m_streams.push_back(stream);
}

} // namespace manometer::api
