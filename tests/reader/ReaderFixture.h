// SPDX-License-Identifier: GPL-3.0-or-later
//
// A running manometer-reader, the answers that it gives, and what is expected of statistics.
#pragma once

#include "support/Files.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <cmath>
#include <vector>

namespace manometer::test {

class ReaderFixture
{
public:
    explicit ReaderFixture(const QStringList &options = {})
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(READER), options);
        process.waitForStarted();
    }
    ~ReaderFixture()
    {
        process.closeWriteChannel();
        if (!process.waitForFinished(5000))
            process.kill();
        process.waitForFinished();
    }

    void send(const QByteArray &depth, const QByteArray &path)
    {
        process.write(depth + ' ' + path.toPercentEncoding("/") + '\n');
    }
    // The next line of any kind; empty if the process ends or 20 s pass.
    QByteArray line()
    {
        QDeadlineTimer deadline(20'000);
        while (!process.canReadLine() && !deadline.hasExpired())
            if (!process.waitForReadyRead(int(deadline.remainingTime())) &&
                process.state() == QProcess::NotRunning)
                break;
        return process.canReadLine() ? process.readLine() : QByteArray();
    }
    // The next answer; what comes before it is kept in `progress`.
    QJsonObject answer()
    {
        progress.clear();
        for (QByteArray text = line(); !text.isEmpty(); text = line()) {
            const QJsonObject object = QJsonDocument::fromJson(text).object();
            if (!object.contains(QLatin1String("progress"))) {
                lastLine = text;
                return object;
            }
            progress.push_back(object.value(QLatin1String("progress")).toDouble());
        }
        return {};
    }
    QJsonObject ask(const QByteArray &depth, const QByteArray &path)
    {
        send(depth, path);
        return answer();
    }
    // The kind of failure; "ok" where there is none.
    QString kindOf(const QByteArray &path, const QByteArray &depth = "deep")
    {
        const QJsonObject object = ask(depth, path);
        return object.value(QLatin1String("ok")).toBool() ? QStringLiteral("ok")
                                                          : object.value(QLatin1String("kind")).toString();
    }
    // A field of /proc/<pid>/status; of amounts in KiB.
    qint64 status(const QByteArray &field) const
    {
        QFile file(QStringLiteral("/proc/%1/status").arg(process.processId()));
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        for (const QByteArray &text : file.readAll().split('\n'))
            if (text.startsWith(field + ':'))
                return text.mid(field.size() + 1).simplified().split(' ').front().toLongLong();
        return -1;
    }

    QProcess process;
    std::vector<double> progress;
    QByteArray lastLine; // numbers as they were written
};

// Two passes over the finite values in long double.
template<typename T>
QJsonObject statisticsOf(const std::vector<T> &values)
{
    qint64 nan = 0;
    qint64 infinite = 0;
    std::vector<long double> finite;
    for (const T value : values) {
        const auto wide = static_cast<long double>(value);
        nan += std::isnan(wide);
        infinite += std::isinf(wide);
        if (std::isfinite(wide))
            finite.push_back(wide);
    }
    QJsonObject result{{QStringLiteral("count"), qint64(finite.size())},
                       {QStringLiteral("nan"), nan},
                       {QStringLiteral("infinite"), infinite}};
    if (finite.empty())
        return result;
    const long double origin = finite.front();
    long double sum = 0;
    for (const long double value : finite)
        sum += value - origin;
    const long double mean = origin + sum / static_cast<long double>(finite.size());
    long double squares = 0;
    for (const long double value : finite)
        squares += (value - mean) * (value - mean);
    result[QStringLiteral("minimum")] = double(*std::min_element(finite.begin(), finite.end()));
    result[QStringLiteral("maximum")] = double(*std::max_element(finite.begin(), finite.end()));
    result[QStringLiteral("mean")] = double(mean);
    result[QStringLiteral("deviation")] =
        double(std::sqrt(squares / static_cast<long double>(finite.size())));
    return result;
}

// What differs between them; empty if nothing does. Relative tolerance: 1e-12 of the larger one of value and
// deviation.
inline QString difference(const QJsonObject &actual, const QJsonObject &expected)
{
    const double deviation = expected.value(QLatin1String("deviation")).toDouble();
    for (auto field = expected.begin(); field != expected.end(); ++field) {
        if (!actual.contains(field.key()))
            return field.key() + QStringLiteral(" is missing");
        const double found = actual.value(field.key()).toDouble();
        const double wanted = field.value().toDouble();
        if (std::abs(found - wanted) > 1e-12 * std::max(std::abs(wanted), deviation))
            return QStringLiteral("%1 is %2, not %3")
                .arg(field.key())
                .arg(found, 0, 'g', 17)
                .arg(wanted, 0, 'g', 17);
    }
    return {};
}

} // namespace manometer::test
