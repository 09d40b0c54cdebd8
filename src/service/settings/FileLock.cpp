// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/settings/FileLock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace manometer::service {

namespace {

using Clock = std::chrono::steady_clock;

// flock() waits for ever or not at all.
constexpr std::chrono::milliseconds askAgainAfter{5};

// Others hold it for as long as writing a small file takes.
bool lock(int descriptor, Clock::time_point until)
{
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return false;
        if (Clock::now() >= until) {
            errno = EWOULDBLOCK;
            return false;
        }
        std::this_thread::sleep_for(askAgainAfter);
    }
    return true;
}

// Who removed it while we waited has made another one that others hold.
bool isInPlace(int descriptor, const QByteArray &path)
{
    struct stat held = {};
    struct stat named = {};
    return ::fstat(descriptor, &held) == 0 && ::lstat(path.constData(), &named) == 0 &&
           held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

} // namespace

Expected<FileLock, QString> FileLock::acquire(const QString &path, std::chrono::milliseconds patience)
{
    const QByteArray name = QFile::encodeName(path);
    const Clock::time_point until = Clock::now() + patience;
    for (;;) {
        // O_NONBLOCK: a pipe in its place is not waited for.
        FileLock result(::open(name.constData(),
                               O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0600));
        if (result.m_descriptor < 0)
            return Unexpected<QString>(qt_error_string(errno));
        if (lock(result.m_descriptor, until)) {
            if (isInPlace(result.m_descriptor, name))
                return result;
        } else if (errno == EWOULDBLOCK) {
            return Unexpected<QString>(QStringLiteral("another program holds %1").arg(path));
        } else {
            return result; // ENOLCK and its like
        }
        if (Clock::now() >= until)
            return Unexpected<QString>(QStringLiteral("%1 is replaced again and again").arg(path));
    }
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

FileLock::FileLock(FileLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

} // namespace manometer::service
