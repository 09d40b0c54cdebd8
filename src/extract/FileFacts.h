// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be told of a file without a reader: its size, times, type and content fingerprint. Blocks on a few
// reads of the file; opens regular files only, never follows a link, never waits on a FIFO. Any thread.
#pragma once

#include "expected/Expected.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <ctime>

namespace manometer::extract {

// Whether a program has the file open for writing. What one writes through a memory mapping moves neither
// size nor times while the page that it lies in is dirty already (mmap(2)): then equal times do not prove an
// equal file.
enum class Writers : std::uint8_t {
    None,
    Some,
    Unknown, // the kernel tells the owner only (fcntl(2), F_SETLEASE), and of local file systems only
};

struct FileFacts
{
    std::uint64_t sizeBytes = 0;
    timespec mtime{};
    timespec ctime{};
    std::uint64_t inode = 0;
    std::uint64_t device = 0;
    Writers writers = Writers::Unknown;
    // Whether a write through a memory mapping that was made after the file was read moves its times. tmpfs
    // lets a program write through a page that it has read without a trace.
    bool timesFollowMappings = true;
    QString mimeType{};            // by name and first bytes, after the shared MIME database
    std::uint64_t fingerprint = 0; // XXH3-64 of the size and the first, middle and last 4 KiB
};

struct FileFactsError
{
    int systemError = 0; // errno; EINVAL for what is not a regular file
};

Expected<FileFacts, FileFactsError> readFileFacts(const QByteArray &path);

// Whether the contents are, by their fingerprint, those that were read, and no program has the file open for
// writing. Blocks as readFileFacts() does; false where the file cannot be read.
bool hasFingerprint(const QByteArray &path, std::uint64_t fingerprint);

// Since 1970. 64 bits reach from 1677 to 2262; what lies beyond is the nearest of these two ends, which stand
// for 'unknown': never another time.
std::int64_t nanosecondsOf(const timespec &time);

} // namespace manometer::extract
