// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opens and fills a cache in a temporary folder.
#pragma once

#include "cache/Cache.h"

#include <QTemporaryDir>

#include <cstdlib>
#include <memory>
#include <string>

namespace manometer::test {

inline std::unique_ptr<cache::Cache> openCache(const QTemporaryDir &folder, cache::Options options = {})
{
    options.directory = folder.filePath(QStringLiteral("cache")).toStdString();
    auto cache = cache::Cache::open(options);
    if (!cache) {
        qCritical("the cache cannot be opened: %s", cache.error().detail.c_str());
        std::abort();
    }
    return std::move(*cache);
}

inline cache::SourceVersion version(std::uint64_t number)
{
    return {.sizeBytes = number, .mtimeNanoseconds = 1, .ctimeNanoseconds = 2, .inode = 3, .device = 4};
}

inline void fill(cache::Cache &cache, int entries, std::size_t bytes = 100)
{
    for (int i = 0; i < entries; ++i) {
        const std::string path = "/data/file" + std::to_string(i);
        cache.put({.path = path, .depth = "standard"}, version(1), std::string(bytes, 'x'), {});
    }
}

} // namespace manometer::test
