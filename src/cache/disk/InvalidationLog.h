// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which rows of a shard's file are invalid although they could not be removed from it: the disk is full, or
// the file is locked. Without it, a program that ends then would leave old values to the next one. The file
// is written in full when it is created, and only overwritten afterwards: that needs no free space. It
// survives the end of the program, kill -9 included, but not a power failure. FORMAT.md describes it. The
// writer thread's, except where stated; every call blocks on disk, except where stated.
#pragma once

#include "cache/EntryInfo.h"

#include <atomic>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace manometer::cache::disk {

// Rows with ids up to `upTo`: those of one key hash, or all.
struct Invalidation
{
    enum class Rows : std::uint8_t { OfKeyHash, All };
    Rows rows = Rows::OfKeyHash;
    std::uint64_t keyHash = 0;
    EntryId upTo{};
};

class InvalidationLog
{
public:
    // `capacityBytes`: the size of the file.
    InvalidationLog(std::string path, std::uint64_t capacityBytes);

    // Creates the file if it is missing. What it contains; nothing if it cannot be read.
    std::vector<Invalidation> open();
    // Whether the file is still the one that was last opened or created.
    bool isInPlace() const;
    // False if there is no room for all of them: then none was added.
    bool append(std::span<const Invalidation> invalidations);
    // Replaces everything.
    bool replace(const Invalidation &invalidation);
    void clear();

    // Any thread; does not block.
    bool isEmpty() const { return m_records.load(std::memory_order_relaxed) == 0; }

private:
    int openFile();
    bool write(int descriptor, std::span<const Invalidation> invalidations, std::uint64_t firstRecord);

    const std::string m_path;
    const std::uint64_t m_capacityBytes;
    std::uint64_t m_inode = 0;
    std::uint64_t m_fileRecords = 0; // that the file has room for
    std::atomic<std::uint64_t> m_records{0};
};

} // namespace manometer::cache::disk
