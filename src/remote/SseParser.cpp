// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/SseParser.h"

#include <algorithm>
#include <utility>

namespace manometer::remote {

bool SseParser::feed(QByteArrayView piece, const std::function<bool(const SseEvent &)> &onEvent)
{
    while (!piece.isEmpty()) {
        if (std::exchange(m_skipsLineFeed, false) && piece.front() == '\n') {
            piece = piece.sliced(1);
            continue;
        }
        const auto *end =
            std::find_if(piece.begin(), piece.end(), [](char each) { return each == '\n' || each == '\r'; });
        const qsizetype length = end - piece.begin();
        if (m_line.size() + m_event.data.size() + length > m_mostEventBytes) {
            m_isTooLarge = true;
            return false;
        }
        m_line += piece.first(length);
        if (end == piece.end())
            return true;
        m_skipsLineFeed = *end == '\r';
        piece = piece.sliced(length + 1);
        if (!takeLine(onEvent))
            return false;
    }
    return true;
}

bool SseParser::takeLine(const std::function<bool(const SseEvent &)> &onEvent)
{
    QByteArray line = std::exchange(m_line, {});
    if (std::exchange(m_isFirstLine, false) && line.startsWith("\xef\xbb\xbf"))
        line.remove(0, 3);
    if (line.isEmpty()) {
        const bool isWhole = std::exchange(m_hasData, false);
        SseEvent event = std::exchange(m_event, SseEvent{.id = m_event.id});
        return !isWhole || onEvent(event);
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArray field = colon < 0 ? line : line.first(colon);
    QByteArray value = colon < 0 ? QByteArray() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (field == "data") {
        if (std::exchange(m_hasData, true))
            m_event.data += '\n';
        m_event.data += value;
    } else if (field == "event") {
        m_event.name = value;
    } else if (field == "id" && !value.contains('\0')) {
        m_event.id = value;
    }
    return true;
}

} // namespace manometer::remote
