// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opens a regular file for reading. Symbolic links, devices and FIFOs are errors, and a FIFO does not block.
// Internal to extract. Blocks on the disk. Any thread.
#pragma once

#include "expected/Expected.h"

#include <QByteArray>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace manometer::extract {

class RegularFile
{
public:
    // The error is an errno; EINVAL for anything but a regular file.
    static Expected<RegularFile, int> open(const QByteArray &path)
    {
        RegularFile file(::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
        if (file.m_descriptor < 0 || ::fstat(file.m_descriptor, &file.m_status) != 0)
            return Unexpected<int>(errno);
        if (!S_ISREG(file.m_status.st_mode))
            return Unexpected<int>(EINVAL);
        return file;
    }
    ~RegularFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    RegularFile(RegularFile &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
        , m_status(other.m_status)
    {}
    RegularFile &operator=(RegularFile &&) = delete;

    int descriptor() const { return m_descriptor; }
    const struct stat &status() const { return m_status; }

private:
    explicit RegularFile(int descriptor)
        : m_descriptor(descriptor)
    {}

    int m_descriptor;
    struct stat m_status = {};
};

} // namespace manometer::extract
