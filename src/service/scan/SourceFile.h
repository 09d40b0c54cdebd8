// SPDX-License-Identifier: GPL-3.0-or-later
//
// Checks the file of an entry: its current version, or whether it no longer exists. Any thread; blocks on
// stat(2).
#pragma once

#include "cache/EntryInfo.h"
#include "expected/Expected.h"
#include "extract/Document.h"
#include "extract/FileFacts.h"
#include "service/scan/Volumes.h"

#include <QByteArray>

#include <chrono>
#include <string>

namespace manometer::service {

struct SourceFile
{
    cache::SourceVersion version;
    bool isRegular = false;
};

// The error is errno.
Expected<SourceFile, int> statFile(const QByteArray &path, Volumes &volumes);
// The same with the numbers of `volumes` for all threads. `path` ends with a NUL.
Expected<SourceFile, int> statFile(const char *path, SharedVolumes &volumes);

cache::SourceVersion versionOf(const extract::FileFacts &facts, std::uint64_t volume);

// How long metadata read at `now` from a file with these facts stays valid. A file can change without a new
// mtime while a program has it open for writing; if that is unknown, for a minute after its last change; and
// always on a file system whose times do not follow writes through mappings.
extract::Validity validityOf(const extract::FileFacts &facts, std::chrono::system_clock::time_point now);

// Whether a cached document with this reading is still valid for its file, whose version is unchanged. Reads
// the file if the document's validity depends on its contents.
bool isStillValid(const char *path, const extract::Reading &reading);

// Whether the file's ctime is old enough that another change would get another one: the granularity of a file
// system's clock is up to 2 s (FAT). A ctime in the future tells nothing and passes.
bool isSettled(const cache::SourceVersion &version, std::chrono::system_clock::time_point now,
               std::chrono::milliseconds settleTime);

// Whether the error means that the file does not exist, as opposed to being unreachable.
bool isMissingError(int error);

// Whether the file no longer exists although its volume is mounted. If the nearest existing parent folder is
// on another volume than the file was, that volume was unmounted and the file is only unavailable.
bool isGone(const std::string &path, const cache::SourceVersion &lastSeen, Volumes &volumes);

} // namespace manometer::service
