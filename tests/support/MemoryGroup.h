// SPDX-License-Identifier: GPL-3.0-or-later
//
// A control group (v1 or v2) with a memory limit, if this machine permits one. The destructor kills its
// processes and removes it.
#pragma once

#include <QDir>
#include <QFile>
#include <QString>
#include <QThread>

#include <csignal>
#include <unistd.h>

namespace manometer::test {

class MemoryGroup
{
public:
    explicit MemoryGroup(quint64 limitBytes)
    {
        const QString name = QStringLiteral("/manometer-test-%1").arg(::getpid());
        for (const QString &root :
             {QStringLiteral("/sys/fs/cgroup/memory"), QStringLiteral("/sys/fs/cgroup")}) {
            if (!QFile::exists(root + QStringLiteral("/cgroup.procs")))
                continue;
            m_version1 = root.endsWith(QStringLiteral("memory"));
            m_folder = root + name;
            if (!QDir().mkdir(m_folder)) {
                m_reason = QStringLiteral("no group can be created in %1").arg(root);
                m_folder.clear();
                return;
            }
            if (!write(m_version1 ? "memory.limit_in_bytes" : "memory.max", QByteArray::number(limitBytes)))
                m_reason = QStringLiteral("%1 takes no memory limit").arg(m_folder);
            return;
        }
        m_reason = QStringLiteral("control groups are not mounted at /sys/fs/cgroup");
    }
    ~MemoryGroup()
    {
        if (m_folder.isEmpty())
            return;
        for (int round = 0; round < 100 && !QDir().rmdir(m_folder); ++round) {
            for (const QByteArray &pid : read("cgroup.procs").split('\n'))
                if (pid.toLongLong() > 0)
                    ::kill(static_cast<pid_t>(pid.toLongLong()), SIGKILL);
            QThread::msleep(20);
        }
    }
    MemoryGroup(const MemoryGroup &) = delete;
    MemoryGroup &operator=(const MemoryGroup &) = delete;

    // Why the group could not be created; empty if it was.
    QString unavailable() const { return m_reason; }
    QString folder() const { return m_folder; }

    // Usage minus inactive files.
    quint64 workingSetBytes() const
    {
        const quint64 usage = read(m_version1 ? "memory.usage_in_bytes" : "memory.current").toULongLong();
        const QByteArray name = m_version1 ? "total_inactive_file " : "inactive_file ";
        quint64 inactive = 0;
        for (const QByteArray &line : read("memory.stat").split('\n'))
            if (line.startsWith(name))
                inactive = line.mid(name.size()).toULongLong();
        return usage - qMin(usage, inactive);
    }
    bool setLimit(quint64 bytes) const
    {
        return write(m_version1 ? "memory.limit_in_bytes" : "memory.max", QByteArray::number(bytes));
    }

    // Moves the calling process into the group; call it before allocating memory that should be charged.
    static bool enter(const QString &folder)
    {
        QFile file(folder + QStringLiteral("/cgroup.procs"));
        return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write("0") == 1;
    }

private:
    QByteArray read(const char *name) const
    {
        QFile file(m_folder + QLatin1Char('/') + QString::fromLatin1(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }
    bool write(const char *name, const QByteArray &text) const
    {
        QFile file(m_folder + QLatin1Char('/') + QString::fromLatin1(name));
        return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
    }

    QString m_folder;
    QString m_reason;
    bool m_version1 = false;
};

} // namespace manometer::test
