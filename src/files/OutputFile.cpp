// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/OutputFile.h"

#include <QFile>

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <linux/magic.h>
#include <poll.h>
#include <string>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace manometer::files {

namespace {

// Long enough for a reader that pages through the output; bounded, so that one that stopped reading cannot
// block the program for ever.
constexpr std::chrono::milliseconds writeTimeout{60'000};
constexpr std::chrono::milliseconds cancelInterval{100}; // how long a cancellation takes at most
constexpr int maxLinks = 40;                             // as in the kernel (path_resolution(7))

// "/dev/stdout" and similar paths end in a link in /proc that stands for an open descriptor.
bool leadsToDescriptor(std::string path)
{
    for (int links = 0; links < maxLinks; ++links) {
        std::vector<char> target(4096);
        const ssize_t length = ::readlink(path.c_str(), target.data(), target.size());
        if (length <= 0)
            return false;
        const std::string folder = path.substr(0, path.rfind('/') + 1);
        struct statfs system = {};
        if (::statfs(folder.empty() ? "." : folder.c_str(), &system) == 0 &&
            system.f_type == PROC_SUPER_MAGIC)
            return true;
        const std::string next(target.data(), static_cast<std::size_t>(length));
        path = next.front() == '/' ? next : folder + next;
    }
    return false;
}

OutputFile::Kind kindOf(const QByteArray &path)
{
    struct stat status = {};
    if (::stat(path.constData(), &status) != 0)
        return OutputFile::Kind::File; // does not exist yet
    return S_ISREG(status.st_mode) && !leadsToDescriptor(path.toStdString()) ? OutputFile::Kind::File
                                                                             : OutputFile::Kind::Stream;
}

// QSaveFile writes to an unnamed file and would detect it only at commit().
bool isTooLong(const QByteArray &path)
{
    struct stat status = {};
    return ::lstat(path.constData(), &status) != 0 && errno == ENAMETOOLONG;
}

} // namespace

OutputFile::OutputFile(const QString &path)
    : m_kind(kindOf(QFile::encodeName(path)))
    , m_path(path)
    , m_file(path)
{}

OutputFile::~OutputFile()
{
    if (m_stream >= 0)
        ::close(m_stream);
}

QString OutputFile::prepare(const QByteArray &bytes)
{
    if (m_kind == Kind::File) {
        if (!m_file.isOpen() && isTooLong(QFile::encodeName(m_path)))
            return qt_error_string(ENAMETOOLONG);
        const bool opened = m_file.isOpen() || m_file.open(QIODevice::WriteOnly);
        const bool written = opened && m_file.write(bytes) == bytes.size();
        return written ? QString() : m_file.errorString();
    }
    // O_NONBLOCK: do not wait for a pipe's reader. O_APPEND: do not overwrite a file that the output was
    // redirected to.
    if (m_stream < 0)
        m_stream = ::open(QFile::encodeName(m_path).constData(),
                          O_WRONLY | O_APPEND | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (m_stream < 0)
        return qt_error_string(errno);
    m_bytes += bytes;
    return {};
}

QString OutputFile::sync()
{
    if (m_kind == Kind::Stream)
        return {};
    if (!m_file.flush())
        return m_file.errorString();
    return ::fsync(m_file.handle()) == 0 ? QString() : qt_error_string(errno);
}

QString OutputFile::commit(const IsCancelled &isCancelled)
{
    if (m_kind == Kind::File)
        return m_file.flush() && m_file.commit() // see writeOwnFile() for flush()
                   ? QString()
                   : m_file.errorString();
    return writeStream(isCancelled);
}

QString OutputFile::writeStream(const IsCancelled &isCancelled)
{
    const char *next = m_bytes.constData();
    const char *const end = next + m_bytes.size();
    std::chrono::milliseconds waited{0}; // since the last byte
    while (next < end) {
        const ssize_t written = ::write(m_stream, next, static_cast<std::size_t>(end - next));
        if (written > 0) {
            next += written;
            waited = {};
        } else if (written < 0 && errno == EAGAIN) {
            pollfd waiting{.fd = m_stream, .events = POLLOUT, .revents = 0};
            if (::poll(&waiting, 1, static_cast<int>(cancelInterval.count())) != 0)
                continue;
            waited += cancelInterval;
            if (isCancelled())
                return {};
            if (waited >= writeTimeout)
                return qt_error_string(ETIMEDOUT);
        } else if (written == 0 || errno != EINTR) {
            return qt_error_string(written == 0 ? EIO : errno);
        }
    }
    const int result = ::close(std::exchange(m_stream, -1));
    return result == 0 ? QString() : qt_error_string(errno);
}

QString writeOutput(const QString &path, const QByteArray &bytes)
{
    OutputFile file(path);
    const QString error = file.prepare(bytes);
    return error.isEmpty() ? file.commit() : error;
}

} // namespace manometer::files
