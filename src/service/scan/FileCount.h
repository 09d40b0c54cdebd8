// SPDX-License-Identifier: GPL-3.0-or-later
//
// Counts the files below a folder in a thread of its own, ahead of a scan, so that the scan can report its
// progress. Created and used in one thread; only the destructor blocks, at most for the listing of one
// folder. No errors: unreadable folders are not counted.
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

    // Abandons the previous count.
    void start(const QByteArray &folder);
    void stop();
    // Stops and clears the count.
    void reset();

    bool isStarted() const { return m_count != nullptr; }
    quint64 files() const { return m_count ? m_count->files.load() : 0; }
    bool isComplete() const { return m_count && m_count->complete; }

private:
    // Shared with the thread, which may still run for a moment after stop().
    struct Count
    {
        std::atomic<quint64> files = 0;
        std::atomic<bool> complete = false;
        std::atomic<bool> stop = false;
    };

    std::shared_ptr<Count> m_count;
    QThreadPool m_thread; // a single thread
};

} // namespace manometer::service
