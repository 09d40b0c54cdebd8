// SPDX-License-Identifier: GPL-3.0-or-later
//
// Appends events as lines of JSON (wire/EventLine.h) to a file or to standard output, in a thread of its own:
// neither a slow disk nor a reader that does not read delays the caller. What does not fit into the queue is
// dropped, which leaves a gap in the ids. A file has whole lines only: a line that is written in part, to a
// full disk, is cut off. Failures are logged once; writing goes on when it is possible again, except to a
// reader that has gone. append() may be called in any thread; only the destructor waits, briefly, for the
// queue.
#pragma once

#include "expected/Expected.h"
#include "views/Event.h"

#include <QByteArray>
#include <QString>
#include <QThreadPool>

#include <memory>

namespace manometer::app {

class EventOutput
{
public:
    static constexpr int mostQueued = 1024;

    // "-" is standard output; a new file is readable by this user only. The error is the system's message.
    // Blocks on disk.
    static Expected<std::unique_ptr<EventOutput>, QString> open(const QByteArray &file);
    ~EventOutput();
    EventOutput(const EventOutput &) = delete;
    EventOutput &operator=(const EventOutput &) = delete;

    void append(const views::Event &event);

private:
    class Writer;

    explicit EventOutput(std::shared_ptr<Writer> writer);

    QThreadPool m_pool; // one thread: lines in order
    std::shared_ptr<Writer> m_writer;
};

} // namespace manometer::app
