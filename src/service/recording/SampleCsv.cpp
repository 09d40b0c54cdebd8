// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/SampleCsv.h"

#include "service/OutputFile.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <charconv>
#include <cmath>

namespace manometer::service {

namespace {

struct Column
{
    const char *name;
    const char *meaning;
};

constexpr std::array columns{
    Column{"time_utc", "wall clock, UTC, a date that spreadsheets understand"},
    Column{"timestamp", "the same with its zone, ISO 8601"},
    Column{"unix_time_s", "the same in seconds since 1970"},
    Column{"elapsed_s", "monotonic seconds since the first row"},
    Column{"system_used_percent", "(MemTotal - MemAvailable) / MemTotal"},
    Column{"system_available_bytes", "MemAvailable"},
    Column{"process_rss_bytes", "resident set of this program"},
    Column{"psi_some_avg10_percent", "share of the last 10 s in which some task waited for memory"},
    Column{"level", "applied level; kept while samples are missing"},
    Column{"cache_entries", "entries in memory"},
    Column{"cache_limit_entries", "how many there may be"},
    Column{"cache_hits_total", "hits since the start"},
    Column{"cgroup_used_percent",
           "working set against the tightest limit of our control groups; empty where none counts"},
};

// Seconds with three decimals, exactly, from whole milliseconds.
QByteArray seconds(qint64 milliseconds)
{
    const qint64 whole = milliseconds / 1000;
    const qint64 rest = std::abs(milliseconds % 1000);
    const char *sign = milliseconds < 0 && whole == 0 ? "-" : "";
    return sign + QByteArray::number(whole) + '.' + QByteArray::number(rest).rightJustified(3, '0');
}

QByteArray shortest(double value)
{
    if (!std::isfinite(value))
        return {};
    std::array<char, 400> text{}; // fixed notation: DBL_MAX has 309 digits
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
    return {text.data(), end - text.data()};
}

} // namespace

QByteArray sampleCsvHeader()
{
    QByteArray header;
    for (const Column &column : columns)
        header += (header.isEmpty() ? "" : ",") + QByteArray(column.name);
    return header + "\r\n";
}

QByteArray sampleCsvRow(const SampleRecord &record, qint64 firstMonotonicMs)
{
    const auto utc = QDateTime::fromMSecsSinceEpoch(record.wallMs, Qt::UTC);
    const QByteArray time = utc.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")).toLatin1();
    const auto unlessGap = [&record](const QByteArray &figure) { return record.gap ? QByteArray() : figure; };
    const QByteArrayList fields{
        time,
        time + 'Z',
        seconds(record.wallMs),
        seconds(record.monotonicMs - firstMonotonicMs),
        unlessGap(shortest(record.systemUsedPercent)),
        unlessGap(QByteArray::number(record.systemAvailableBytes)),
        unlessGap(QByteArray::number(record.processRssBytes)),
        unlessGap(shortest(record.psiSomeAvg10Percent)),
        QByteArray(name(record.applied).data()),
        QByteArray::number(record.cacheEntries),
        QByteArray::number(record.cacheLimitEntries),
        QByteArray::number(record.cacheHitsTotal),
        unlessGap(shortest(record.cgroupUsedPercent)),
    };
    return fields.join(',') + "\r\n";
}

QByteArray sampleCsv(const SampleRecords &records)
{
    QByteArray csv = sampleCsvHeader();
    csv.reserve(csv.size() + records.size() * 160);
    for (const SampleRecord &record : records)
        csv += sampleCsvRow(record, records.constFirst().monotonicMs);
    return csv;
}

QString writeSampleCsv(const QString &file, const SampleRecords &records)
{
    QJsonArray described;
    for (const Column &column : columns)
        described.append(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(column.name)},
                                     {QStringLiteral("meaning"), QString::fromLatin1(column.meaning)}});
    const QByteArray meta =
        QJsonDocument(QJsonObject{{QStringLiteral("format"), QStringLiteral("manometer-samples")},
                                  {QStringLiteral("version"), 1},
                                  {QStringLiteral("rows"), records.size()},
                                  {QStringLiteral("columns"), described}})
            .toJson();
    OutputFile data(file);
    if (const QString error = data.prepare(sampleCsv(records)); !error.isEmpty())
        return error;
    if (data.kind() == OutputFile::Kind::Stream)
        return data.commit(); // nothing lies beside a stream
    OutputFile about(file + QStringLiteral(".meta.json"));
    if (const QString error = about.prepare(meta); !error.isEmpty())
        return error;
    const QString error = data.commit();
    return error.isEmpty() ? about.commit() : error;
}

} // namespace manometer::service
