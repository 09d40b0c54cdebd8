// SPDX-License-Identifier: GPL-3.0-or-later
//
// The regular files under a folder, one at a time, in the file system's order. Links are not followed, so
// that no loop of them can catch it. Nor are the kernel's own file systems (/proc, /sys …) entered: they hold
// no documents, and some of their files act when read. Whoever wants one names it as the folder. Blocks on
// reading directories. One thread at a time.
#pragma once

#include <QByteArray>

#include <memory>

namespace manometer::service {

class FolderWalk
{
public:
    struct Step
    {
        enum class Kind {
            File,
            Skipped,    // a link, FIFO, socket or device; a file system of the kernel's
            Unreadable, // a directory that cannot be read, or the rest of the walk: systemError says why
            End,
        };
        Kind kind = Kind::End;
        QByteArray path;
        int systemError = 0;
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
