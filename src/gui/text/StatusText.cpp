// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/StatusText.h"

#include "gui/text/Errors.h"
#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "pressure/control/Governor.h"
#include "pressure/control/LimitPolicy.h"
#include "views/ShownPercent.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace manometer::gui::text {

using pressure::GovernorReason;
using pressure::Level;
using pressure::LimitReason;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Status)
};

// Memory use is shown in steps of 0.1 points; a change of 0.5 points is noticeable.
constexpr double noticeablePercent = 0.5;
// Recommended share of the machine's memory: evicting it is noticeable, and it leaves the rest to others.
constexpr double recommendedPercent = 2;

// Rounds to two significant digits: 330 000 instead of 327 680.
double toTwoDigits(double value)
{
    const double power = std::pow(10.0, std::max(0.0, std::floor(std::log10(value)) - 1));
    return std::round(value / power) * power;
}
// Used until entries were measured: the typical length of the metadata reader's JSON.
constexpr quint64 typicalEntryBytes = 2048;

// Rounds to seconds below two minutes and to minutes above: a forecast is not more exact.
qint64 roundly(qint64 milliseconds)
{
    const qint64 step = milliseconds < 120'000 ? 1000 : 60'000;
    return std::max(step, (milliseconds + step / 2) / step * step);
}

bool hasSample(const views::MonitorStatus &status)
{
    return status.latest.wallMs != 0;
}

qint64 wholeSecondsUp(qint64 milliseconds)
{
    return std::max<qint64>(0, (milliseconds + 999) / 1000) * 1000;
}

QString entries(quint64 value)
{
    return count(value);
}

} // namespace

namespace {

QString present(const views::MonitorStatus &status)
{
    if (status.basis == pressure::Basis::Host && status.hostIsEstimated)
        return Tr::tr("About %1 of memory in use", "the kernel gives no exact figure")
            .arg(percentBeside(status.percent, status.thresholds));
    // p ends at 100 %; the used bytes and the limit show how far it is exceeded.
    if (status.basis != pressure::Basis::Host && status.cgroup && pressure::isOverLimit(*status.cgroup))
        return Tr::tr("Control group over its limit, %1 used of %2")
            .arg(size(status.cgroup->workingSetBytes), size(status.cgroup->limitBytes));
    return measured(status.basis, views::shownPercent(status.percent, status.thresholds));
}

} // namespace

QString measurement(const views::MonitorStatus &status, qint64 nowMs)
{
    if (!hasSample(status))
        return status.error ? Tr::tr("This machine's memory has not been read yet.")
                            : Tr::tr("Waiting for the first sample.");
    if (!status.stale)
        return present(status);
    const qint64 age = std::max<qint64>(0, nowMs - status.latest.monotonicMs);
    return Tr::tr("%1, %2 ago", "a measurement, a duration").arg(present(status), duration(age));
}

QString outlook(const views::MonitorStatus &status, qint64 nowMs)
{
    if (!hasSample(status))
        return {};
    const QString applied = levelWord(status.applied);
    if (status.reason == GovernorReason::Holding) {
        if (!status.fallsAtMs)
            return Tr::tr("%1 is held.", "a level").arg(applied);
        // The next sample ends a level that is due already.
        const qint64 left = std::max<qint64>(wholeSecondsUp(*status.fallsAtMs - nowMs), 1000);
        return Tr::tr("%1 ends in %2.", "a level, a duration").arg(applied, duration(left));
    }
    if (status.applied == Level::Critical) {
        const double leave = status.thresholds.critical.leavePercent;
        // Below its end value, the deviation says what holds the level.
        return status.percent < leave ? QString() : Tr::tr("CRITICAL ends below %1.").arg(threshold(leave));
    }
    // A higher measured level that does not apply yet comes first.
    const Level next = std::max(pressure::oneAbove(status.applied), status.raw);
    const QString word = levelWord(next);
    const QString begins = threshold(status.thresholds.of(next).enterPercent);
    const auto &toNext = status.forecast.toNext;
    if (toNext && next != status.raw)
        return Tr::tr("%1 begins at %2, expected in about %3.", "a level")
            .arg(word, begins, duration(roundly(toNext->count())));
    return next == Level::Critical ? Tr::tr("CRITICAL begins above %1.").arg(begins)
                                   : Tr::tr("%1 begins at %2.", "a level").arg(word, begins);
}

QString explanation(const views::MonitorStatus &status, qint64 nowMs)
{
    QStringList sentences{deviation(status, nowMs), outlook(status, nowMs)};
    if (status.reason == GovernorReason::Holding)
        sentences.swapItemsAt(0, 1); // what comes next is what an operator waits for
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString deviation(const views::MonitorStatus &status, qint64 nowMs)
{
    if (!hasSample(status))
        return {};
    const QString applied = levelWord(status.applied);
    const pressure::Threshold threshold =
        status.applied == Level::Normal ? pressure::Threshold{} : status.thresholds.of(status.applied);
    switch (status.reason) {
    case GovernorReason::AsMeasured:
        return {};
    case GovernorReason::Raised:
        return Tr::tr("Raised to %1: two samples in a row reached it.").arg(applied);
    case GovernorReason::RaisedAtOnce:
        return Tr::tr("Raised to %1 at once: one sample is enough.").arg(applied);
    case GovernorReason::RaisedByVote:
    case GovernorReason::RaisedByOutOfMemory:
        return Tr::tr("Raised to %1: %2.").arg(applied, voteReason(status.vote));
    case GovernorReason::HeldByVote:
        return Tr::tr("%1 stays: %2.").arg(applied, voteReason(status.vote));
    case GovernorReason::AwaitingSecondSample:
        return Tr::tr("Measured %1; %2 still applies. The next sample decides.")
            .arg(levelWord(status.raw), applied);
    case GovernorReason::Fell:
        return Tr::tr("Fell to %1: the hold of the higher level has ended.").arg(applied);
    case GovernorReason::AboveLeave:
        return Tr::tr("%1 stays until memory use is below %2.")
            .arg(applied, text::threshold(threshold.leavePercent));
    case GovernorReason::Holding: {
        if (!status.fallsAtMs)
            return Tr::tr("%1 is held.").arg(applied);
        const qint64 since = status.underLeaveSinceMs.value_or(nowMs);
        const qint64 below = std::max<qint64>(1000, nowMs - since);
        return Tr::tr("Below %1 for %2; %3 is held for %4.")
            .arg(text::threshold(threshold.leavePercent), duration(below / 1000 * 1000), applied,
                 duration(wholeSecondsUp(*status.fallsAtMs - since)));
    }
    case GovernorReason::Blind:
        break;
    }
    return Tr::tr("The newest read failed; %1 stays in effect.").arg(applied);
}

QString warning(const views::MonitorStatus &status)
{
    const auto &toNext = status.forecast.toNext;
    if (!status.warnedOf || !toNext || status.stale || *status.warnedOf <= status.applied)
        return {};
    const QString what = Tr::tr("%1 expected in about %2", "a level, a duration")
                             .arg(levelWord(*status.warnedOf), duration(roundly(toNext->count())));
    const pressure::LevelForecasts &earlier = status.forecastRecord.of(*status.warnedOf);
    const quint32 right = earlier.cameTrue;
    const quint32 forecasts = right + earlier.notTrue;
    return forecasts == 0 ? what
                          : Tr::tr("%1 (%2 of %Ln forecasts right)", nullptr, static_cast<int>(forecasts))
                                .arg(what, count(right));
}

QString staleness(const views::MonitorStatus &status, qint64 nowMs)
{
    if (!status.stale)
        return {};
    const QString why = status.error ? sourceError(*status.error) : Tr::tr("no samples arrive");
    if (!hasSample(status))
        return Tr::tr("STALE, no sample yet: %1").arg(why);
    const qint64 age = std::max<qint64>(0, nowMs - status.latest.monotonicMs);
    return Tr::tr("STALE for %1: %2").arg(duration(age), why);
}

namespace {

QString limitReason(const views::MonitorStatus &status, qint64 nowMs)
{
    if (const auto &rehearsal = status.rehearsal;
        rehearsal && rehearsal->limit.entries < status.limit.entries)
        return Tr::tr("Cut to %1 by the rehearsal; afterwards %2 again.", "the cache's limit")
            .arg(entries(rehearsal->limit.entries), entries(status.limit.entries));
    // A limit that was raised in the meantime, or is held, differs from the configured one; see the cases
    // below.
    if (!status.adapting && (!hasSample(status) || status.limit == status.configured))
        return Tr::tr("Stays at its size: adaptation is off.", "the cache's limit");
    if (!hasSample(status))
        return {};
    const QString step = threshold(status.growthStepPercent);
    const QString interval = duration(status.growthIntervalMs);
    const qint64 wait = status.nextGrowthAtMs ? std::max<qint64>(0, *status.nextGrowthAtMs - nowMs) : 0;
    const QString left = duration(wholeSecondsUp(wait));
    switch (status.limitReason) {
    case LimitReason::AtCeiling:
        if (status.applied == Level::Normal) {
            const pressure::Limits cut = pressure::ceiling(status.configured, Level::Elevated);
            return cut.entries == status.configured.entries
                       ? Tr::tr("Limit not cut. It stays the same even at CRITICAL.", "of the cache")
                       : Tr::tr("Limit not cut. ELEVATED would cut it to %1.", "of the cache")
                             .arg(entries(cut.entries));
        }
        return status.applied == Level::Critical
                   ? Tr::tr("The minimum until the level falls.", "the cache's limit")
                   : Tr::tr("Grows again once the level falls.", "the cache's limit");
    case LimitReason::HeldAfterCut:
        return Tr::tr("Held for %1, then grows to %2.", "the cache's limit")
            .arg(left, entries(status.ceiling.entries));
    case LimitReason::HeldByFlap:
        return Tr::tr("Held for %1: pressure came back.", "the cache's limit").arg(left);
    case LimitReason::HeldByForecast: {
        const auto &toNext = status.forecast.toNext;
        return Tr::tr("Held: %1 is expected in %2.", "the cache's limit")
            .arg(levelWord(pressure::oneAbove(status.applied)),
                 toNext ? duration(roundly(toNext->count())) : Tr::tr("a moment"));
    }
    case LimitReason::Futile:
        return Tr::tr("Held until NORMAL: cuts do not help.", "the cache's limit");
    case LimitReason::Snoozed:
        return Tr::tr("Held for %1, as requested.", "the cache's limit")
            .arg(duration(wholeSecondsUp(
                status.snoozedUntilMs ? std::max<qint64>(0, *status.snoozedUntilMs - nowMs) : 0)));
    case LimitReason::Growing:
        // A small entry limit is restored before the byte limit.
        return Tr::tr("Grows to %1, by %2 every %3.", "the cache's limit")
            .arg(status.limit.entries == status.ceiling.entries ? size(status.ceiling.bytes)
                                                                : entries(status.ceiling.entries),
                 step, interval);
    case LimitReason::Blind:
        break;
    }
    return Tr::tr("Held while memory cannot be read.", "the cache's limit");
}

} // namespace

QString limit(const views::MonitorStatus &status, qint64 nowMs)
{
    const QString reason = limitReason(status, nowMs);
    const quint64 configured = status.configured.entries;
    if (!hasSample(status) || status.limit.entries >= configured)
        return reason;
    const double cut =
        100.0 - 100.0 * static_cast<double>(status.limit.entries) / static_cast<double>(configured);
    return Tr::tr("Limit %1 (\u2212%2). %3", "of the cache; %3 is a sentence: why")
        .arg(entries(status.limit.entries), threshold(cut), reason);
}

QString cacheFill(const views::CacheSummary &summary, const views::MonitorStatus &status)
{
    const quint64 configured = hasSample(status) ? status.configured.entries : summary.configured.entries;
    return configured == 0 ? Tr::tr("entries", "after a number of entries: 200 entries")
                           : Tr::tr("of %1 entries", "after a number of entries: 200 of 500 entries")
                                 .arg(entries(configured));
}

QString cacheFacts(const views::CacheSummary &summary)
{
    // After a start and after a cut, most entries are only on disk.
    const quint64 onDisk = summary.stats.diskEntries;
    return onDisk > summary.stats.memoryEntries
               ? Tr::tr("Cache · %1 · %2 on disk", "%1 is the hit ratio, %2 a number of entries")
                     .arg(hitRatio(summary), entries(onDisk))
               : Tr::tr("Cache · %1", "%1 is the hit ratio").arg(hitRatio(summary));
}

QString hitRatio(const views::CacheSummary &summary)
{
    return summary.stats.requests() == 0 ? Tr::tr("no requests yet")
                                         : Tr::tr("hit ratio %1").arg(percent(summary.hitRatePercent()));
}

QString hits(quint64 count)
{
    return Tr::tr("%Ln hits", nullptr,
                  static_cast<int>(std::min<quint64>(count, std::numeric_limits<int>::max())));
}

QString savedFor(const views::AnswerUse &answers)
{
    constexpr qsizetype most = 2; // that fit
    QStringList shares;
    for (const views::ClientUse &client : answers.clients) {
        if (shares.size() == most || client.savedMicroseconds == 0 || answers.savedMicroseconds == 0)
            break;
        shares +=
            Tr::tr("%1 %2", "a program, its share")
                .arg(client.program.isEmpty() ? Tr::tr("others", "programs") : pathInText(client.program),
                     threshold(std::round(100.0 * static_cast<double>(client.savedMicroseconds) /
                                          static_cast<double>(answers.savedMicroseconds))));
    }
    return shares.join(Tr::tr(" · ", "between facts"));
}

QString answerUse(const views::AnswerUse &answers)
{
    if (answers.requests == 0)
        return {};
    return Tr::tr("Since the start: requests %1 · hits %2 (%3) · time saved %4", "%4 is a sum of times")
        .arg(count(answers.requests), count(answers.hits),
             percent(hitPercent(answers.requests, answers.hits)),
             total(static_cast<qint64>(answers.savedMicroseconds / 1000)));
}

double hitPercent(quint64 requests, quint64 hits)
{
    return requests == 0 ? views::absent : 100.0 * static_cast<double>(hits) / static_cast<double>(requests);
}

QString smallCacheNote(const views::CacheSummary &summary, quint64 machineBytes)
{
    if (machineBytes == 0 || summary.configured.entries == 0)
        return {};
    const quint64 each = summary.stats.memoryEntries > 0
                             ? summary.stats.memoryBytes / summary.stats.memoryEntries
                             : typicalEntryBytes;
    const quint64 whole = std::min<quint64>(summary.configured.entries * each, summary.configured.bytes);
    const double share = 100.0 * static_cast<double>(whole) / static_cast<double>(machineBytes);
    if (share >= noticeablePercent)
        return {};
    const double wanted =
        static_cast<double>(machineBytes) * recommendedPercent / 100.0 / static_cast<double>(each);
    return Tr::tr("A full cache of %1 entries takes about %2, less than %3 of this machine's memory. A cut "
                  "returns that much at most, however well it works. At %4 per entry, about %5 entries would "
                  "take %6.")
        .arg(entries(summary.configured.entries), size(whole), percent(std::max(0.1, share)), size(each),
             entries(static_cast<quint64>(toTwoDigits(wanted))), percent(recommendedPercent));
}

} // namespace manometer::gui::text
