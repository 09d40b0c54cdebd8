// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the file system says of a file whose metadata is cached: its version now, or that it is gone. Blocks
// on stat(2). Any thread.
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

// errno where it cannot be told.
Expected<SourceFile, int> statFile(const QByteArray &path, Volumes &volumes);

cache::SourceVersion versionOf(const extract::FileFacts &facts, std::uint64_t volume);

// Of what was read of a file with these facts at `now`. It may be written without a trace while a program has
// it open for writing; where that is not known, for a minute after its last change; and always where its
// times do not follow mappings.
extract::Validity validityOf(const extract::FileFacts &facts, std::chrono::system_clock::time_point now);

// The errors that say that there is no such file, as against that it cannot be reached.
bool isMissingError(int error);

// Gone is what the kernel says does not exist on a volume that is there. Where the nearest folder that
// still exists is on another volume than the file was, something was unmounted: the file is only unavailable.
bool isGone(const std::string &path, const cache::SourceVersion &lastSeen, Volumes &volumes);

} // namespace manometer::service
