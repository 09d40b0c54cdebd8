// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads and writes the program's own small files (settings, layout). Reading is safe whatever is in their
// place: a pipe, a folder, a huge file. Any thread; blocks on disk only.
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

// For logs: the system's error message where there is one.
QString words(const OwnFileError &error);

// Follows links: some operators keep their settings elsewhere.
Expected<QByteArray, OwnFileError> readOwnFile(const QString &path);

// Creates the folder and its missing parents, private to this user (0700).
void makeOwnFolder(const QString &path);

// Replaces the file atomically, readable by this user only; creates its folder, private too. Empty on
// success, otherwise the system's error message.
QString writeOwnFile(const QString &path, const QByteArray &bytes);

} // namespace manometer::files
