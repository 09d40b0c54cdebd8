// SPDX-License-Identifier: GPL-3.0-or-later
//
// A temporary copy of a recorded /proc and /sys tree, which a test may modify.
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <string>

namespace manometer::test {

inline QString treeFolder(const QString &name)
{
    return QStringLiteral(FIXTURES "/trees/") + name;
}

class TreeCopy
{
public:
    explicit TreeCopy(const QString &name)
    {
        const QDir from(treeFolder(name));
        QDirIterator files(from.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = from.relativeFilePath(files.next());
            QDir(m_dir.path()).mkpath(QFileInfo(path).path());
            QFile::copy(from.filePath(path), m_dir.filePath(path));
        }
    }

    std::string procRoot() const { return m_dir.filePath(QStringLiteral("proc")).toStdString(); }
    std::string sysRoot() const { return m_dir.filePath(QStringLiteral("sys")).toStdString(); }

    bool write(const QString &path, const QByteArray &text) const
    {
        QFile file(m_dir.filePath(path));
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size();
    }
    bool remove(const QString &path) const
    {
        return QFile::remove(m_dir.filePath(path)) || QDir(m_dir.filePath(path)).removeRecursively();
    }
    bool rename(const QString &from, const QString &to) const { return QDir(m_dir.path()).rename(from, to); }

private:
    QTemporaryDir m_dir;
};

} // namespace manometer::test
