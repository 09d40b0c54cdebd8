// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be told of a file without a reader: its size, times, type and content fingerprint. Blocks on a few
// reads of the file; opens regular files only, never follows a link, never waits on a FIFO. Any thread.
#pragma once

#include "expected/Expected.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <cstdint>

namespace manometer::extract {

struct FileFacts
{
    std::uint64_t sizeBytes = 0;
    std::int64_t mtimeNanoseconds = 0;
    std::int64_t ctimeNanoseconds = 0;
    std::uint64_t inode = 0;
    std::uint64_t device = 0;
    QString mimeType;              // by name and first bytes, after the shared MIME database
    std::uint64_t fingerprint = 0; // XXH3-64 of the size and the first, middle and last 4 KiB
};

struct FileFactsError
{
    int systemError = 0; // errno; EINVAL for what is not a regular file
};

Expected<FileFacts, FileFactsError> readFileFacts(const QByteArray &path);

// The document that is cached for a file: our facts beside the reader's groups.
QByteArray document(const FileFacts &facts, const QJsonObject &metadata);

} // namespace manometer::extract
