// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/CsvRecording.h"

#include "exports/SampleCsv.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace manometer::exports {

using namespace views;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CsvRecording)
};

QByteArray header()
{
    CsvWriter csv(CsvProfile::Plain);
    csv.header(sampleColumns());
    return csv.take();
}

QString words(int systemError)
{
    return qt_error_string(systemError);
}

// The offset after the last complete row; empty if the file does not begin with a recording's header.
std::optional<qint64> endOfRows(int descriptor, qint64 size)
{
    const QByteArray wanted = header();
    QByteArray begin(wanted.size(), '\0');
    if (::pread(descriptor, begin.data(), static_cast<std::size_t>(begin.size()), 0) != begin.size() ||
        begin != wanted)
        return std::nullopt;
    constexpr qint64 longestRow = 4096;
    const qint64 from = std::max<qint64>(wanted.size() - 1, size - longestRow);
    QByteArray tail(size - from, '\0');
    if (::pread(descriptor, tail.data(), static_cast<std::size_t>(tail.size()), from) != tail.size())
        return std::nullopt;
    const qsizetype newline = tail.lastIndexOf('\n');
    return newline < 0 ? std::nullopt : std::optional(from + newline + 1);
}

} // namespace

CsvRecording::CsvRecording(const QString &file, qint64 maxBytes)
    : m_path(QFile::encodeName(file))
    , m_maxBytes(maxBytes)
{}

CsvRecording::~CsvRecording()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

QString CsvRecording::open()
{
    m_refusal = tryToOpen();
    // A refused file may belong to another program: never write to it.
    if (!m_refusal.isEmpty() && m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
    return m_refusal;
}

QString CsvRecording::tryToOpen()
{
    // O_NONBLOCK: do not wait if it is a pipe.
    m_descriptor =
        ::open(m_path.constData(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0644);
    if (m_descriptor < 0)
        return words(errno);
    struct stat status = {};
    if (::fstat(m_descriptor, &status) != 0)
        return words(errno);
    if (!S_ISREG(status.st_mode))
        return Tr::tr("not a regular file");
    // The rows of two programs in one file could not be distinguished.
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK ? Tr::tr("another program records to it") : words(errno);
    if (status.st_size == 0)
        return write(header());
    const auto end = endOfRows(m_descriptor, status.st_size);
    if (!end)
        return Tr::tr("it is there already and is no recording of samples");
    if (*end < status.st_size && ::ftruncate(m_descriptor, *end) != 0)
        return words(errno);
    m_bytes = *end;
    return {};
}

QString CsvRecording::append(const SampleRecord &record)
{
    if (m_descriptor < 0)
        return m_refusal.isEmpty() ? words(EBADF) : m_refusal;
    if (m_bytes >= m_maxBytes)
        if (const QString error = rotate(); !error.isEmpty())
            return error;
    if (!m_firstMonotonicMs)
        m_firstMonotonicMs = record.monotonicMs;
    CsvWriter csv(CsvProfile::Plain);
    writeSample(csv, record, *m_firstMonotonicMs);
    return write(csv.take());
}

QString CsvRecording::rotate()
{
    const auto older = [this](int number) { return m_path + '.' + QByteArray::number(number); };
    for (int number = maxRotatedFiles - 1; number >= 1; --number)
        if (::rename(older(number).constData(), older(number + 1).constData()) != 0 && errno != ENOENT)
            return words(errno);
    if (::rename(m_path.constData(), older(1).constData()) != 0)
        return words(errno);
    ::close(std::exchange(m_descriptor, -1));
    m_bytes = 0;
    m_firstMonotonicMs.reset();
    return open();
}

QString CsvRecording::write(const QByteArray &bytes)
{
    ssize_t written = 0;
    do {
        written = ::write(m_descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    } while (written < 0 && errno == EINTR);
    if (written == bytes.size()) {
        m_bytes += written;
        return {};
    }
    const int error = written < 0 ? errno : ENOSPC;
    if (written > 0 && ::ftruncate(m_descriptor, m_bytes) != 0)
        return words(errno);
    return words(error);
}

} // namespace manometer::exports
