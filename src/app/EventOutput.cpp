// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EventOutput.h"

#include "async/PoolThreads.h"
#include "wire/EventLine.h"

#include <QLoggingCategory>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <climits>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace manometer::app {

namespace {

Q_LOGGING_CATEGORY(eventsLog, "manometer.events")

using Steady = std::chrono::steady_clock;

// How long the destructor waits for a reader that does not read.
constexpr std::chrono::seconds leaveTimeout{1};
constexpr int pollMs = 100;

} // namespace

// Used in the pool's thread, apart from the atomics.
class EventOutput::Writer
{
public:
    explicit Writer(int descriptor)
        : m_descriptor(descriptor)
    {
        struct stat status = {};
        m_isFile = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    }
    ~Writer() { ::close(m_descriptor); }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    std::atomic<int> queued = 0;
    std::atomic<Steady::time_point> leaveAt = Steady::time_point::max();

    void write(const QByteArray &line)
    {
        if (m_isGone)
            return;
        const off_t before = m_isFile ? ::lseek(m_descriptor, 0, SEEK_END) : 0;
        const int error = tryToWrite(line);
        if (error != 0 && m_isFile && ::ftruncate(m_descriptor, before) != 0)
            m_isGone = true; // a torn line would spoil the next one
        m_isGone = m_isGone || error == EPIPE || error == ETIMEDOUT;
        if (const bool hadFailed = std::exchange(m_hasFailed, error != 0); m_hasFailed && !hadFailed)
            qCWarning(eventsLog, "events cannot be written: %s", qPrintable(qt_error_string(error)));
    }

private:
    // Never blocks for long: writes only as much as poll(2) says there is room for. A pipe with any room has
    // some for PIPE_BUF bytes.
    int tryToWrite(const QByteArray &line)
    {
        for (qsizetype done = 0; done < line.size();) {
            pollfd room{.fd = m_descriptor, .events = POLLOUT, .revents = 0};
            if (::poll(&room, 1, pollMs) <= 0) {
                if (Steady::now() >= leaveAt.load())
                    return ETIMEDOUT;
                continue;
            }
            const auto some = static_cast<std::size_t>(std::min<qsizetype>(line.size() - done, PIPE_BUF));
            const ssize_t written = ::write(m_descriptor, line.constData() + done, some);
            if (written >= 0)
                done += written;
            else if (errno != EINTR && errno != EAGAIN)
                return errno;
        }
        return 0;
    }

    const int m_descriptor;
    bool m_isFile = false;
    bool m_hasFailed = false;
    bool m_isGone = false;
};

Expected<std::unique_ptr<EventOutput>, QString> EventOutput::open(const QByteArray &file)
{
    const int descriptor =
        file == "-" ? ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0)
                    : ::open(file.constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600);
    if (descriptor < 0)
        return Unexpected<QString>(qt_error_string(errno));
    return std::unique_ptr<EventOutput>(new EventOutput(std::make_shared<Writer>(descriptor)));
}

EventOutput::EventOutput(std::shared_ptr<Writer> writer)
    : m_writer(std::move(writer))
{
    async::startPoolThreads(m_pool, 1);
}

EventOutput::~EventOutput()
{
    m_writer->leaveAt = Steady::now() + leaveTimeout;
    m_pool.waitForDone();
}

void EventOutput::append(const views::Event &event)
{
    if (m_writer->queued >= mostQueued)
        return;
    ++m_writer->queued;
    m_pool.start([writer = m_writer, line = wire::toLine(event)] {
        writer->write(line);
        --writer->queued;
    });
}

} // namespace manometer::app
