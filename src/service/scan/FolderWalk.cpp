// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/scan/FolderWalk.h"

#include <cerrno>
#include <fts.h>
#include <sys/stat.h>
#include <utility>

namespace manometer::service {

struct FolderWalk::Stream
{
    FTS *fts = nullptr;
    FTSENT *first = nullptr;
};

FolderWalk::FolderWalk(const QByteArray &folder)
    : m_stream(std::make_unique<Stream>())
{
    QByteArray root = folder;
    char *const roots[] = {root.data(), nullptr};
    // FTS_NOCHDIR: the working directory belongs to the whole process.
    m_stream->fts = ::fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, nullptr);
    // The folder's own entry, read here because glibc's fts_close() leaks a stream that was never read.
    if (m_stream->fts)
        m_stream->first = ::fts_read(m_stream->fts);
}

FolderWalk::~FolderWalk()
{
    if (m_stream->fts)
        ::fts_close(m_stream->fts);
}

FolderWalk::Step FolderWalk::next()
{
    while (m_stream->fts) {
        errno = 0;
        FTSENT *entry = std::exchange(m_stream->first, nullptr);
        if (!entry)
            entry = ::fts_read(m_stream->fts);
        if (!entry)
            break;
        const QByteArray path(entry->fts_path, static_cast<qsizetype>(entry->fts_pathlen));
        switch (entry->fts_info) {
        case FTS_F:
            return {Step::Kind::File, path, 0};
        case FTS_SL:
        case FTS_SLNONE:
        case FTS_DEFAULT:
            return {Step::Kind::Skipped, path, 0};
        case FTS_DNR:
        case FTS_ERR:
        case FTS_NS:
            return {Step::Kind::Unreadable, path, entry->fts_errno};
        default:
            break; // a directory, on the way in or out
        }
    }
    return {};
}

} // namespace manometer::service
