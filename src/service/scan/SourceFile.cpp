// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/scan/SourceFile.h"

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>

namespace manometer::service {

namespace {

// Dirty pages are written after 30 s, checked every 5 s (defaults of vm.dirty_expire_centisecs and
// vm.dirty_writeback_centisecs): after that a write through a mapping updates the times again.
constexpr std::chrono::seconds dirtyFor{60};

template<typename Path, typename VolumeNumbers>
Expected<SourceFile, int> statWith(const char *name, const Path &path, VolumeNumbers &volumes)
{
    struct stat status = {};
    if (::lstat(name, &status) != 0)
        return Unexpected<int>(errno);
    return SourceFile{.version = {.sizeBytes = static_cast<std::uint64_t>(status.st_size),
                                  .mtimeNanoseconds = extract::nanosecondsOf(status.st_mtim),
                                  .ctimeNanoseconds = extract::nanosecondsOf(status.st_ctim),
                                  .inode = status.st_ino,
                                  .device = volumes.of(path, status.st_dev)},
                      .isRegular = S_ISREG(status.st_mode)};
}

} // namespace

Expected<SourceFile, int> statFile(const QByteArray &path, Volumes &volumes)
{
    return statWith(path.constData(), path, volumes);
}

Expected<SourceFile, int> statFile(const char *path, SharedVolumes &volumes)
{
    return statWith(path, path, volumes);
}

cache::SourceVersion versionOf(const extract::FileFacts &facts, std::uint64_t volume)
{
    return {.sizeBytes = facts.sizeBytes,
            .mtimeNanoseconds = extract::nanosecondsOf(facts.mtime),
            .ctimeNanoseconds = extract::nanosecondsOf(facts.ctime),
            .inode = facts.inode,
            .device = volume};
}

extract::Validity validityOf(const extract::FileFacts &facts, std::chrono::system_clock::time_point now)
{
    using extract::Validity;
    using extract::Writers;
    if (facts.writers == Writers::Some)
        return Validity::ThisTime;
    if (!facts.timesFollowMappings)
        return Validity::SameFingerprint;
    if (facts.writers == Writers::None)
        return Validity::Lasting;
    // abs(): a ctime in the future means that the clock was wrong then or is wrong now.
    const auto age = now.time_since_epoch() - std::chrono::nanoseconds(extract::nanosecondsOf(facts.ctime));
    return std::chrono::abs(age) < dirtyFor ? Validity::SameFingerprint : Validity::Lasting;
}

bool isStillValid(const char *path, const extract::Reading &reading)
{
    if (reading.validity != extract::Validity::SameFingerprint)
        return reading.validity == extract::Validity::Lasting;
    return extract::hasFingerprint(path, reading.fingerprint);
}

bool isSettled(const cache::SourceVersion &version, std::chrono::system_clock::time_point now,
               std::chrono::milliseconds settleTime)
{
    const auto age = now.time_since_epoch() - std::chrono::nanoseconds(version.ctimeNanoseconds);
    return age >= settleTime || age < std::chrono::nanoseconds::zero();
}

bool isMissingError(int error)
{
    return error == ENOENT || error == ENOTDIR;
}

bool isGone(const std::string &path, const cache::SourceVersion &lastSeen, Volumes &volumes)
{
    struct stat status = {};
    if (::lstat(path.c_str(), &status) == 0 || !isMissingError(errno))
        return false;
    for (std::string folder = path; folder.size() > 1;) {
        folder.resize(std::max<std::size_t>(1, folder.find_last_of('/')));
        if (::stat(folder.c_str(), &status) == 0)
            return volumes.of(QByteArray::fromStdString(folder), status.st_dev) == lastSeen.device;
        if (!isMissingError(errno))
            return false;
    }
    return false;
}

} // namespace manometer::service
