// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/Disk.h"

#include "folders/Folders.h"
#include "pressure/source/KernelFile.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace manometer::journal {

namespace {

Unexpected<DiskError> failure(int systemError, const std::string &path)
{
    return Unexpected<DiskError>(DiskError{.systemError = systemError, .path = path});
}

// Opens a regular file, or fails. O_NONBLOCK, because opening a FIFO would block until its other end is
// opened, and delay the program's exit.
int openRetrying(const std::string &path, int flags)
{
    int descriptor = -1;
    do {
        descriptor = ::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0600);
    } while (descriptor < 0 && errno == EINTR);
    struct stat status = {};
    if (descriptor < 0 || (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)))
        return descriptor;
    ::close(descriptor);
    errno = S_ISDIR(status.st_mode) ? EISDIR : ENXIO;
    return -1;
}

} // namespace

File::File(File &&other) noexcept
{
    *this = std::move(other);
}

File &File::operator=(File &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_sizeBytes, other.m_sizeBytes);
    return *this;
}

DiskResult<File> File::open(const std::string &path, Mode mode)
{
    File file;
    file.m_path = path;
    file.m_descriptor = openRetrying(path, O_WRONLY | O_CREAT | O_APPEND | (mode == Mode::New ? O_EXCL : 0));
    if (!file.isOpen())
        return failure(errno, path);
    struct stat status = {};
    if (::fstat(file.m_descriptor, &status) != 0)
        return failure(errno, path);
    file.m_sizeBytes = static_cast<std::uint64_t>(status.st_size);
    return file;
}

DiskResult<void> File::write(std::string_view bytes)
{
    const std::uint64_t before = m_sizeBytes;
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR)
                continue;
            const int error = errno;
            // Not to `before`: that would discard what another process has appended meanwhile.
            struct stat status = {};
            const std::uint64_t part = m_sizeBytes - before;
            if (part > 0 && ::fstat(m_descriptor, &status) == 0 &&
                static_cast<std::uint64_t>(status.st_size) >= part)
                static_cast<void>(truncate(static_cast<std::uint64_t>(status.st_size) - part));
            return failure(error, m_path);
        }
        m_sizeBytes += static_cast<std::uint64_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

DiskResult<void> File::truncate(std::uint64_t sizeBytes)
{
    if (::ftruncate(m_descriptor, static_cast<off_t>(sizeBytes)) != 0)
        return failure(errno, m_path);
    m_sizeBytes = sizeBytes;
    return {};
}

DiskResult<void> File::sync()
{
    if (::fdatasync(m_descriptor) != 0)
        return failure(errno, m_path);
    return {};
}

void File::close()
{
    if (isOpen())
        ::close(std::exchange(m_descriptor, -1));
}

DiskResult<void> makeFolder(const std::string &path)
{
    if (const auto made = folders::makeFolders(path); !made)
        return failure(made.error().systemError, made.error().path);
    return {};
}

DiskResult<std::string> readWhole(const std::string &path, std::uint64_t maximumBytes)
{
    const int descriptor = openRetrying(path, O_RDONLY);
    if (descriptor < 0)
        return failure(errno, path);
    std::string bytes;
    struct stat status = {};
    int error = ::fstat(descriptor, &status) == 0 ? 0 : errno;
    if (error == 0 && static_cast<std::uint64_t>(status.st_size) > maximumBytes)
        error = EFBIG;
    if (error == 0) {
        bytes.resize(static_cast<std::size_t>(status.st_size));
        std::size_t filled = 0;
        while (filled < bytes.size()) {
            const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
            if (got == 0)
                break;
            if (got > 0)
                filled += static_cast<std::size_t>(got);
            else if (errno != EINTR) {
                error = errno;
                break;
            }
        }
        bytes.resize(filled);
    }
    ::close(descriptor);
    if (error != 0)
        return failure(error, path);
    return bytes;
}

DiskResult<void> replaceFile(const std::string &path, std::string_view bytes)
{
    const std::string fresh = path + ".new";
    ::unlink(fresh.c_str());
    auto file = File::open(fresh, File::Mode::New);
    if (!file)
        return Unexpected<DiskError>(file.error());
    auto done = file->write(bytes);
    if (done)
        done = file->sync();
    if (done && std::rename(fresh.c_str(), path.c_str()) != 0)
        done = failure(errno, path);
    if (!done)
        ::unlink(fresh.c_str());
    return done;
}

std::vector<std::string> fileNames(const std::string &folder)
{
    std::vector<std::string> names;
    const std::unique_ptr<DIR, int (*)(DIR *)> directory(::opendir(folder.c_str()), &::closedir);
    while (directory) {
        const dirent *entry = ::readdir(directory.get());
        if (!entry)
            break;
        if (entry->d_name[0] != '.')
            names.emplace_back(entry->d_name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

BootId readBootId()
{
    BootId id{};
    const auto text = pressure::readWhole("/proc/sys/kernel/random/boot_id", 64);
    if (!text)
        return id;
    std::size_t digits = 0;
    for (const char c : *text) {
        if (digits == 2 * id.size())
            break;
        const int value = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (value < 0)
            continue;
        id[digits / 2] = static_cast<std::uint8_t>(id[digits / 2] << 4 | value);
        ++digits;
    }
    return id;
}

} // namespace manometer::journal
