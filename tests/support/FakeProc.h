// SPDX-License-Identifier: GPL-3.0-or-later
//
// A fake /proc in a temporary folder, which simulates a machine in any state for a MemorySource.
#pragma once

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>

#include <cstdint>
#include <string>
#include <unistd.h>

namespace manometer::test {

class FakeProc
{
public:
    FakeProc()
    {
        QDir(m_dir.path()).mkpath(QStringLiteral("self"));
        QDir(m_dir.path()).mkpath(QStringLiteral("pressure"));
        write("self/statm", "25600 12800 2000 5 0 7000 0\n");
        write("pressure/memory", "some avg10=1.50 avg60=0.75 avg300=0.10 total=123456\n"
                                 "full avg10=0.25 avg60=0.05 avg300=0.01 total=4567\n");
    }

    std::string root() const { return m_dir.path().toStdString(); }
    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }

    // Atomically (rename), so that a sampler in another thread sees either the old or the new contents.
    bool write(const char *name, const QByteArray &contents) const
    {
        QSaveFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size() && file.commit();
    }

    // A machine of `totalMiB` of which `usedPercent` is used.
    bool setUsed(double usedPercent, std::uint64_t totalMiB = 8192) const
    {
        const auto totalKiB = totalMiB * 1024;
        const auto availableKiB =
            totalKiB - static_cast<std::uint64_t>(static_cast<double>(totalKiB) * usedPercent / 100.0 + 0.5);
        return write("meminfo", "MemTotal:       " + QByteArray::number(qulonglong(totalKiB)) +
                                    " kB\nMemFree:        1024 kB\nMemAvailable:   " +
                                    QByteArray::number(qulonglong(availableKiB)) + " kB\n");
    }

    // A process of this machine. Without `pssKiB`, one of another user: its smaps_rollup cannot be read.
    // Without `rssKiB`, a kernel thread.
    struct Process
    {
        QByteArray name{};
        int rssKiB = 0;
        int pssKiB = 0;
        int swapKiB = 0;
        QByteArray cgroup{"0::/\n"};
    };
    void addProcess(int pid, const Process &process) const
    {
        const QByteArray folder = QByteArray::number(pid) + '/';
        QDir(m_dir.path()).mkpath(QString::fromLatin1(folder));
        const qlonglong pages = process.rssKiB * 1024LL / ::sysconf(_SC_PAGESIZE);
        const auto file = [&](const char *name, const QByteArray &contents) {
            write((folder + name).constData(), contents);
        };
        const auto line = [](const char *name, int kibibytes) {
            return name + QByteArray(":\t") + QByteArray::number(kibibytes) + " kB\n";
        };
        file("comm", process.name + '\n');
        file("statm", QByteArray::number(2 * pages) + ' ' + QByteArray::number(pages) + " 0 1 0 1 0\n");
        file("status", line("VmRSS", process.rssKiB) + line("VmSwap", process.swapKiB));
        file("cgroup", process.cgroup);
        if (process.pssKiB > 0)
            file("smaps_rollup", "0-1 ---p 00000000 00:00 0 [rollup]\n" + line("Rss", process.rssKiB) +
                                     line("Pss", process.pssKiB) + line("Swap", 2 * process.swapKiB) +
                                     line("SwapPss", process.swapKiB));
    }

private:
    QTemporaryDir m_dir;
};

} // namespace manometer::test
