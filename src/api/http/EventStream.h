// SPDX-License-Identifier: GPL-3.0-or-later
//
// The body of a response that does not end: server-sent events (WHATWG HTML, section 9.2). What a slow client
// does not take is kept up to a bound, then dropped; once there is room an event reports the gap. Any thread;
// nothing blocks.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

struct MHD_Connection;
struct MHD_Response;

namespace manometer::api {

// One event as text, shared by all streams that send it.
using EventText = std::shared_ptr<const std::string>;

// `data` is one line. `id` may be empty.
EventText eventText(std::string_view name, std::string_view data, std::string_view id = {});

class EventStream : public std::enable_shared_from_this<EventStream>
{
public:
    static constexpr std::size_t mostQueuedBytes = 256u << 10;

    void push(const EventText &text);
    // Begins with this, whatever its size.
    void begin(const EventText &text);
    // A comment, to find out whether the client is still there. None while something is queued.
    void beat();
    // Ends the response after what is queued.
    void finish();
    bool isOpen() const;

    // For Exchange: the response whose body this stream is. Once, with the request's connection.
    MHD_Response *respond(MHD_Connection *connection);

private:
    static std::ptrdiff_t readBody(void *holder, std::uint64_t position, char *buffer, std::size_t size);
    static void freeBody(void *holder);
    std::ptrdiff_t read(char *buffer, std::size_t size);
    void append(const EventText &text);
    void wake();

    mutable std::mutex m_mutex;
    std::deque<EventText> m_queue;
    std::size_t m_offset = 0; // sent of the first
    std::size_t m_queuedBytes = 0;
    bool m_hasGap = false;
    bool m_isFinished = false;
    bool m_isSuspended = false;
    MHD_Connection *m_connection = nullptr; // while the response is being sent
};

} // namespace manometer::api
