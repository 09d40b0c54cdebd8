// SPDX-License-Identifier: GPL-3.0-or-later
//
// A cache in a temporary directory under a clock that the test moves, and short ways to put and get in it.
// Failures to open are test failures of their own: the cache is then null.
#pragma once

#include "cache/Cache.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <atomic>
#include <string>

namespace manometer::cache {

inline SourceVersion version(std::uint64_t number = 1)
{
    return {.sizeBytes = 100 + number,
            .mtimeNanoseconds = static_cast<std::int64_t>(number),
            .ctimeNanoseconds = static_cast<std::int64_t>(number),
            .inode = 7,
            .device = 9};
}

class OpenedCache
{
public:
    OpenedCache()
        : m_temporary(std::in_place, temporaryTemplate())
        , directory(m_temporary->path())
    {
        options.directory = directory.filePath("cache").toStdString();
        options.now = [this] { return now(); };
    }
    // In somebody else's directory, which stays.
    explicit OpenedCache(const char *cacheDirectory)
    {
        options.directory = cacheDirectory;
        options.now = [this] { return now(); };
    }

    bool open()
    {
        cache.reset();
        auto opened = Cache::open(options);
        if (!opened)
            return false;
        cache = std::move(*opened);
        return true;
    }
    bool reopen() { return open(); }

    void advance(std::chrono::nanoseconds time) { m_now += time.count(); }
    std::chrono::system_clock::time_point now() const
    {
        return std::chrono::system_clock::time_point(std::chrono::nanoseconds(m_now.load()));
    }

    PutResult put(std::string_view path, std::string bytes, std::uint64_t versionNumber = 1,
                  std::string_view depth = "quick")
    {
        return cache->put({path, depth}, version(versionNumber), std::move(bytes), {});
    }
    // The value, "" for a miss: tests put none that is empty.
    std::string get(std::string_view path, std::uint64_t versionNumber = 1, std::string_view depth = "quick")
    {
        const auto lease = cache->get({path, depth}, version(versionNumber));
        return lease ? std::string(lease->bytes()) : std::string();
    }
    // What a restart or an eviction of everything would leave: only the disk answers.
    void dropMemory()
    {
        const Limits limits = cache->stats().memoryLimits;
        cache->setLimits({.entries = 0, .bytes = 0}, LimitCause::Configuration);
        cache->setLimits(limits, LimitCause::Configuration);
    }

    std::string shardPath(int index) const
    {
        return options.directory + "/entries-" + std::to_string(index) + ".db";
    }

private:
    // In memory where that is possible: what is tested is not how long a shared disk takes to sync.
    static QString temporaryTemplate()
    {
        const bool hasMemoryDisk = QFileInfo("/dev/shm").isWritable();
        return (hasMemoryDisk ? QStringLiteral("/dev/shm") : QDir::tempPath()) + "/manometer-XXXXXX";
    }
    std::optional<QTemporaryDir> m_temporary;

public:
    QDir directory;
    Options options;
    std::unique_ptr<Cache> cache;

private:
    std::atomic<std::int64_t> m_now{1'700'000'000'000'000'000};
};

} // namespace manometer::cache
