// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/Quarantine.h"

#include <algorithm>
#include <filesystem>
#include <vector>

namespace manometer::cache {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t shardsKept = 3;

void dropOldest(const fs::path &folder)
{
    std::error_code error;
    std::vector<fs::path> kept;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (!entry->path().string().ends_with("-wal"))
            kept.push_back(entry->path());
    // By the time in the name's end.
    std::sort(kept.begin(), kept.end(),
              [](const fs::path &a, const fs::path &b) { return a.extension() < b.extension(); });
    for (std::size_t i = 0; i + shardsKept < kept.size(); ++i) {
        fs::remove(kept[i], error);
        fs::remove(kept[i].string() + "-wal", error);
    }
}

} // namespace

std::string setAside(const std::string &file, const std::string &directory, std::int64_t nowMs)
{
    const fs::path folder = fs::path(directory) / "quarantine";
    std::error_code error;
    fs::create_directory(folder, error);
    fs::permissions(folder, fs::perms::owner_all, error);
    fs::path target = folder / (fs::path(file).filename().string() + "." + std::to_string(nowMs));
    while (fs::exists(target, error))
        target += "x";
    fs::rename(file, target, error);
    if (error)
        fs::remove(file, error); // it must not be met again
    fs::rename(file + "-wal", target.string() + "-wal", error);
    fs::remove(file + "-wal", error);
    fs::remove(file + "-shm", error);
    dropOldest(folder);
    return target.string();
}

} // namespace manometer::cache
