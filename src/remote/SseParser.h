// SPDX-License-Identifier: GPL-3.0-or-later
//
// Server-sent events out of pieces of bytes that may be split anywhere (WHATWG HTML, section "Server-sent
// events"). Comments and unknown fields are ignored. Memory is bounded by the longest event. One thread.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace manometer::remote {

struct SseEvent
{
    QByteArray name{}; // empty: none was given
    QByteArray data{};
    QByteArray id{}; // of this event, or the last one that was given before it
};

class SseParser
{
public:
    static constexpr qsizetype defaultBound = 4 << 20;

    explicit SseParser(qsizetype mostEventBytes = defaultBound)
        : m_mostEventBytes(mostEventBytes)
    {}

    // Calls `onEvent` for each event that is complete; it returns false to stop. False: it stopped, or an
    // event exceeds the bound (isTooLarge()); nothing more may be fed then.
    bool feed(QByteArrayView piece, const std::function<bool(const SseEvent &)> &onEvent);
    bool isTooLarge() const { return m_isTooLarge; }

private:
    bool takeLine(const std::function<bool(const SseEvent &)> &onEvent);

    qsizetype m_mostEventBytes;
    QByteArray m_line;
    SseEvent m_event;
    bool m_hasData = false;
    bool m_isFirstLine = true;
    bool m_skipsLineFeed = false; // the last line ended in a carriage return
    bool m_isTooLarge = false;
};

} // namespace manometer::remote
