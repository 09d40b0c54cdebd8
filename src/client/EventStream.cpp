// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/EventStream.h"

#include <utility>

namespace manometer::client {

bool EventStream::take(std::string_view piece, const std::function<bool(const StreamEvent &)> &onEvent)
{
    while (!piece.empty()) {
        if (std::exchange(m_afterReturn, false) && piece.front() == '\n') {
            piece.remove_prefix(1);
            continue;
        }
        const auto end = piece.find_first_of("\r\n");
        const std::string_view part = piece.substr(0, end);
        if (m_line.size() + m_event.data.size() + part.size() > mostEventBytes)
            m_isLineCut = true;
        else
            m_line += part;
        if (end == std::string_view::npos)
            return true;
        m_afterReturn = piece[end] == '\r';
        piece.remove_prefix(end + 1);
        std::string_view line = m_line;
        if (std::exchange(m_isFirstLine, false) && line.starts_with("\xef\xbb\xbf"))
            line.remove_prefix(3);
        const bool goesOn = takeLine(line, onEvent);
        m_line.clear();
        if (!goesOn)
            return false;
    }
    return true;
}

bool EventStream::takeLine(std::string_view line, const std::function<bool(const StreamEvent &)> &onEvent)
{
    if (std::exchange(m_isLineCut, false)) {
        m_isCut = true;
        return true;
    }
    if (line.empty()) {
        StreamEvent event = std::exchange(m_event, {});
        event.isCut = std::exchange(m_isCut, false);
        event.id = m_lastId;
        if (event.isCut)
            event.data.clear();
        return !(std::exchange(m_hasData, false) || event.isCut) || onEvent(event);
    }
    const auto colon = line.find(':');
    const std::string_view name = line.substr(0, colon);
    std::string_view value = colon == std::string_view::npos ? "" : line.substr(colon + 1);
    if (value.starts_with(' '))
        value.remove_prefix(1);
    if (name == "event") {
        m_event.name = value;
    } else if (name == "data") {
        if (std::exchange(m_hasData, true))
            m_event.data += '\n';
        m_event.data += value;
    } else if (name == "id" && value.find('\0') == std::string_view::npos) {
        m_lastId = value;
    }
    return true;
}

} // namespace manometer::client
