// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/Quarantine.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <sys/stat.h>
#include <vector>

namespace manometer::cache::disk {

namespace {

// Enough to see whether damage repeats.
constexpr std::size_t maximumShards = 3;

constexpr std::array<const char *, 2> suffixes{"", "-wal"};

std::uint64_t sizeOf(const std::string &path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

std::uint64_t sizeOfSet(const std::string &database)
{
    std::uint64_t bytes = 0;
    for (const char *suffix : suffixes)
        bytes += sizeOf(database + suffix);
    return bytes;
}

// The databases in quarantine, oldest first: their names end in a running number.
std::vector<std::pair<unsigned long, std::string>> databasesIn(const std::string &directory)
{
    std::vector<std::pair<unsigned long, std::string>> found;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(directory, error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        const std::size_t dot = name.rfind('.');
        if (dot == std::string::npos || dot + 1 == name.size() ||
            name.find_first_not_of("0123456789", dot + 1) != std::string::npos)
            continue;
        found.emplace_back(std::strtoul(name.c_str() + dot + 1, nullptr, 10), entry->path().string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

Quarantine::Quarantine(std::string directory, std::uint64_t maximumBytes)
    : m_directory(std::move(directory))
    , m_maximumBytes(maximumBytes)
{}

std::optional<Fault> Quarantine::admit(const std::string &path)
{
    if (::mkdir(m_directory.c_str(), 0700) != 0 && errno != EEXIST)
        return faultOfSystem(errno, "mkdir " + m_directory);
    const auto present = databasesIn(m_directory);
    const unsigned long number = present.empty() ? 1 : present.back().first + 1;
    const std::string name = std::filesystem::path(path).filename().string();
    const std::string admitted = m_directory + "/" + name + "." + std::to_string(number);
    // The log's index says nothing that the log does not.
    ::remove((path + "-shm").c_str());
    // The log first: were we to die in between, a database without its log is merely older, but a new
    // database must never meet an old log.
    for (const char *suffix : {"-wal", ""}) {
        if (std::rename((path + suffix).c_str(), (admitted + suffix).c_str()) != 0 && errno != ENOENT)
            return faultOfSystem(errno, "rename " + path + suffix);
    }
    dropOldest();
    measure();
    m_admitted.fetch_add(1);
    const std::lock_guard lock(m_mutex);
    m_newestPath = admitted;
    return std::nullopt;
}

void Quarantine::dropOldest() const
{
    auto present = databasesIn(m_directory);
    std::uint64_t total = 0;
    std::size_t kept = 0;
    std::reverse(present.begin(), present.end());
    for (const auto &[number, database] : present) {
        total += sizeOfSet(database);
        // The newest stays: health() has just told where it lies.
        if (++kept == 1 || (kept <= maximumShards && total <= m_maximumBytes))
            continue;
        for (const char *suffix : suffixes)
            ::remove((database + suffix).c_str());
    }
}

void Quarantine::measure()
{
    std::uint64_t total = 0;
    for (const auto &[number, database] : databasesIn(m_directory))
        total += sizeOfSet(database);
    m_bytes.store(total);
}

std::string Quarantine::newestPath() const
{
    const std::lock_guard lock(m_mutex);
    return m_newestPath;
}

} // namespace manometer::cache::disk
