// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/scan/FolderWalk.h"

#include <cerrno>
#include <cstdint>
#include <fts.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <utility>

namespace manometer::service {

namespace {

// Pseudo file systems: they expose kernel state and store no files.
bool isKernelFileSystem(const char *path)
{
    struct statfs system = {};
    if (::statfs(path, &system) != 0)
        return false;
    switch (static_cast<std::uint32_t>(system.f_type)) {
    case PROC_SUPER_MAGIC:
    case SYSFS_MAGIC:
    case CGROUP_SUPER_MAGIC:
    case CGROUP2_SUPER_MAGIC:
    case DEBUGFS_MAGIC:
    case TRACEFS_MAGIC:
    case SECURITYFS_MAGIC:
    case SELINUX_MAGIC:
    case SMACK_MAGIC:
    case AAFS_MAGIC:
    case BPF_FS_MAGIC:
    case BINFMTFS_MAGIC:
    case DEVPTS_SUPER_MAGIC:
    case PSTOREFS_MAGIC:
    case EFIVARFS_MAGIC:
    case RDTGROUP_SUPER_MAGIC:
    case NSFS_MAGIC:
    case HUGETLBFS_MAGIC:
    // Defined only in the kernel's sources: configfs, fusectl, mqueue, rpc_pipefs, nfsd.
    case 0x62656570:
    case 0x65735543:
    case 0x19800202:
    case 0x67596969:
    case 0x6e667364:
        return true;
    default:
        return false;
    }
}

FolderWalk::Skipped reasonOf(mode_t mode)
{
    if (S_ISFIFO(mode) || S_ISSOCK(mode))
        return FolderWalk::Skipped::Pipe;
    return S_ISCHR(mode) || S_ISBLK(mode) ? FolderWalk::Skipped::Device : FolderWalk::Skipped::Other;
}

} // namespace

struct FolderWalk::Stream
{
    QByteArray root;
    FTS *fts = nullptr;
    FTSENT *first = nullptr;
    bool hasEnded = false;
    int error = 0; // errno that ended the walk early

    FTSENT *read()
    {
        if (FTSENT *entry = std::exchange(first, nullptr))
            return entry;
        if (hasEnded)
            return nullptr;
        errno = 0;
        FTSENT *entry = fts ? ::fts_read(fts) : nullptr;
        hasEnded = !entry;
        error = entry ? 0 : errno;
        return entry;
    }
};

FolderWalk::FolderWalk(const QByteArray &folder)
    : m_stream(std::make_unique<Stream>())
{
    m_stream->root = folder;
    char *const roots[] = {m_stream->root.data(), nullptr};
    // FTS_NOCHDIR: the working directory belongs to the whole process.
    m_stream->fts = ::fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, nullptr);
    if (m_stream->fts) {
        // Read the folder's own entry here: glibc's fts_close() leaks a stream that was never read.
        m_stream->first = m_stream->read();
    } else {
        m_stream->error = errno;
        m_stream->hasEnded = true;
    }
}

FolderWalk::~FolderWalk()
{
    if (m_stream->fts)
        ::fts_close(m_stream->fts);
}

FolderWalk::Step FolderWalk::next()
{
    while (FTSENT *entry = m_stream->read()) {
        const QByteArray path(entry->fts_path, static_cast<qsizetype>(entry->fts_pathlen));
        switch (entry->fts_info) {
        case FTS_F:
            return {Step::Kind::File, path, 0};
        case FTS_SL:
        case FTS_SLNONE:
            return {Step::Kind::Skipped, path, 0, Skipped::Link};
        case FTS_DEFAULT:
            return {Step::Kind::Skipped, path, 0, reasonOf(entry->fts_statp->st_mode)};
        case FTS_DNR:
        case FTS_ERR:
        case FTS_NS:
            return {Step::Kind::Unreadable, path, entry->fts_errno};
        case FTS_D:
            if (entry->fts_level > FTS_ROOTLEVEL &&
                entry->fts_statp->st_dev != entry->fts_parent->fts_statp->st_dev &&
                isKernelFileSystem(entry->fts_path)) {
                ::fts_set(m_stream->fts, entry, FTS_SKIP);
                return {Step::Kind::Skipped, path, 0, Skipped::KernelFolder};
            }
            break;
        default:
            break; // a directory in post-order
        }
    }
    if (const int error = std::exchange(m_stream->error, 0))
        return {Step::Kind::Unreadable, m_stream->root, error};
    return {};
}

} // namespace manometer::service
