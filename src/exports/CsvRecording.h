// SPDX-License-Identifier: GPL-3.0-or-later
//
// Appends samples to a CSV file as they arrive. Each row is one write(2): a kill can tear only the last row,
// if the kernel stops the write between two pages. An existing recording is continued after its last complete
// row; any other file is refused. At `maxBytes` the file is rotated: FILE becomes FILE.1, FILE.1 becomes
// FILE.2, and so on up to FILE.9; the oldest is deleted. One thread; blocks on disk. Errors are texts; empty
// means success.
#pragma once

#include "views/SampleRecord.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace manometer::exports {

class CsvRecording
{
public:
    static constexpr qint64 defaultMaxBytes = 64 << 20; // four days of a sample a second
    static constexpr int maxRotatedFiles = 9;

    explicit CsvRecording(const QString &file, qint64 maxBytes = defaultMaxBytes);
    ~CsvRecording();
    CsvRecording(const CsvRecording &) = delete;
    CsvRecording &operator=(const CsvRecording &) = delete;

    // Empty on success, otherwise the reason; then append() never writes to the file.
    QString open();
    // Empty on success; the reason of open() if that failed. A row that was written in part (full disk) is
    // truncated.
    QString append(const views::SampleRecord &record);

private:
    QString tryToOpen();
    QString rotate();
    QString write(const QByteArray &bytes);

    QByteArray m_path;
    qint64 m_maxBytes;
    int m_descriptor = -1;
    QString m_refusal;
    qint64 m_bytes = 0;
    std::optional<qint64> m_firstMonotonicMs;
};

} // namespace manometer::exports
