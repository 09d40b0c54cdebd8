// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where damaged shard files are set aside for whoever wants to know what happened to them. Bounded in number
// and in bytes: evidence must not crowd out the cache. Whatever else lies in the directory is somebody
// else's, and a link in the directory's place is not followed. The writer thread admits, which blocks on
// disk; any thread may ask what there is.
#pragma once

#include "cache/disk/Fault.h"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

namespace manometer::cache::disk {

class Quarantine
{
public:
    Quarantine(std::string directory, std::uint64_t maximumBytes);

    // Counts what an earlier run left. Blocks on disk.
    void measure();
    // Moves a database and its -wal in. Nobody may have it open.
    std::optional<Fault> admit(const std::string &path);

    std::uint64_t bytes() const { return m_bytes.load(); }
    std::uint64_t admitted() const { return m_admitted.load(); } // by this object
    std::string newestPath() const;                              // of those

private:
    void dropOldest(int directory) const;

    const std::string m_directory;
    const std::uint64_t m_maximumBytes;
    std::atomic<std::uint64_t> m_bytes{0};
    std::atomic<std::uint64_t> m_admitted{0};
    std::mutex m_admitMutex;    // one file at a time
    mutable std::mutex m_mutex; // of the path
    std::string m_newestPath;
};

} // namespace manometer::cache::disk
