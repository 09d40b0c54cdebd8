// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/File.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace manometer::reader {

namespace {

using namespace std::string_view_literals;

// The start of a FITS file (FITS 4.0, 4.4.1.1) and the signature of an HDF5 superblock (HDF5 file format 3.0,
// II.A).
constexpr std::string_view fitsStart = "SIMPLE  =";
constexpr std::string_view hdf5Signature = "\x89HDF\r\n\x1a\n"sv;

Failure failureOf(int error)
{
    FailureKind kind = FailureKind::Unreadable;
    if (error == ENOENT || error == ENOTDIR)
        kind = FailureKind::Vanished;
    else if (error == EACCES || error == EPERM)
        kind = FailureKind::Denied;
    return {kind, std::strerror(error)};
}

// Less where the file ends.
Expected<std::string, Failure> readAt(int descriptor, std::size_t count, std::uint64_t offset)
{
    std::string bytes(count, '\0');
    while (true) {
        const ssize_t read = ::pread(descriptor, bytes.data(), count, static_cast<off_t>(offset));
        if (read < 0 && errno == EINTR)
            continue;
        if (read < 0)
            return Unexpected<Failure>(failureOf(errno));
        bytes.resize(static_cast<std::size_t>(read));
        return bytes;
    }
}

Expected<Format, Failure> formatOf(int descriptor, std::uint64_t fileBytes)
{
    const auto start = readAt(descriptor, fitsStart.size(), 0);
    if (!start)
        return Unexpected<Failure>(start.error());
    if (*start == fitsStart)
        return Format::Fits;
    // At 0, 512 and each power of two above it: a block of the user's may come first.
    for (std::uint64_t offset = 0; offset < fileBytes; offset = offset == 0 ? 512 : offset * 2) {
        const auto signature = readAt(descriptor, hdf5Signature.size(), offset);
        if (!signature)
            return Unexpected<Failure>(signature.error());
        if (*signature == hdf5Signature)
            return Format::Hdf5;
    }
    return Unexpected<Failure>(Failure{FailureKind::Unknown, "neither FITS nor HDF5"});
}

} // namespace

File::File(int descriptor)
    : m_descriptor(descriptor)
    , m_libraryName("/proc/self/fd/" + std::to_string(descriptor))
{}

File::File(File &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_bytes(other.m_bytes)
    , m_libraryName(std::move(other.m_libraryName))
{}

File::~File()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Expected<File, Failure> File::open(const std::string &path)
{
    File file(::open(path.c_str(), O_PATH | O_CLOEXEC));
    struct stat status = {};
    if (file.m_descriptor < 0 || ::fstat(file.m_descriptor, &status) != 0)
        return Unexpected<Failure>(failureOf(errno));
    if (!S_ISREG(status.st_mode))
        return Unexpected<Failure>(Failure{FailureKind::Unreadable, "not a regular file"});
    file.m_bytes = static_cast<std::uint64_t>(status.st_size);
    if (file.m_bytes == 0)
        return Unexpected<Failure>(Failure{FailureKind::Empty, "the file is empty"});
    return file;
}

Expected<Format, Failure> File::format() const
{
    const int descriptor = ::open(m_libraryName.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return Unexpected<Failure>(failureOf(errno));
    auto format = formatOf(descriptor, m_bytes);
    ::close(descriptor);
    return format;
}

} // namespace manometer::reader
