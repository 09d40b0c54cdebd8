// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which volume a file is on, by a number that outlives a reboot and a remount. st_dev does not: btrfs,
// overlay, NFS and tmpfs take the next free one at each mount, dm-crypt may. The number is made of what the
// volume says of itself: its type and file-system id (statfs(2)), and where the id is not the volume's own,
// the source that it is mounted from (proc_pid_mountinfo(5)). A volume that says nothing keeps its st_dev.
// Made for one scan, by the thread that uses it: mounts that come later are seen, since their st_dev is new.
// Blocks on the file system when it meets a new st_dev.
#pragma once

#include <QByteArray>
#include <QHash>

#include <cstdint>
#include <functional>
#include <sys/types.h>

namespace manometer::service {

class Volumes
{
public:
    // What tells one volume from another.
    struct Description
    {
        std::uint64_t type = 0; // statfs(2)
        std::uint64_t id = 0;   // its f_fsid; 0 where there is none
        QByteArray source{};    // of the mount, and overlay's layers; empty where it is not known
    };
    using Describe = std::function<Description(const QByteArray &path)>;

    Volumes();
    explicit Volumes(Describe describe);

    // Of a file or folder at `path` whose st_dev is `device`.
    std::uint64_t of(const QByteArray &path, dev_t device);

private:
    Describe m_describe;
    QHash<quint64, std::uint64_t> m_known; // by st_dev
};

} // namespace manometer::service
