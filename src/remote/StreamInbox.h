// SPDX-License-Identifier: GPL-3.0-or-later
//
// Carries updates from the client's thread to a receiver's, in order. Bounded: a receiver that does not take
// them for too long loses the stream, not the machine's memory. Owned by shared pointers. push() and
// pushEnd() from any thread; nothing blocks.
#pragma once

#include "remote/StreamUpdate.h"

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace manometer::remote {

class StreamInbox : public std::enable_shared_from_this<StreamInbox>
{
public:
    // What a hung front-end lets gather in some minutes of the fastest sampling.
    static constexpr qsizetype defaultBound = 16 << 20;

    using Receive = std::function<void(StreamUpdate &&)>;

    // `receive` is called in the receiver's thread, through its event loop, until close().
    StreamInbox(QObject *receiver, Receive receive, qsizetype mostBytes = defaultBound);

    // False: full, or closed. `textBytes`: the size of the update's text, by which its memory is estimated.
    bool push(StreamUpdate update, qsizetype textBytes);
    // The end of the stream, which always fits.
    void pushEnd(const QString &reason);
    // No more calls. In the receiver's thread, before the receiver is destroyed.
    void close();

private:
    bool add(StreamUpdate update, qsizetype bytes);
    void deliver();
    bool isOpen();

    const Receive m_receive;
    const qsizetype m_mostBytes;
    std::mutex m_mutex;
    QObject *m_receiver; // null: closed
    std::vector<StreamUpdate> m_updates;
    qsizetype m_bytes = 0;
};

} // namespace manometer::remote
