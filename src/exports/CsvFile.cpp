// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/CsvFile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace manometer::exports {

using namespace views;

namespace {

constexpr qsizetype flushBytes = 1 << 20; // written to the file at this size

} // namespace

CsvFile::CsvFile(const QString &file, const char *format, CsvProfile profile,
                 std::span<const CsvColumn> columns)
    : m_path(file)
    , m_format(format)
    , m_columns(columns)
    , m_profile(profile)
    , m_csv(profile)
    , m_data(file)
{
    m_csv.header(columns);
}

QString CsvFile::rowDone()
{
    ++m_rows;
    return m_csv.size() < flushBytes ? QString() : flush();
}

QString CsvFile::flush()
{
    return m_data.prepare(m_csv.take());
}

QString CsvFile::commit(const IsCancelled &isCancelled)
{
    if (const QString error = flush(); !error.isEmpty())
        return error;
    if (m_data.kind() == files::OutputFile::Kind::Stream)
        return isCancelled() ? QString() : m_data.commit(isCancelled); // a stream has no description file
    QJsonArray described;
    for (const CsvColumn &column : m_columns)
        described.append(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(column.name)},
                                     {QStringLiteral("meaning"), QString::fromLatin1(column.meaning)}});
    const QJsonObject about{{QStringLiteral("format"), QString::fromLatin1(m_format)},
                            {QStringLiteral("version"), 1},
                            {QStringLiteral("separator"),
                             m_profile == CsvProfile::Plain ? QStringLiteral(",") : QStringLiteral(";")},
                            {QStringLiteral("rows"), m_rows},
                            {QStringLiteral("columns"), described}};
    files::OutputFile description(m_path + QStringLiteral(".meta.json"));
    if (const QString error = description.prepare(QJsonDocument(about).toJson()); !error.isEmpty())
        return error;
    // The slow fsync comes first, so that a cancellation during it still leaves nothing behind.
    if (const QString error = m_data.sync(); !error.isEmpty() || isCancelled())
        return error;
    const QString error = m_data.commit();
    return error.isEmpty() ? description.commit() : error;
}

} // namespace manometer::exports
