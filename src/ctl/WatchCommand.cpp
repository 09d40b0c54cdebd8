// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/EventStream.h"
#include "ctl/Commands.h"
#include "ctl/Context.h"
#include "ctl/EventText.h"
#include "ctl/Json.h"

#include <algorithm>
#include <chrono>

namespace manometer::ctl {

using client::Failure;
using namespace std::chrono_literals;

namespace {

// The server sends a comment every 15 s.
constexpr auto longestSilence = 45s;
// For how long a lost server is waited for: as long as a restart takes.
constexpr auto longestAbsence = 60s;

// Follows the stream and connects again after a loss, from where it was.
class Watch
{
public:
    explicit Watch(Context &context)
        : m_context(context)
    {}

    int run()
    {
        for (;;) {
            const auto followed = follow();
            if (m_context.out.isClosed() || m_context.out.error() != 0)
                return done;
            const bool isRefused = !followed && followed.error().kind == Failure::Kind::Refused;
            // A server that starts refuses with 503 for a moment.
            if (isRefused && (!m_hasConnected || followed.error().status != 503))
                return m_context.fail(followed.error());
            if (const int exitCode = reconnect(followed); exitCode != done)
                return exitCode;
        }
    }

private:
    using Clock = std::chrono::steady_clock;

    Expected<void, Failure> follow()
    {
        client::Request request{.target = "/api/events/stream", .timeout = longestSilence};
        request.fields.emplace_back("Accept", "text/event-stream");
        if (!m_lastId.empty())
            request.fields.emplace_back("Last-Event-ID", m_lastId);
        client::EventStream stream;
        const auto followed = m_context.api.follow(request, [&](std::string_view piece) {
            m_hasConnected = true;
            m_lostAt.reset();
            stream.take(piece, [this](const client::StreamEvent &event) { return show(event); });
            m_context.out.flush();
            // A comment of the server is the occasion to see that the reader is gone.
            return !m_context.out.isClosed() && m_context.out.error() == 0;
        });
        if (!stream.lastId().empty() && isHeaderText(stream.lastId()))
            m_lastId = stream.lastId();
        return followed;
    }

    bool show(const client::StreamEvent &event)
    {
        if (event.isCut || event.name == "gap")
            m_context.out.writeLine(m_context.isJson() ? R"({"kind":"gap","missed":true})"
                                                       : "Events were missed.");
        else if (const auto value = json::Value::parse(event.data); !value)
            m_context.complain("An event of the server is not JSON.");
        else if (m_context.isJson())
            m_context.out.writeLine(event.data.find('\n') == std::string::npos ? event.data
                                                                               : compact(*value));
        else
            m_context.out.writeLine(eventText(*value));
        return true;
    }

    static std::string compact(const json::Value &value)
    {
        json::Writer json;
        write(json, value);
        return json.take();
    }

    // Whether it can be a header's value.
    static bool isHeaderText(std::string_view text)
    {
        return std::all_of(text.begin(), text.end(), [](char each) { return each >= ' ' && each != 0x7f; });
    }

    // Waits before the next attempt. The exit code if there should be none.
    int reconnect(const Expected<void, Failure> &followed)
    {
        const Failure lost = followed ? Failure{.kind = Failure::Kind::NoInstance, .detail = "it has ended"}
                                      : followed.error();
        if (!m_hasConnected)
            return m_context.fail(lost);
        if (!m_lostAt) {
            m_lostAt = Clock::now();
            m_context.complain("The connection was lost. Connecting again.");
        }
        if (Clock::now() - *m_lostAt > longestAbsence)
            return m_context.fail(lost);
        m_context.sleep(500ms);
        return done;
    }

    Context &m_context;
    std::string m_lastId;
    bool m_hasConnected = false;
    std::optional<Clock::time_point> m_lostAt;
};

} // namespace

int runWatch(Context &context)
{
    return Watch(context).run();
}

} // namespace manometer::ctl
