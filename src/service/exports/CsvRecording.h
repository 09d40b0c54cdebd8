// SPDX-License-Identifier: GPL-3.0-or-later
//
// A CSV file that samples are appended to as they come. Each row is one write: of a recording that is killed
// only the last row can be torn, where the kernel leaves that write between two pages. A recording that is
// there already is gone on with behind its last whole row; a file that is something else is refused. At
// `maxBytes` it is put aside as FILE.1 (an older one as FILE.2, and so on up to FILE.9, beyond which the
// oldest goes) and begun anew. Blocks on disk; one thread.
#pragma once

#include "views/SampleRecord.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace manometer::service {

class CsvRecording
{
public:
    static constexpr qint64 defaultMaxBytes = 64 << 20; // four days of a sample a second
    static constexpr int maxRotatedFiles = 9;

    explicit CsvRecording(const QString &file, qint64 maxBytes = defaultMaxBytes);
    ~CsvRecording();
    CsvRecording(const CsvRecording &) = delete;
    CsvRecording &operator=(const CsvRecording &) = delete;

    // Empty on success, else why not; then nothing is ever written to the file.
    QString open();
    // Empty on success, why it was not opened if it was not. What was written of a row that did not fit is
    // taken away again.
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

} // namespace manometer::service
