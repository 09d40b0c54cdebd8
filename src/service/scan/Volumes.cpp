// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/scan/Volumes.h"

#include <QFile>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <utility>
#include <xxhash.h>

namespace manometer::service {

namespace {

// File systems that derive f_fsid from the UUID stored on the volume, so that it identifies the volume.
// (Others derive it from the device number, leave it 0 or generate one at each mount.)
bool hasStableId(std::uint64_t type)
{
    switch (type) {
    case EXT4_SUPER_MAGIC: // ext2 and ext3 have the same number
    case BTRFS_SUPER_MAGIC:
    case F2FS_SUPER_MAGIC:
        return true;
    default:
        return false;
    }
}

// Fields of a line (proc_pid_mountinfo(5)): 0 id, 5 options, optional fields up to "-", then type, source,
// options of the volume.
QByteArray sourceOfMount(std::uint64_t mount)
{
    QFile mounts(QStringLiteral("/proc/self/mountinfo"));
    if (!mounts.open(QIODevice::ReadOnly))
        return {};
    const QByteArray wanted = QByteArray::number(qulonglong(mount)) + ' ';
    for (const QByteArray &line : mounts.readAll().split('\n')) {
        if (!line.startsWith(wanted))
            continue;
        const qsizetype end = line.indexOf(" - ");
        const QList<QByteArray> fields = line.mid(end + 3).split(' ');
        if (end < 0 || fields.size() < 3)
            return {};
        QByteArray source = fields[0] + ' ' + fields[1];
        for (const QByteArray &option : fields[2].split(',')) // every overlay's source is called overlay
            if (option.startsWith("lowerdir=") || option.startsWith("lowerdir+=") ||
                option.startsWith("upperdir="))
                source += ' ' + option;
        return source;
    }
    return {};
}

Volumes::Description describeVolume(const QByteArray &path)
{
    Volumes::Description volume;
    struct statfs system = {};
    if (::statfs(path.constData(), &system) != 0)
        return {};
    volume.type = static_cast<std::uint32_t>(system.f_type);
    volume.id = static_cast<std::uint32_t>(system.f_fsid.__val[0]) |
                std::uint64_t(static_cast<std::uint32_t>(system.f_fsid.__val[1])) << 32;
    if (volume.id != 0 && hasStableId(volume.type))
        return volume;
    struct statx status = {};
    if (::statx(AT_FDCWD, path.constData(), AT_SYMLINK_NOFOLLOW, STATX_MNT_ID, &status) == 0 &&
        (status.stx_mask & STATX_MNT_ID) != 0)
        volume.source = sourceOfMount(status.stx_mnt_id);
    return volume;
}

} // namespace

Volumes::Volumes()
    : Volumes(&describeVolume)
{}

Volumes::Volumes(Describe describe)
    : m_describe(std::move(describe))
{}

std::uint64_t Volumes::of(const QByteArray &path, dev_t device)
{
    if (const auto known = m_known.constFind(device); known != m_known.constEnd())
        return *known;
    const Description volume = m_describe(path);
    std::uint64_t number = device;
    if ((volume.id != 0 && hasStableId(volume.type)) || !volume.source.isEmpty()) {
        const QByteArray text = QByteArray::number(qulonglong(volume.type)) + ' ' +
                                QByteArray::number(qulonglong(volume.id)) + ' ' + volume.source;
        number = XXH3_64bits(text.constData(), static_cast<std::size_t>(text.size()));
    }
    m_known.insert(device, number);
    return number;
}

SharedVolumes::SharedVolumes(Volumes::Describe describe)
    : m_describe(std::move(describe))
{}

std::uint64_t SharedVolumes::of(const char *path, dev_t device)
{
    const auto now = std::chrono::steady_clock::now();
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_known.constFind(device); known != m_known.constEnd() && now < known->until)
            return known->number;
    }
    Volumes volumes = m_describe ? Volumes(m_describe) : Volumes();
    const std::uint64_t number = volumes.of(QByteArray(path), device);
    const std::scoped_lock lock(m_mutex);
    m_known.insert(device, {.number = number, .until = now + lifetime});
    return number;
}

} // namespace manometer::service
