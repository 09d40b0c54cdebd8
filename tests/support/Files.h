// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes files whose names are not UTF-8, which QFile::decodeName() cannot represent.
#pragma once

#include <QByteArray>
#include <QTemporaryDir>

#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace manometer::test {

inline bool writeFile(const QByteArray &path, const QByteArray &contents, mode_t mode = 0644)
{
    const int file = ::open(path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
    if (file < 0)
        return false;
    const bool written = ::write(file, contents.constData(), size_t(contents.size())) == contents.size();
    return ::close(file) == 0 && written;
}

// A temporary folder that can be removed whatever its files are called.
class Folder : public QTemporaryDir
{
public:
    ~Folder()
    {
        std::error_code ignored;
        for (std::filesystem::directory_iterator entry(path().toStdString(), ignored), end;
             !ignored && entry != end; entry.increment(ignored))
            std::filesystem::remove_all(entry->path(), ignored);
    }
};

} // namespace manometer::test
