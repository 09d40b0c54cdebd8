// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rehearsal/Rehearsal.h"

#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "pressure/rehearsal/Playback.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

namespace manometer::gui {

namespace {

std::optional<pressure::Curve> curveOf(const views::RehearsalRequest &request)
{
    return pressure::namedCurve(
        std::string_view(request.curve.constData(), static_cast<std::size_t>(request.curve.size())));
}

} // namespace

RehearsalCost costOf(const views::RehearsalRequest &request, const pressure::ControlConfig &config,
                     const cache::Stats &stats)
{
    RehearsalCost cost{.presentEntries = stats.memoryEntries, .leastEntries = config.configured.entries};
    quint64 leastBytes = config.configured.bytes;
    if (const auto curve = curveOf(request))
        pressure::play(*curve, config, [&](const pressure::PlayedStep &played) {
            const pressure::Limits &limit = played.step.limit.limit;
            cost.leastEntries = std::min<quint64>(cost.leastEntries, limit.entries);
            leastBytes = std::min<quint64>(leastBytes, limit.bytes);
            cost.highest = std::max(cost.highest, played.step.governor.state.applied);
        });
    // Where the bytes decide, the size of each entry says which ones are kept.
    cost.mostEvicted = stats.memoryBytes > leastBytes
                           ? cost.presentEntries
                           : cost.presentEntries - std::min(cost.presentEntries, cost.leastEntries);
    return cost;
}

std::chrono::milliseconds lengthOf(const views::RehearsalRequest &request)
{
    const auto curve = curveOf(request);
    return curve ? std::chrono::ceil<std::chrono::milliseconds>(curve->duration() / request.speed)
                 : std::chrono::milliseconds(0);
}

} // namespace manometer::gui

namespace manometer::gui::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Rehearsal)
};

constexpr qsizetype longestName = 24; // characters, so that a window of 800 pixels has room for the note

QString shortened(const QString &name)
{
    constexpr qsizetype part = longestName / 2;
    return name.size() <= longestName ? name : name.left(part) + u'…' + name.right(part);
}

QString curveName(const QByteArray &curve)
{
    if (curve == "ramp")
        return Tr::tr("ramp", "a curve of memory use");
    if (curve == "burst")
        return Tr::tr("burst", "a curve of memory use");
    if (curve == "sawtooth")
        return Tr::tr("sawtooth", "a curve of memory use");
    if (curve == "noise")
        return Tr::tr("noise", "a curve of memory use");
    const QString name = QFile::decodeName(curve.mid(curve.lastIndexOf('/') + 1));
    return fileName(shortened(name));
}

} // namespace

QString rehearsal(const Rehearsal &rehearsal)
{
    const QString name = curveName(rehearsal.curve);
    if (rehearsal.speed == 1)
        return name;
    return Tr::tr("%1, %2 times as fast", "%1: a curve or a file")
        .arg(name, QLocale().toString(rehearsal.speed));
}

QString rehearsalNote(const Rehearsal &rehearsal)
{
    return Tr::tr("Rehearsal: %1. Memory figures are played; nothing on this machine is cut.",
                  "%1: a curve or a file, and its speed")
        .arg(text::rehearsal(rehearsal));
}

QString shortRehearsalNote(const Rehearsal &rehearsal)
{
    return Tr::tr("Rehearsal, nothing is cut: %1", "%1: a curve or a file, and its speed")
        .arg(text::rehearsal(rehearsal));
}

QString rehearsalQuestion(const views::RehearsalRequest &request, const RehearsalCost &cost)
{
    const int evicted =
        static_cast<int>(std::min<quint64>(cost.mostEvicted, std::numeric_limits<int>::max()));
    const QString cut =
        Tr::tr(
            "This cache has %1 entries in memory. The curve reaches %2, where the limit is %3 entries: up to "
            "%Ln entries are evicted. They come back only as their files are asked for again.",
            "two numbers of entries, with a level between them", evicted)
            .arg(count(cost.presentEntries), levelWord(cost.highest), count(cost.leastEntries));
    const QString end = Tr::tr("It takes %1 and can be stopped at any time. The limit is restored at the "
                               "end, and at once if the "
                               "machine itself reaches %2.",
                               "a duration, a level")
                            .arg(duration(lengthOf(request).count()), levelWord(pressure::Level::Critical));
    return cut + QStringLiteral("\n\n") + end;
}

namespace {

QString timeLeft(const views::RehearsalStatus &rehearsal)
{
    const qint64 left = std::max<qint64>(0, rehearsal.lengthMs - rehearsal.playedMs);
    return duration((left + 999) / 1000 * 1000);
}

} // namespace

QString cacheRehearsalNote(const views::MonitorStatus &status)
{
    const views::RehearsalStatus &rehearsal = *status.rehearsal;
    return Tr::tr(
               "Rehearsal on this cache: %1, plays %2 of memory, %3, %4 left. The machine itself is at %5.",
               "a curve, memory in use, a level, a duration, a level")
        .arg(text::rehearsal({.curve = rehearsal.curve, .speed = rehearsal.speed}),
             threshold(std::round(rehearsal.percent)), levelWord(rehearsal.level), timeLeft(rehearsal),
             levelWord(status.applied));
}

QString shortCacheRehearsalNote(const views::MonitorStatus &status)
{
    return Tr::tr("Rehearsal: %1, %2 left; the machine is at %3", "a level, a duration, a level")
        .arg(levelWord(status.rehearsal->level), timeLeft(*status.rehearsal), levelWord(status.applied));
}

} // namespace manometer::gui::text
