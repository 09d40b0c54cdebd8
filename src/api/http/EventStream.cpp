// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/EventStream.h"

#include <algorithm>
#include <microhttpd.h>
#include <utility>

namespace manometer::api {

namespace {

constexpr std::size_t blockBytes = 4u << 10;

const EventText &gapText()
{
    static const EventText text = eventText("gap", R"({"missed":true})");
    return text;
}

const EventText &beatText()
{
    static const EventText text = std::make_shared<const std::string>(": \n\n");
    return text;
}

} // namespace

EventText eventText(std::string_view name, std::string_view data, std::string_view id)
{
    std::string text;
    text.reserve(name.size() + data.size() + id.size() + 32);
    if (!id.empty())
        text.append("id: ").append(id).append("\n");
    text.append("event: ").append(name).append("\ndata: ").append(data).append("\n\n");
    return std::make_shared<const std::string>(std::move(text));
}

void EventStream::push(const EventText &text)
{
    const std::scoped_lock lock(m_mutex);
    if (m_isFinished)
        return;
    if (m_queuedBytes + text->size() > mostQueuedBytes) {
        m_hasGap = true;
        return;
    }
    if (std::exchange(m_hasGap, false))
        append(gapText());
    append(text);
    wake();
}

void EventStream::begin(const EventText &text)
{
    const std::scoped_lock lock(m_mutex);
    append(text);
    wake();
}

void EventStream::beat()
{
    const std::scoped_lock lock(m_mutex);
    if (m_isFinished || !m_queue.empty())
        return;
    append(std::exchange(m_hasGap, false) ? gapText() : beatText());
    wake();
}

void EventStream::finish()
{
    const std::scoped_lock lock(m_mutex);
    m_isFinished = true;
    wake();
}

bool EventStream::isOpen() const
{
    const std::scoped_lock lock(m_mutex);
    return !m_isFinished;
}

void EventStream::append(const EventText &text)
{
    m_queue.push_back(text);
    m_queuedBytes += text->size();
}

void EventStream::wake()
{
    if (m_isSuspended && m_connection) {
        m_isSuspended = false;
        MHD_resume_connection(m_connection);
    }
}

MHD_Response *EventStream::respond(MHD_Connection *connection)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_connection = connection;
    }
    // The holder keeps the stream for as long as the response lives.
    auto *holder = new std::shared_ptr<EventStream>(shared_from_this());
    MHD_Response *response = MHD_create_response_from_callback(
        MHD_SIZE_UNKNOWN, blockBytes, &EventStream::readBody, holder, &EventStream::freeBody);
    if (!response)
        freeBody(holder);
    return response;
}

std::ptrdiff_t EventStream::readBody(void *holder, std::uint64_t, char *buffer, std::size_t size)
{
    return (*static_cast<std::shared_ptr<EventStream> *>(holder))->read(buffer, size);
}

void EventStream::freeBody(void *holder)
{
    auto *stream = static_cast<std::shared_ptr<EventStream> *>(holder);
    {
        const std::scoped_lock lock((*stream)->m_mutex);
        (*stream)->m_connection = nullptr;
        (*stream)->m_isFinished = true;
    }
    delete stream;
}

std::ptrdiff_t EventStream::read(char *buffer, std::size_t size)
{
    const std::scoped_lock lock(m_mutex);
    std::size_t done = 0;
    while (done < size && !m_queue.empty()) {
        const std::string &first = *m_queue.front();
        const std::size_t some = std::min(size - done, first.size() - m_offset);
        first.copy(buffer + done, some, m_offset);
        done += some;
        m_offset += some;
        if (m_offset == first.size()) {
            m_queuedBytes -= first.size();
            m_offset = 0;
            m_queue.pop_front();
        }
    }
    if (done > 0)
        return static_cast<std::ptrdiff_t>(done);
    if (m_isFinished)
        return MHD_CONTENT_READER_END_OF_STREAM;
    // Returning 0 without suspending would be a busy loop (MHD's manual on the content reader callback).
    m_isSuspended = true;
    MHD_suspend_connection(m_connection);
    return 0;
}

} // namespace manometer::api
