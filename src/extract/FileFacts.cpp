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
#include <sys/vfs.h>
#include <unistd.h>
#include <xxhash.h>

namespace manometer::extract {

namespace {

constexpr std::uint64_t sliceBytes = 4096;

// Where a read lease is refused for no other reason than a writer. Network file systems refuse it as they
// like, and overlay does not see mappings of the file below.
bool knowsWriters(int file)
{
    struct statfs system = {};
    if (::fstatfs(file, &system) != 0)
        return false;
    switch (static_cast<std::uint32_t>(system.f_type)) {
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

Writers writersOf(int file)
{
    if (!knowsWriters(file))
        return Writers::Unknown;
    // If one opens it for writing in between, the kernel sends a signal: one that nothing comes of, not
    // SIGIO, which would end this process.
    if (::fcntl(file, F_SETSIG, SIGURG) != 0)
        return Writers::Unknown;
    if (::fcntl(file, F_SETLEASE, F_RDLCK) == 0) {
        ::fcntl(file, F_SETLEASE, F_UNLCK);
        return Writers::None;
    }
    return errno == EAGAIN ? Writers::Some : Writers::Unknown;
}

} // namespace

Expected<FileFacts, FileFactsError> readFileFacts(const QByteArray &path)
{
    const auto file = RegularFile::open(path);
    if (!file)
        return Unexpected<FileFactsError>({file.error()});
    const struct stat &status = file->status();

    FileFacts facts;
    facts.sizeBytes = static_cast<std::uint64_t>(status.st_size);
    facts.mtime = status.st_mtim;
    facts.ctime = status.st_ctim;
    facts.inode = status.st_ino;
    facts.device = status.st_dev;
    facts.writers = writersOf(file->descriptor());

    std::array<char, 8 + 3 * sliceBytes> sample{};
    for (int byte = 0; byte < 8; ++byte) // little-endian, whatever the machine
        sample[static_cast<std::size_t>(byte)] = static_cast<char>(facts.sizeBytes >> (8 * byte));
    std::size_t length = 8;
    std::size_t firstLength = 0;
    const std::uint64_t last = facts.sizeBytes > sliceBytes ? facts.sizeBytes - sliceBytes : 0;
    for (const std::uint64_t offset : {std::uint64_t(0), last / 2, last}) {
        const ssize_t got =
            ::pread(file->descriptor(), sample.data() + length, sliceBytes, static_cast<off_t>(offset));
        if (got < 0)
            return Unexpected<FileFactsError>({errno});
        if (offset == 0 && length == 8)
            firstLength = static_cast<std::size_t>(got);
        length += static_cast<std::size_t>(got);
    }
    facts.fingerprint = XXH3_64bits(sample.data(), length);
    static const QMimeDatabase mimeTypes;
    const auto first = QByteArray::fromRawData(sample.data() + 8, static_cast<qsizetype>(firstLength));
    const auto name = QString::fromUtf8(path.mid(path.lastIndexOf('/') + 1));
    facts.mimeType = mimeTypes.mimeTypeForFileNameAndData(name, first).name();
    return facts;
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
