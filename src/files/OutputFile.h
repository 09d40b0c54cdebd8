// SPDX-License-Identifier: GPL-3.0-or-later
//
// An output file that the operator named. A regular file is replaced atomically; a device, a pipe or a
// descriptor (/dev/stdout) is written in place and never replaced. Two steps, so that several outputs can be
// prepared before one is committed. Any thread, one at a time; blocks on disk, and on a pipe until its reader
// has read or has not read for a minute. Errors are texts; empty means success.
#pragma once

#include <QByteArray>
#include <QSaveFile>
#include <QString>

#include <functional>

namespace manometer::files {

class OutputFile
{
public:
    explicit OutputFile(const QString &path);
    ~OutputFile();
    OutputFile(const OutputFile &) = delete;
    OutputFile &operator=(const OutputFile &) = delete;

    enum class Kind { File, Stream };
    Kind kind() const { return m_kind; }

    // Appends bytes; may be called repeatedly. A stream's bytes stay in memory until commit(). Empty on
    // success, otherwise the system's error message; then nothing has changed.
    QString prepare(const QByteArray &bytes);
    // Optional: flushes the prepared bytes to the disk (fsync), so that commit() is short. Empty on success.
    QString sync();
    // Puts the prepared bytes in place. Empty on success. `isCancelled` is asked while a stream's reader does
    // not read; after that the result is meaningless, and the reader may have got a part.
    using IsCancelled = std::function<bool()>;
    QString commit(const IsCancelled &isCancelled = [] { return false; });

private:
    QString writeStream(const IsCancelled &isCancelled);

    Kind m_kind;
    QString m_path;
    QSaveFile m_file;
    QByteArray m_bytes; // for a stream
    int m_stream = -1;
};

// Both steps for a single place.
QString writeOutput(const QString &path, const QByteArray &bytes);

} // namespace manometer::files
