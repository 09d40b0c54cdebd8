// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/Numbers.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace manometer::gui::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Numbers)
};

const QString dash = u"–"_s;

QString decimal(double value)
{
    // Adding zero turns -0.0 into 0.0.
    return QLocale().toString(std::round(value * 10.0) / 10.0 + 0.0, 'f', 1);
}

QString sizeText(quint64 bytes, int decimals)
{
    constexpr quint64 most = std::numeric_limits<qint64>::max();
    QString text = QLocale().formattedDataSize(static_cast<qint64>(std::min(bytes, most)), decimals,
                                               QLocale::DataSizeIecFormat);
    return text.replace(u' ', u'\u00a0');
}

QString twoDigits(qint64 value)
{
    return u"%L1"_s.arg(value, 2, 10, QLatin1Char('0')); // L: the locale's digits
}

} // namespace

QString percent(double value)
{
    return std::isfinite(value) ? Tr::tr("%1\u00a0%").arg(decimal(value)) : dash;
}

QString threshold(double value)
{
    if (!std::isfinite(value))
        return dash;
    const double tenth = std::round(value * 10.0) / 10.0 + 0.0;
    return Tr::tr("%1\u00a0%").arg(QLocale().toString(tenth, 'f', tenth == std::floor(tenth) ? 0 : 1));
}

QString percentFormat()
{
    return Tr::tr("%1\u00a0%").arg(u"%.0f"_s);
}

QString points(double value)
{
    return std::isfinite(value) ? Tr::tr("%1\u00a0points").arg(decimal(value)) : dash;
}

QString count(quint64 value)
{
    return QLocale().toString(static_cast<qulonglong>(value));
}

QString size(quint64 bytes)
{
    // What rounds to a thousand or more of a unit is 1.0 of the next. (Bytes are not rounded.)
    for (quint64 unit = 1024; unit < quint64(1) << 60; unit *= 1024) {
        const double inUnits = static_cast<double>(bytes) / static_cast<double>(unit);
        if (inUnits >= 999.95 && inUnits < 1024)
            return sizeText(unit * 1024, 1);
    }
    return sizeText(bytes, 1);
}

QString exactSize(quint64 bytes)
{
    for (quint64 unit = 1024; unit < quint64(1) << 60; unit *= 1024)
        if (bytes % unit == 0 && bytes / unit >= 1000 && bytes / unit < 1024)
            return sizeText(bytes, 0);
    return size(bytes);
}

QString sizeChange(qint64 bytes)
{
    const quint64 magnitude = bytes < 0 ? 0 - static_cast<quint64>(bytes) : static_cast<quint64>(bytes);
    const QString figure = size(magnitude);
    if (bytes == 0)
        return figure;
    return QString((bytes < 0 ? u"\u2212"_s : u"+"_s) + figure);
}

QString elapsed(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(milliseconds, 0) / 1000;
    const qint64 days = seconds / 86'400;
    const QString clock =
        twoDigits(seconds / 3600 % 24) + u':' + twoDigits(seconds / 60 % 60) + u':' + twoDigits(seconds % 60);
    return days == 0 ? clock : Tr::tr("%1 d %2").arg(QLocale().toString(days), clock);
}

QString duration(qint64 milliseconds)
{
    const QLocale locale;
    const qint64 positive = std::max<qint64>(milliseconds, 0);
    if (positive < 1000)
        return Tr::tr("%1\u00a0ms").arg(locale.toString(positive));
    const qint64 seconds = positive / 1000;
    if (seconds < 60)
        return Tr::tr("%1\u00a0s").arg(locale.toString(seconds));
    if (seconds < 3600) {
        const QString minutes = locale.toString(seconds / 60);
        return seconds % 60 == 0
                   ? Tr::tr("%1\u00a0min").arg(minutes)
                   : Tr::tr("%1\u00a0min %2\u00a0s").arg(minutes, locale.toString(seconds % 60));
    }
    if (seconds >= 172'800 && seconds % 86'400 == 0)
        return Tr::tr("%1\u00a0"
                      "d")
            .arg(locale.toString(seconds / 86'400));
    const QString hours = locale.toString(seconds / 3600);
    return seconds / 60 % 60 == 0
               ? Tr::tr("%1\u00a0h").arg(hours)
               : Tr::tr("%1\u00a0h %2\u00a0min").arg(hours, locale.toString(seconds / 60 % 60));
}

QString age(qint64 milliseconds)
{
    const qint64 positive = std::max<qint64>(milliseconds, 0);
    // Fractions of a second matter only while samples arrive once a second.
    return positive < 10'000 ? Tr::tr("%1\u00a0s").arg(decimal(static_cast<double>(positive) / 1000.0))
                             : duration(positive);
}

QString total(qint64 milliseconds)
{
    const qint64 positive = std::max<qint64>(milliseconds, 0);
    if (positive >= 1000 && positive < 10'000)
        return age(positive);
    const qint64 hours = positive / 3'600'000;
    if (hours < 24)
        return duration(positive);
    const QLocale locale;
    const QString days = locale.toString(hours / 24);
    return hours % 24 == 0 ? Tr::tr("%1\u00a0"
                                    "d")
                                 .arg(days)
                           : Tr::tr("%1\u00a0"
                                    "d %2\u00a0h")
                                 .arg(days, locale.toString(hours % 24));
}

} // namespace manometer::gui::text
