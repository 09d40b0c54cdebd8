// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows of comma-separated values (RFC 4180): UTF-8, CRLF, one header row, no comment rows, empty for missing,
// shortest numbers that read back the same, times in UTC; the same in every locale. For a spreadsheet that
// parts its columns by semicolons, as where the comma is the decimal point, decimals have a comma: a point
// would make text, or a date, of them. Any thread; writes into memory.
#pragma once

#include "views/ExportView.h"

#include <QByteArray>

#include <span>

namespace manometer::service {

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
    // Fields from left to right, then the end of their row.
    void missing() { separate(); }
    void number(double value); // missing if it is not finite
    void number(qint64 value);
    void number(quint64 value);
    void word(QByteArrayView word); // one of ours: needs no care
    // Anybody's: quoted where it must be, and with a leading apostrophe where a spreadsheet would take it for
    // a formula (= + - @ tab CR; OWASP, 'CSV injection'). Invalid UTF-8 becomes U+FFFD.
    void text(const QByteArray &text);
    // A moment three times: a date that spreadsheets understand, the same with its zone, seconds since 1970.
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

} // namespace manometer::service
