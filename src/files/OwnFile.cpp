// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/OwnFile.h"

#include "folders/Folders.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace manometer::files {

namespace {

// Ten times the largest file that the program writes: settings with the maximum number of presets.
constexpr off_t maxBytes = 1 << 20;

} // namespace

QString words(const OwnFileError &error)
{
    switch (error.kind) {
    case OwnFileError::Kind::TooLarge:
        return QStringLiteral("too large");
    case OwnFileError::Kind::Missing:
        return QStringLiteral("there is no such file");
    case OwnFileError::Kind::NotAFile:
        return QStringLiteral("not a regular file");
    case OwnFileError::Kind::Unreadable:
        break;
    }
    return qt_error_string(error.systemError);
}

// Mode 0700, as the XDG base directory specification requires. Errors show when a file in it is opened.
void makeOwnFolder(const QString &path)
{
    static_cast<void>(folders::makeFolders(QFile::encodeName(path).toStdString()));
}

Expected<QByteArray, OwnFileError> readOwnFile(const QString &path)
{
    using Kind = OwnFileError::Kind;
    const auto refuse = [](Kind kind, int systemError = 0) {
        return Unexpected<OwnFileError>({.kind = kind, .systemError = systemError});
    };
    // O_NONBLOCK: opening a pipe without a writer does not block; fstat() below rejects it.
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return refuse(errno == ENOENT ? Kind::Missing : Kind::Unreadable, errno);
    QFile file;
    file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return refuse(Kind::Unreadable, errno);
    if (!S_ISREG(status.st_mode))
        return refuse(Kind::NotAFile);
    if (status.st_size > maxBytes)
        return refuse(Kind::TooLarge);
    QByteArray text = file.read(maxBytes);
    if (file.error() != QFileDevice::NoError)
        return refuse(Kind::Unreadable, EIO);
    return text;
}

QString writeOwnFile(const QString &path, const QByteArray &bytes)
{
    makeOwnFolder(QFileInfo(path).absolutePath());
    // Links are followed, so that settings kept elsewhere stay linked; but the target is replaced as a whole,
    // which must not happen to a device or a pipe.
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0 && !S_ISREG(status.st_mode))
        return QStringLiteral("not a regular file");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    // Explicit flush(): commit() of Qt 6.4 ignores a failed flush on a full disk and replaces the old file by
    // an empty one.
    if (file.write(bytes) != bytes.size() || !file.flush() || !file.commit())
        return file.errorString();
    return {};
}

} // namespace manometer::files
