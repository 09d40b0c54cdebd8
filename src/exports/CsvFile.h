// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a CSV file and FILE.meta.json, which describes its columns: each atomically, the description only
// after the CSV file. If FILE is a device or a pipe, only the rows are written. Any thread, one at a time;
// blocks on disk. Errors are texts; empty means success.
#pragma once

#include "exports/CsvWriter.h"
#include "files/OutputFile.h"

#include <functional>

namespace manometer::exports {

class CsvFile
{
public:
    // Writes the header row. `format` names the kind of rows in the description.
    CsvFile(const QString &file, const char *format, views::CsvProfile profile,
            std::span<const CsvColumn> columns);

    CsvWriter &csv() { return m_csv; }
    // Call it after each row. Empty, or the system's error message; then no file remains.
    QString rowDone();
    // Puts both files in place. Empty on success. Checks `isCancelled` a last time before that; if cancelled,
    // no file remains and the result is meaningless.
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

} // namespace manometer::exports
