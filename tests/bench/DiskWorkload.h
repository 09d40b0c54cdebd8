// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shared by the benchmarks of the disk store: a cache without memory, so that all entries are on disk only,
// its entries, and the output of figures. Opening blocks on disk; a failure ends the program.
#pragma once

#include "MetadataJson.h"
#include "Workload.h"
#include "cache/Cache.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace manometer::bench {

using Clock = std::chrono::steady_clock;

[[noreturn]] inline void fail(const char *what, const char *why)
{
    std::fprintf(stderr, "%s: %s\n", what, why);
    std::exit(1);
}

inline double secondsSince(Clock::time_point started)
{
    return std::chrono::duration<double>(Clock::now() - started).count();
}

inline void print(const std::string &name, double value)
{
    std::printf("%s=%.3f\n", name.c_str(), value);
    std::fflush(stdout);
}

// A plausible result of stat(2), different for each file.
inline cache::SourceVersion versionOf(std::size_t key)
{
    const auto time = std::int64_t(1'600'000'000'000'000'000 + key * 7'919'000'000'123);
    return {.sizeBytes = 20'000'000 + key * 12'345,
            .mtimeNanoseconds = time,
            .ctimeNanoseconds = time + 1'234'567,
            .inode = 1'000'000 + key,
            .device = 65'024};
}

inline std::unique_ptr<cache::Cache> openCache(const std::string &directory, std::uint64_t capBytes)
{
    cache::Options options;
    options.directory = directory;
    options.memory = {.entries = 0, .bytes = 0};
    options.diskCapBytes = capBytes;
    options.timeToLive = std::nullopt;
    auto opened = cache::Cache::open(options);
    if (!opened)
        fail(directory.c_str(), opened.error().detail.c_str());
    return std::move(*opened);
}

inline cache::PutResult put(cache::Cache &store, std::size_t key, const std::string &path, std::string bytes)
{
    return store.put({path, depth}, versionOf(key), std::move(bytes),
                     {.readCost = std::chrono::milliseconds(30), .fingerprint = key * 0x9E3779B97F4A7C15u});
}

inline void dump(const char *path, std::size_t entries)
{
    std::FILE *file = std::fopen(path, "wbe");
    if (!file)
        fail(path, std::strerror(errno));
    for (std::size_t key = 0; key < entries; ++key) {
        const std::string value = metadataJson(key);
        const auto length = static_cast<std::uint32_t>(value.size());
        std::fwrite(&length, sizeof length, 1, file);
        std::fwrite(value.data(), 1, value.size(), file);
    }
    if (std::fclose(file) != 0)
        fail(path, std::strerror(errno));
}

} // namespace manometer::bench
