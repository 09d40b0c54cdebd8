// SPDX-License-Identifier: GPL-3.0-or-later
//
// Formats rows of comma-separated values (RFC 4180) in memory: UTF-8, CRLF, one header row, no comment rows,
// empty fields for missing values, shortest numbers that read back the same, times in UTC; the same in every
// locale. The spreadsheet profile separates columns by semicolons and writes decimal commas: where the comma
// is the decimal point, a spreadsheet would read a number with a point as text or a date. Any thread; no
// errors.
#pragma once

#include "views/ExportView.h"

#include <QByteArray>

#include <span>

namespace manometer::exports {

struct CsvColumn
{
    const char *name; // ends in its unit
    const char *meaning;
};

class CsvWriter
{
public:
    explicit CsvWriter(views::CsvProfile profile);

    void header(std::span<const CsvColumn> columns);
    // Append the fields from left to right, then endRow().
    void missing() { separate(); }
    void number(double value); // an empty field if not finite
    void number(qint64 value);
    void number(quint64 value);
    void word(QByteArrayView word); // from the program's own vocabulary: not quoted
    // Untrusted text: quoted if necessary, with a leading apostrophe if a spreadsheet would take it for a
    // formula (= + - @ tab CR; OWASP, 'CSV injection'). Invalid UTF-8 becomes U+FFFD.
    void text(const QByteArray &text);
    // Three fields: a date that spreadsheets understand, the same with its zone, seconds since 1970.
    void time(qint64 wallMs);
    void seconds(qint64 milliseconds); // with three decimals
    void endRow();

    qsizetype size() const { return m_bytes.size(); }
    QByteArray take();

private:
    void separate();

    char m_separator;
    char m_point; // of decimals
    bool m_mark;
    bool m_rowBegun = false;
    QByteArray m_bytes;
};

} // namespace manometer::exports
