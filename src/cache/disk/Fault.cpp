// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/Fault.h"

#include <cerrno>
#include <sqlite3.h>

namespace manometer::cache::disk {

namespace {

Fault::Kind kindOfSystem(int systemError)
{
    switch (systemError) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: // RLIMIT_FSIZE and limits of file systems: nothing more fits either
        return Fault::Kind::DiskFull;
    case EROFS:
    case EACCES:
    case EPERM:
        return Fault::Kind::ReadOnly;
    case EAGAIN:
    case EBUSY:
        return Fault::Kind::Locked;
    default:
        return Fault::Kind::InputOutputError;
    }
}

Fault::Kind kindOfSqlite(int extendedCode, int systemError)
{
    switch (extendedCode & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    // The statements are fixed and their values bound: with our schema these three cannot happen.
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
        return Fault::Kind::Damaged;
    case SQLITE_FULL:
        return Fault::Kind::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Fault::Kind::ReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return Fault::Kind::Locked;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return kindOfSystem(systemError);
    default:
        return Fault::Kind::InputOutputError;
    }
}

} // namespace

Fault faultOfSqlite(int extendedCode, int systemError, std::string detail)
{
    return {.kind = kindOfSqlite(extendedCode, systemError),
            .systemError = systemError,
            .detail = std::move(detail)};
}

Fault faultOfSystem(int systemError, std::string detail)
{
    return {.kind = kindOfSystem(systemError), .systemError = systemError, .detail = std::move(detail)};
}

Health::State stateOf(Fault::Kind kind)
{
    switch (kind) {
    case Fault::Kind::DiskFull:
        return Health::State::DiskFull;
    case Fault::Kind::ReadOnly:
        return Health::State::ReadOnly;
    case Fault::Kind::Locked:
        return Health::State::Locked;
    case Fault::Kind::Damaged:
    case Fault::Kind::NewerFormat:
    case Fault::Kind::InputOutputError:
        break;
    }
    return Health::State::InputOutputError;
}

} // namespace manometer::cache::disk
