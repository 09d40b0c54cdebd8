// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/Quarantine.h"

#include "cache/disk/Descriptor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace manometer::cache::disk {

namespace {

// Enough to see whether damage repeats.
constexpr std::size_t maximumShards = 3;

constexpr const char *logSuffix = "-wal";
constexpr std::array<const char *, 2> suffixes{"", logSuffix};

struct CloseDirectory
{
    void operator()(DIR *stream) const { ::closedir(stream); }
};

// Does not follow a link: its target is not ours. Everything else goes by the descriptor.
int openDirectory(const std::string &path)
{
    return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

// A quarantined database "entries-N.db.R", perhaps with only one of its two files left.
struct QuarantinedShard
{
    std::uint32_t number = 0;
    std::string name; // of the database
    std::uint64_t bytes = 0;
};

// The number at the end of one of our names, without the log suffix; 0 for any other name.
std::uint32_t numberOf(std::string_view name)
{
    constexpr std::string_view head = "entries-";
    constexpr std::string_view middle = ".db.";
    const std::size_t shard = head.size();
    const std::size_t digits = shard + 1 + middle.size();
    if (name.size() <= digits || !name.starts_with(head) || name[shard] < '0' || name[shard] > '9' ||
        name.substr(shard + 1, middle.size()) != middle)
        return 0;
    const std::string_view text = name.substr(digits);
    std::uint32_t number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
    // Our numbers begin at 1, without leading zeros; counting does not reach the end of the range.
    const bool isOurs = end == text.data() + text.size() && text.front() != '0' && number < 1'000'000'000;
    return isOurs ? number : 0;
}

// Oldest first.
std::vector<QuarantinedShard> shardsIn(int directory)
{
    std::vector<QuarantinedShard> found;
    // With a descriptor of its own: closing the stream closes it, and a duplicate would share its position.
    const std::unique_ptr<DIR, CloseDirectory> stream(
        ::fdopendir(::openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)));
    while (const dirent *entry = stream ? ::readdir(stream.get()) : nullptr) {
        std::string name = entry->d_name;
        struct stat status = {};
        if (::fstatat(directory, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(status.st_mode))
            continue;
        if (name.ends_with(logSuffix))
            name.resize(name.size() - std::string_view(logSuffix).size());
        const std::uint32_t number = numberOf(name);
        if (number == 0)
            continue;
        const auto known = std::find_if(found.begin(), found.end(), [&name](const QuarantinedShard &shard) {
            return shard.name == name;
        });
        const auto bytes = static_cast<std::uint64_t>(status.st_size);
        if (known != found.end())
            known->bytes += bytes;
        else
            found.push_back({.number = number, .name = std::move(name), .bytes = bytes});
    }
    std::sort(found.begin(), found.end(), [](const QuarantinedShard &left, const QuarantinedShard &right) {
        return left.number < right.number;
    });
    return found;
}

// By any kind of file: rename(2) would replace it.
bool isTaken(int directory, const std::string &name)
{
    return std::any_of(suffixes.begin(), suffixes.end(), [&](const char *suffix) {
        return ::faccessat(directory, (name + suffix).c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0;
    });
}

} // namespace

Quarantine::Quarantine(std::string directory, std::uint64_t maximumBytes)
    : m_directory(std::move(directory))
    , m_maximumBytes(maximumBytes)
{}

std::optional<Fault> Quarantine::admit(const std::string &path)
{
    const std::lock_guard oneAtATime(m_admitMutex);
    if (::mkdir(m_directory.c_str(), 0700) != 0 && errno != EEXIST)
        return faultOfSystem(errno, "mkdir " + m_directory);
    const Descriptor directory(openDirectory(m_directory));
    if (directory < 0)
        return faultOfSystem(errno, "open " + m_directory);
    const auto present = shardsIn(directory);
    std::uint32_t number = present.empty() ? 1 : present.back().number + 1;
    const std::string prefix = path.substr(path.rfind('/') + 1) + ".";
    while (isTaken(directory, prefix + std::to_string(number)))
        ++number;
    const std::string admitted = prefix + std::to_string(number);
    // The log's index can be rebuilt from the log.
    ::unlink((path + "-shm").c_str());
    // The log first: after a crash in between, a database without its log is merely older, but a new database
    // must never get an old log.
    for (const char *suffix : {logSuffix, ""}) {
        if (::renameat(AT_FDCWD, (path + suffix).c_str(), directory, (admitted + suffix).c_str()) != 0 &&
            errno != ENOENT)
            return faultOfSystem(errno, "rename " + path + suffix);
    }
    dropOldest(directory);
    measure();
    m_admitted.fetch_add(1);
    const std::lock_guard lock(m_mutex);
    m_newestPath = m_directory + "/" + admitted;
    return std::nullopt;
}

void Quarantine::dropOldest(int directory) const
{
    auto present = shardsIn(directory);
    std::uint64_t total = 0;
    std::size_t kept = 0;
    std::reverse(present.begin(), present.end());
    for (const QuarantinedShard &shard : present) {
        total += shard.bytes;
        // The newest stays: health() reports its path.
        if (++kept == 1 || (kept <= maximumShards && total <= m_maximumBytes))
            continue;
        for (const char *suffix : suffixes)
            ::unlinkat(directory, (shard.name + suffix).c_str(), 0);
    }
}

void Quarantine::measure()
{
    std::uint64_t total = 0;
    if (const Descriptor directory(openDirectory(m_directory)); directory >= 0) {
        for (const QuarantinedShard &shard : shardsIn(directory))
            total += shard.bytes;
    }
    m_bytes.store(total);
}

std::string Quarantine::newestPath() const
{
    const std::lock_guard lock(m_mutex);
    return m_newestPath;
}

} // namespace manometer::cache::disk
