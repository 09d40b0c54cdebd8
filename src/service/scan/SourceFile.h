// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the file system says of a file whose metadata is cached: its version now, or that it is gone. Blocks
// on stat(2). Any thread.
#pragma once

#include "cache/EntryInfo.h"
#include "expected/Expected.h"
#include "extract/FileFacts.h"

#include <QByteArray>

#include <string>

namespace manometer::service {

struct SourceFile
{
    cache::SourceVersion version;
    bool isRegular = false;
};

// errno where it cannot be told.
Expected<SourceFile, int> lookAt(const QByteArray &path);

cache::SourceVersion versionOf(const extract::FileFacts &facts);

// The errors that say that there is no such file, as against that it cannot be reached.
bool meansGone(int error);

// Gone is what the kernel says does not exist on a file system that is there. Where the nearest folder that
// still exists is on another device than the file was, something was unmounted: the file is only unavailable.
bool isGone(const std::string &path, const cache::SourceVersion &lastSeen);

} // namespace manometer::service
