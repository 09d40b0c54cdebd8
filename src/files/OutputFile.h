// SPDX-License-Identifier: GPL-3.0-or-later
//
// A place that the operator named to write to. A regular file is written whole or not at all; a device, a
// pipe or a descriptor (/dev/stdout) is written as it is, and never replaced. Two steps, so that several
// places can be ready before any is written. Any thread, one at a time; both steps block on disk, on a pipe
// until its reader has read, or has not for a minute.
#pragma once

#include <QByteArray>
#include <QSaveFile>
#include <QString>

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

    // Empty on success, the system's words otherwise; then nothing has changed. Again for more bytes, which
    // go behind those before; a stream's are kept in memory until commit().
    QString prepare(const QByteArray &bytes);
    // Has what was prepared on the disk already, beside its place: commit() has little left to do then. Empty
    // on success.
    QString settle();
    // What was prepared is there from now on. Empty on success.
    QString commit();

private:
    QString writeStream();

    Kind m_kind;
    QString m_path;
    QSaveFile m_file;
    QByteArray m_bytes; // for a stream
    int m_stream = -1;
};

// Both steps for a single place.
QString writeOutput(const QString &path, const QByteArray &bytes);

} // namespace manometer::files
