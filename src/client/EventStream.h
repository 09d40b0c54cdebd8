// SPDX-License-Identifier: GPL-3.0-or-later
//
// Parses server-sent events (WHATWG HTML, section 9.2.6) from pieces of any size. Comments and the field
// `retry` are ignored. Pure; one thread. Memory: one event, of mostEventBytes at most; a longer one is
// dropped and delivered as one without data whose isCut is set.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace manometer::client {

struct StreamEvent
{
    std::string id{};   // the last one that was sent, with this event or an earlier one
    std::string name{}; // of the field `event`; empty: "message"
    std::string data{};
    bool isCut = false;
};

class EventStream
{
public:
    static constexpr std::size_t mostEventBytes = 4 << 20;

    // Calls `onEvent` for each event that `piece` completes. False: it has returned false, and the rest of
    // the piece was not read.
    bool take(std::string_view piece, const std::function<bool(const StreamEvent &)> &onEvent);
    const std::string &lastId() const { return m_lastId; }

private:
    bool takeLine(std::string_view line, const std::function<bool(const StreamEvent &)> &onEvent);

    std::string m_line;         // the part that has arrived
    bool m_isLineCut = false;   // the rest of the line was dropped
    bool m_isCut = false;       // a line of m_event was
    bool m_afterReturn = false; // a line feed that follows belongs to the same line break
    bool m_isFirstLine = true;
    bool m_hasData = false;
    StreamEvent m_event;
    std::string m_lastId;
};

} // namespace manometer::client
