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

private:
    QTemporaryDir m_dir;
};

} // namespace manometer::test
