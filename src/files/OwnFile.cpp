// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/OwnFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace manometer::files {

namespace {

// The largest of what we write, settings with as many presets as there may be, have a tenth of it.
constexpr off_t mostBytes = 1 << 20;

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

// As the XDG base directories want it.
void makeOwnFolder(const QString &path)
{
    if (QFileInfo::exists(path))
        return;
    if (const QString parent = QFileInfo(path).path(); parent != path)
        makeOwnFolder(parent);
    QDir().mkdir(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

Expected<QByteArray, OwnFileError> readOwnFile(const QString &path)
{
    using Kind = OwnFileError::Kind;
    const auto refuse = [](Kind kind, int systemError = 0) {
        return Unexpected<OwnFileError>({.kind = kind, .systemError = systemError});
    };
    // O_NONBLOCK: a pipe without a writer is opened all the same, and then found out.
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
    if (status.st_size > mostBytes)
        return refuse(Kind::TooLarge);
    QByteArray text = file.read(mostBytes);
    if (file.error() != QFileDevice::NoError)
        return refuse(Kind::Unreadable, EIO);
    return text;
}

QString writeOwnFile(const QString &path, const QByteArray &bytes)
{
    makeOwnFolder(QFileInfo(path).absolutePath());
    // A link is followed, so that settings kept elsewhere stay linked; but what it leads to
    // is replaced as a whole, and a device or a pipe must not be.
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0 && !S_ISREG(status.st_mode))
        return QStringLiteral("not a regular file");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    // flush() for itself: commit() of Qt 6.4 forgets that what it flushed found no room, and puts an empty
    // file in the place of the old one.
    if (file.write(bytes) != bytes.size() || !file.flush() || !file.commit())
        return file.errorString();
    return {};
}

} // namespace manometer::files
