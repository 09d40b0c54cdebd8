// SPDX-License-Identifier: GPL-3.0-or-later
//
// How many files there are below a folder, counted ahead of a scan on a thread of its own, so that the scan
// can say how far it is. Made and used in one thread; nothing but the destructor waits, and that for one
// folder's listing at most.
#pragma once

#include <QByteArray>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace manometer::service {

class FileCount
{
public:
    FileCount();
    ~FileCount();
    FileCount(const FileCount &) = delete;
    FileCount &operator=(const FileCount &) = delete;

    // In place of the count before, which is given up.
    void start(const QByteArray &folder);
    void stop();
    // Forgets what was counted.
    void reset();

    bool isStarted() const { return m_count != nullptr; }
    quint64 files() const { return m_count ? m_count->files.load() : 0; }
    bool isComplete() const { return m_count && m_count->complete; }

private:
    // Shared with the thread, which outlives a stop() by a moment.
    struct Count
    {
        std::atomic<quint64> files = 0;
        std::atomic<bool> complete = false;
        std::atomic<bool> stop = false;
    };

    std::shared_ptr<Count> m_count;
    QThreadPool m_thread; // one
};

} // namespace manometer::service
