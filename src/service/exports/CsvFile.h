// SPDX-License-Identifier: GPL-3.0-or-later
//
// A CSV file and, beside it, FILE.meta.json that says what its columns mean: each whole or not at all, the
// second not without the first. A FILE that is a device or a pipe gets the rows only. Blocks on disk; any
// thread.
#pragma once

#include "files/OutputFile.h"
#include "service/exports/CsvWriter.h"

#include <functional>

namespace manometer::service {

class CsvFile
{
public:
    // `format` names the kind of rows in the description. The header is written.
    CsvFile(const QString &file, const char *format, views::CsvProfile profile,
            std::span<const CsvColumn> columns);

    CsvWriter &csv() { return m_csv; }
    // After each row. Writes when there is enough; empty, or the system's words: then nothing is left of it.
    QString rowDone();
    // Empty if all of it is there now. Asks once more when nothing is left to do but to put it in its place,
    // and leaves it if it is cancelled: then nothing is left of it, and what it answers is for nobody.
    using IsCancelled = std::function<bool()>;
    QString commit(const IsCancelled &isCancelled = [] { return false; });

private:
    QString flush();

    QString m_path;
    const char *m_format;
    std::span<const CsvColumn> m_columns;
    views::CsvProfile m_profile;
    CsvWriter m_csv;
    files::OutputFile m_data;
    qint64 m_rows = 0;
};

} // namespace manometer::service
