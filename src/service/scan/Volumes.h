// SPDX-License-Identifier: GPL-3.0-or-later
//
// Identifies a file's volume by a number that is stable across reboots and remounts. st_dev is not: btrfs,
// overlay, NFS and tmpfs take the next free one at each mount, and dm-crypt may. The number is a hash of the
// volume's type and file-system id (statfs(2)) and, if the id is not stable, of the mount's source
// (proc_pid_mountinfo(5)). A volume without either keeps its st_dev. Create one for each scan; later mounts
// are noticed, since their st_dev is new. One thread; blocks on the file system for each new st_dev.
#pragma once

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <sys/types.h>

namespace manometer::service {

class Volumes
{
public:
    // What identifies a volume.
    struct Description
    {
        std::uint64_t type = 0; // statfs(2)
        std::uint64_t id = 0;   // f_fsid; 0 if there is none
        QByteArray source{};    // of the mount, with overlay's layers; empty if unknown
    };
    using Describe = std::function<Description(const QByteArray &path)>;

    Volumes();
    explicit Volumes(Describe describe);

    // The number for a file or folder at `path` whose st_dev is `device`.
    std::uint64_t of(const QByteArray &path, dev_t device);

private:
    Describe m_describe;
    QHash<quint64, std::uint64_t> m_known; // by st_dev
};

// The same numbers for all threads, for as long as the program runs: a number is determined again after a
// second, since another volume may have got the st_dev of an unmounted one. Blocks like Volumes, but never on
// another thread's volume.
class SharedVolumes
{
public:
    static constexpr std::chrono::seconds lifetime{1};

    explicit SharedVolumes(Volumes::Describe describe = {});

    std::uint64_t of(const char *path, dev_t device);

private:
    struct Known
    {
        std::uint64_t number = 0;
        std::chrono::steady_clock::time_point until;
    };
    Volumes::Describe m_describe; // empty: the file system's
    std::mutex m_mutex;
    QHash<quint64, Known> m_known; // by st_dev
};

} // namespace manometer::service
