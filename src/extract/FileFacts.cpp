// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/FileFacts.h"

#include "extract/RegularFile.h"

#include <QMimeDatabase>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <limits>
#include <linux/magic.h>
#include <string_view>
#include <sys/vfs.h>
#include <unistd.h>
#include <xxhash.h>

namespace manometer::extract {

namespace {

constexpr std::uint64_t sliceBytes = 4096;

// The size and three slices of a file's contents.
class ContentSample
{
public:
    static Expected<ContentSample, int> of(int file, std::uint64_t sizeBytes)
    {
        ContentSample sample;
        for (int byte = 0; byte < 8; ++byte) // little-endian on every machine
            sample.m_bytes[sample.m_length++] = static_cast<char>(sizeBytes >> (8 * byte));
        const std::uint64_t last = sizeBytes > sliceBytes ? sizeBytes - sliceBytes : 0;
        for (const std::uint64_t offset : {std::uint64_t(0), last / 2, last}) {
            const ssize_t got = ::pread(file, sample.m_bytes.data() + sample.m_length, sliceBytes,
                                        static_cast<off_t>(offset));
            if (got < 0)
                return Unexpected<int>(errno);
            if (sample.m_length == 8 && offset == 0)
                sample.m_startLength = static_cast<std::size_t>(got);
            sample.m_length += static_cast<std::size_t>(got);
        }
        return sample;
    }

    std::uint64_t fingerprint() const { return XXH3_64bits(m_bytes.data(), m_length); }
    std::string_view start() const { return {m_bytes.data() + 8, m_startLength}; }

private:
    std::array<char, 8 + 3 * sliceBytes> m_bytes{};
    std::size_t m_length = 0;
    std::size_t m_startLength = 0;
};

std::uint32_t fileSystemOf(int file)
{
    struct statfs system = {};
    return ::fstatfs(file, &system) == 0 ? static_cast<std::uint32_t>(system.f_type) : 0;
}

// The file systems that refuse a read lease only because of a writer. Network file systems refuse it for
// other reasons, too, and overlay does not detect mappings of the underlying file.
bool refusesLeaseOnlyForWriters(std::uint32_t fileSystem)
{
    switch (fileSystem) {
    case EXT4_SUPER_MAGIC:
    case XFS_SUPER_MAGIC:
    case BTRFS_SUPER_MAGIC:
    case F2FS_SUPER_MAGIC:
    case TMPFS_MAGIC:
    case MSDOS_SUPER_MAGIC:
    case EXFAT_SUPER_MAGIC:
        return true;
    default:
        return false;
    }
}

Writers writersOf(int file, std::uint32_t fileSystem)
{
    if (!refusesLeaseOnlyForWriters(fileSystem))
        return Writers::Unknown;
    // If a program opens the file for writing while we hold the lease, the kernel sends a signal: SIGURG,
    // which is ignored by default, instead of SIGIO, which would end this process.
    if (::fcntl(file, F_SETSIG, SIGURG) != 0)
        return Writers::Unknown;
    if (::fcntl(file, F_SETLEASE, F_RDLCK) == 0) {
        ::fcntl(file, F_SETLEASE, F_UNLCK);
        return Writers::None;
    }
    return errno == EAGAIN ? Writers::Some : Writers::Unknown;
}

// `path`: of which the type is looked up; empty: it is not.
Expected<FileFacts, FileFactsError> factsOf(int file, const struct stat &status, const QByteArray &path)
{
    FileFacts facts;
    facts.sizeBytes = static_cast<std::uint64_t>(status.st_size);
    facts.mtime = status.st_mtim;
    facts.ctime = status.st_ctim;
    facts.inode = status.st_ino;
    facts.device = status.st_dev;
    const std::uint32_t fileSystem = fileSystemOf(file);
    facts.writers = writersOf(file, fileSystem);
    facts.timesFollowMappings =
        fileSystem != TMPFS_MAGIC && fileSystem != RAMFS_MAGIC && fileSystem != OVERLAYFS_SUPER_MAGIC;

    const auto sample = ContentSample::of(file, facts.sizeBytes);
    if (!sample)
        return Unexpected<FileFactsError>({sample.error()});
    facts.fingerprint = sample->fingerprint();
    if (path.isEmpty())
        return facts;
    static const QMimeDatabase mimeTypes;
    const std::string_view start = sample->start();
    const auto first = QByteArray::fromRawData(start.data(), static_cast<qsizetype>(start.size()));
    const auto name = QString::fromUtf8(path.mid(path.lastIndexOf('/') + 1));
    facts.mimeType = mimeTypes.mimeTypeForFileNameAndData(name, first).name();
    return facts;
}

bool hasFingerprint(int file, const struct stat &status, std::uint64_t fingerprint)
{
    if (writersOf(file, fileSystemOf(file)) == Writers::Some)
        return false;
    const auto sample = ContentSample::of(file, static_cast<std::uint64_t>(status.st_size));
    return sample && sample->fingerprint() == fingerprint;
}

} // namespace

Expected<FileFacts, FileFactsError> readFileFacts(const QByteArray &path)
{
    const auto file = RegularFile::open(path);
    if (!file)
        return Unexpected<FileFactsError>({file.error()});
    return factsOf(file->descriptor(), file->status(), path);
}

Expected<FileFacts, FileFactsError> readFileFacts(int file)
{
    struct stat status = {};
    if (::fstat(file, &status) != 0)
        return Unexpected<FileFactsError>({errno});
    if (!S_ISREG(status.st_mode))
        return Unexpected<FileFactsError>({EINVAL});
    return factsOf(file, status, {});
}

bool hasFingerprint(const QByteArray &path, std::uint64_t fingerprint)
{
    const auto file = RegularFile::open(path);
    return file && hasFingerprint(file->descriptor(), file->status(), fingerprint);
}

bool hasFingerprint(int file, std::uint64_t fingerprint)
{
    struct stat status = {};
    return ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) &&
           hasFingerprint(file, status, fingerprint);
}

std::int64_t nanosecondsOf(const timespec &time)
{
    using Limits = std::numeric_limits<std::int64_t>;
    std::int64_t result = 0;
    if (__builtin_mul_overflow(std::int64_t(time.tv_sec), std::int64_t(1'000'000'000), &result) ||
        __builtin_add_overflow(result, std::int64_t(time.tv_nsec), &result))
        return time.tv_sec < 0 ? Limits::min() : Limits::max();
    return result;
}

} // namespace manometer::extract
