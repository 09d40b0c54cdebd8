// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/KernelFile.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace manometer::pressure {

KernelFile::KernelFile(std::string path)
    : m_path(std::move(path))
{}

KernelFile::~KernelFile()
{
    close();
}

KernelFile::KernelFile(KernelFile &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{}

void KernelFile::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

bool KernelFile::wasReplaced() const
{
    struct stat opened = {};
    struct stat named = {};
    if (::fstat(m_descriptor, &opened) != 0)
        return true;
    if (::stat(m_path.c_str(), &named) != 0)
        return true;
    return opened.st_ino != named.st_ino || opened.st_dev != named.st_dev;
}

Expected<std::string_view, int> KernelFile::read()
{
    if (m_descriptor >= 0 && wasReplaced())
        close();
    // Two attempts: a descriptor that fails or reads nothing may be stale.
    int error = ENODATA;
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (m_descriptor < 0)
            // O_NONBLOCK: a FIFO put in the file's place must not stop the sampler.
            m_descriptor = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        if (m_descriptor < 0)
            return Unexpected<int>(errno);
        const ssize_t length = ::pread(m_descriptor, m_buffer.data(), m_buffer.size(), 0);
        if (length > 0)
            return std::string_view(m_buffer.data(), static_cast<std::size_t>(length));
        error = length < 0 ? errno : ENODATA;
        close();
    }
    return Unexpected<int>(error);
}

bool meansMissing(int systemError)
{
    return systemError == ENOENT || systemError == ENOTDIR || systemError == EOPNOTSUPP;
}

Expected<std::string, int> readWhole(const std::string &path, std::size_t atMost)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return Unexpected<int>(errno);
    // Grown on demand: the thread's heap would never give back a buffer of the maximum size.
    std::string text(std::min<std::size_t>(atMost, 4096), '\0');
    std::size_t length = 0;
    ssize_t got = 0;
    while (length < atMost && (got = ::read(descriptor, text.data() + length, text.size() - length)) > 0) {
        length += static_cast<std::size_t>(got);
        if (length == text.size())
            text.resize(std::min(atMost, 2 * length));
    }
    const int error = got < 0 ? errno : 0;
    ::close(descriptor);
    if (error != 0)
        return Unexpected<int>(error);
    text.resize(length);
    return text;
}

} // namespace manometer::pressure
