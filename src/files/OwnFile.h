// SPDX-License-Identifier: GPL-3.0-or-later
//
// The small files that this program keeps for itself. Reading minds that anything may lie in their place: a
// pipe, which would be waited for, a folder, a disk's image. Any thread; blocks on disk, and on nothing else.
#pragma once

#include "expected/Expected.h"

#include <QByteArray>
#include <QString>

namespace manometer::files {

struct OwnFileError
{
    enum class Kind {
        Missing,
        Unreadable, // systemError says why
        NotAFile,
        TooLarge,
    };
    Kind kind = Kind::Unreadable;
    int systemError = 0;
};

// For logs, in the system's words where it has some.
QString words(const OwnFileError &error);

// Links are followed: some keep their settings elsewhere.
Expected<QByteArray, OwnFileError> readOwnFile(const QString &path);

// The folder with what is missing above it, private to this user (0700).
void makeOwnFolder(const QString &path);

// Whole or not at all, readable by this user only; makes the folder, private too. Empty on
// success, the system's words otherwise.
QString writeOwnFile(const QString &path, const QByteArray &bytes);

} // namespace manometer::files
