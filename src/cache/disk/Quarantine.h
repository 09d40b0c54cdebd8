// SPDX-License-Identifier: GPL-3.0-or-later
//
// Damaged shard files, kept for diagnosis. Bounded in number and in bytes, so that they do not displace the
// cache. Other files in the directory are not touched, and a symbolic link in its place is not followed. The
// writer thread admits files, which blocks on disk; any thread may ask for the figures.
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

    // Measures what earlier runs left. Blocks on disk.
    void measure();
    // Moves a database and its -wal here. No connection may be open to it.
    std::optional<Fault> admit(const std::string &path);

    std::uint64_t bytes() const { return m_bytes.load(); }
    std::uint64_t admitted() const { return m_admitted.load(); } // by this object
    std::string newestPath() const;                              // of those that this object admitted

private:
    void dropOldest(int directory) const;

    const std::string m_directory;
    const std::uint64_t m_maximumBytes;
    std::atomic<std::uint64_t> m_bytes{0};
    std::atomic<std::uint64_t> m_admitted{0};
    std::mutex m_admitMutex;    // serialises admit()
    mutable std::mutex m_mutex; // guards m_newestPath
    std::string m_newestPath;
};

} // namespace manometer::cache::disk
