// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/CsvWriter.h"

#include "wire/UtcTime.h"

#include <QString>

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace manometer::exports {

using namespace views;

namespace {

template<typename Number>
void append(QByteArray &bytes, Number value)
{
    std::array<char, 400> text{}; // fixed notation: DBL_MAX has 309 digits
    std::to_chars_result result{};
    if constexpr (std::is_floating_point_v<Number>)
        result = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    else
        result = std::to_chars(text.data(), text.data() + text.size(), value);
    bytes.append(text.data(), result.ptr - text.data());
}

bool isFormula(const QByteArray &text)
{
    return !text.isEmpty() && QByteArrayView("=+-@\t\r").contains(text.front());
}

bool isUtf8(const QByteArray &text)
{
    return QByteArrayView(text).isValidUtf8();
}

} // namespace

CsvWriter::CsvWriter(CsvProfile profile)
    : m_separator(profile == CsvProfile::Spreadsheet ? ';' : ',')
    , m_point(profile == CsvProfile::Spreadsheet ? ',' : '.')
    , m_mark(profile == CsvProfile::Spreadsheet)
{}

void CsvWriter::header(std::span<const CsvColumn> columns)
{
    if (m_mark)
        m_bytes += "\xef\xbb\xbf";
    for (const CsvColumn &column : columns)
        word(column.name);
    endRow();
}

void CsvWriter::separate()
{
    if (std::exchange(m_rowBegun, true))
        m_bytes += m_separator;
}

void CsvWriter::number(double value)
{
    separate();
    if (!std::isfinite(value))
        return;
    const qsizetype from = m_bytes.size();
    append(m_bytes, value);
    if (const qsizetype point = m_bytes.indexOf('.', from); point >= 0)
        m_bytes[point] = m_point;
}

void CsvWriter::number(qint64 value)
{
    separate();
    append(m_bytes, value);
}

void CsvWriter::number(quint64 value)
{
    separate();
    append(m_bytes, value);
}

void CsvWriter::word(QByteArrayView word)
{
    separate();
    m_bytes += word;
}

void CsvWriter::text(const QByteArray &given)
{
    separate();
    QByteArray text = isUtf8(given) ? given : QString::fromUtf8(given).toUtf8();
    if (isFormula(text))
        text.prepend('\'');
    const bool quoted = text.contains(m_separator) || text.contains('"') || text.contains('\n') ||
                        text.contains('\r') || text.startsWith(' ') || text.endsWith(' ');
    if (!quoted) {
        m_bytes += text;
        return;
    }
    m_bytes += '"';
    m_bytes += text.replace('"', "\"\"");
    m_bytes += '"';
}

void CsvWriter::time(qint64 wallMs)
{
    const QDateTime utc = wire::utcTime(wallMs);
    const QByteArray date = utc.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")).toLatin1();
    word(date);
    word(date + 'Z');
    seconds(wallMs);
}

void CsvWriter::seconds(qint64 milliseconds)
{
    const qint64 whole = milliseconds / 1000;
    const qint64 rest = std::abs(milliseconds % 1000);
    const char *sign = milliseconds < 0 && whole == 0 ? "-" : "";
    word(sign + QByteArray::number(whole) + m_point + QByteArray::number(rest).rightJustified(3, '0'));
}

void CsvWriter::endRow()
{
    m_bytes += "\r\n";
    m_rowBegun = false;
}

QByteArray CsvWriter::take()
{
    return std::exchange(m_bytes, {});
}

} // namespace manometer::exports
