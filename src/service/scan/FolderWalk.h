// SPDX-License-Identifier: GPL-3.0-or-later
//
// Iterates over the regular files below a folder, in the file system's order. Does not follow links, which
// may form loops, and does not enter pseudo file systems (/proc, /sys …), whose files may have side effects
// when read, unless one is given as the folder. One thread at a time; blocks on reading directories; errors
// are steps.
#pragma once

#include <QByteArray>

#include <memory>

namespace manometer::service {

class FolderWalk
{
public:
    enum class Skipped { Other, Link, Pipe, Device, KernelFolder }; // Pipe: a FIFO or a socket
    struct Step
    {
        enum class Kind {
            File,
            Skipped,    // a link, FIFO, socket or device; a pseudo file system
            Unreadable, // a directory that cannot be read, or the rest of the walk: systemError says why
            End,
        };
        Kind kind = Kind::End;
        QByteArray path;
        int systemError = 0;
        Skipped skipped = Skipped::Other; // why
    };

    explicit FolderWalk(const QByteArray &folder);
    ~FolderWalk();
    FolderWalk(const FolderWalk &) = delete;
    FolderWalk &operator=(const FolderWalk &) = delete;

    Step next();

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
};

} // namespace manometer::service
