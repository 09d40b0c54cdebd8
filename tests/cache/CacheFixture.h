// SPDX-License-Identifier: GPL-3.0-or-later
//
// A cache in a temporary directory, with a clock that the test advances and short forms of put and get. If it
// cannot be opened, open() returns false and the cache is null.
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

class CacheFixture
{
public:
    CacheFixture()
        : m_temporary(std::in_place, temporaryTemplate())
        , directory(m_temporary->path())
    {
        options.directory = directory.filePath("cache").toStdString();
        options.now = [this] { return now(); };
    }
    // In an existing directory, which is not removed.
    explicit CacheFixture(const char *cacheDirectory)
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
    // The value, or "" for a miss.
    std::string get(std::string_view path, std::uint64_t versionNumber = 1, std::string_view depth = "quick")
    {
        const auto lease = cache->get({path, depth}, version(versionNumber));
        return lease ? std::string(lease->bytes()) : std::string();
    }
    // Evicts everything from memory: only the disk has entries then.
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
    // In memory if possible: tests do not depend on how long a disk takes to sync.
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
