// SPDX-License-Identifier: GPL-3.0-or-later
//
// Facts about a file that need no metadata reader: its size, times, type and content fingerprint. Blocks on a
// few reads of the file. Opens regular files only; anything else is an error, and a FIFO does not block. Any
// thread.
#pragma once

#include "expected/Expected.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <ctime>

namespace manometer::extract {

// Whether a program has the file open for writing. A write through a memory mapping changes neither size nor
// times while its page is already dirty (mmap(2)), so with a writer equal times do not prove equal contents.
enum class Writers : std::uint8_t {
    None,
    Some,
    Unknown, // only the owner can find out (fcntl(2), F_SETLEASE), and only on local file systems
};

struct FileFacts
{
    std::uint64_t sizeBytes = 0;
    timespec mtime{};
    timespec ctime{};
    std::uint64_t inode = 0;
    std::uint64_t device = 0;
    Writers writers = Writers::Unknown;
    // Whether the first write through a memory mapping changes the times. On tmpfs it need not: a program can
    // write to a mapped page that it has read before without a trace.
    bool timesFollowMappings = true;
    QString mimeType{};            // by name and first bytes, from the shared MIME database; empty: not looked up
    std::uint64_t fingerprint = 0; // XXH3-64 of the size and the first, middle and last 4 KiB
};

struct FileFactsError
{
    int systemError = 0; // errno; EINVAL for what is not a regular file
};

Expected<FileFacts, FileFactsError> readFileFacts(const QByteArray &path);
// The same, without the type, for a file that is open for reading.
Expected<FileFacts, FileFactsError> readFileFacts(int file);

// Whether the contents still have this fingerprint and no program has the file open for writing. Blocks like
// readFileFacts(); false if the file cannot be read.
bool hasFingerprint(const QByteArray &path, std::uint64_t fingerprint);
bool hasFingerprint(int file, std::uint64_t fingerprint);

// Nanoseconds since 1970. 64 bits reach from 1677 to 2262; times beyond are clamped to the minimum or
// maximum, which mean 'unknown'.
std::int64_t nanosecondsOf(const timespec &time);

} // namespace manometer::extract
