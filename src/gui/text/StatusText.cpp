// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/StatusText.h"

#include "gui/text/Errors.h"
#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "pressure/control/Governor.h"
#include "pressure/control/LimitPolicy.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

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

// What is measured, as a clause: '72.4 % of memory in use'.
QString measurement(const views::MonitorStatus &status)
{
    if (status.basis == pressure::Basis::Host && status.hostIsEstimated)
        return Tr::tr("About %1 of memory in use", "the kernel gives no exact figure")
            .arg(percent(status.percent));
    // p ends at 100 %; the used bytes and the limit show how far it is exceeded.
    if (status.basis != pressure::Basis::Host && status.cgroup && pressure::isOverLimit(*status.cgroup))
        return Tr::tr("Control group over its limit, %1 used of %2")
            .arg(size(status.cgroup->workingSetBytes), size(status.cgroup->limitBytes));
    return measured(status.basis, status.percent);
}

// While a level is held although memory use is already below its end value.
QString recovery(const views::MonitorStatus &status, qint64 nowMs)
{
    const QString applied = levelWord(status.applied);
    if (!status.fallsAtMs)
        return Tr::tr("%1; %2 is held").arg(measurement(status), applied);
    // The next sample ends a level that is due already.
    const QString left = duration(std::max<qint64>(wholeSecondsUp(*status.fallsAtMs - nowMs), 1000));
    return status.basis == pressure::Basis::Host
               ? Tr::tr("Memory has recovered to %1; %2 ends in %3")
                     .arg(percent(status.percent), applied, left)
               : Tr::tr("The control group has recovered to %1; %2 ends in %3")
                     .arg(percent(status.percent), applied, left);
}

QString beginning(const views::MonitorStatus &status, Level next)
{
    const QString begins = threshold(status.thresholds.of(next).enterPercent);
    return next == Level::Critical
               ? Tr::tr("%1; CRITICAL begins above %2").arg(measurement(status), begins)
               : Tr::tr("%1; %2 begins at %3").arg(measurement(status), levelWord(next), begins);
}

} // namespace

QString basis(const views::MonitorStatus &status, qint64 nowMs)
{
    if (!hasSample(status))
        return status.error ? Tr::tr("This machine's memory has not been read yet.")
                            : Tr::tr("Waiting for the first sample.");
    if (status.reason == GovernorReason::Holding)
        return recovery(status, nowMs);
    if (status.applied == Level::Critical) {
        const double leave = status.thresholds.critical.leavePercent;
        // Below its end value, the sentence beside this one says what holds the level.
        return status.percent < leave
                   ? measurement(status)
                   : Tr::tr("%1; CRITICAL ends below %2").arg(measurement(status), threshold(leave));
    }
    // A higher measured level that does not apply yet comes first.
    const Level next = std::max(pressure::oneAbove(status.applied), status.raw);
    const auto &toNext = status.forecast.toNext;
    if (!toNext || next == status.raw)
        return beginning(status, next);
    return Tr::tr("%1, expected in about %2")
        .arg(beginning(status, next), duration(roundly(toNext->count())));
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
    // The sentence above this one says when; this one says how reliable the forecast is here.
    const QString what = Tr::tr("Warning: %1 is expected soon.").arg(levelWord(*status.warnedOf));
    const quint32 right = status.forecastRecord.cameTrue;
    const quint32 forecasts = right + status.forecastRecord.notTrue;
    return forecasts == 0 ? what
                          : Tr::tr("%1 %2 of %Ln forecasts were right.", nullptr, static_cast<int>(forecasts))
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

QString limit(const views::MonitorStatus &status, qint64 nowMs)
{
    const QString configured = entries(status.configured.entries);
    const QString present = entries(status.limit.entries);
    const QString ceiling = entries(status.ceiling.entries);
    // A limit that was raised in the meantime, or is held, differs from the configured one; see the cases
    // below.
    if (!status.adapting && (!hasSample(status) || status.limit == status.configured))
        return Tr::tr("The limit stays at %1 entries: adaptation is off.").arg(configured);
    if (!hasSample(status))
        return {};
    const QString step = threshold(status.growthStepPercent);
    const QString interval = duration(status.growthIntervalMs);
    const qint64 wait = status.nextGrowthAtMs ? std::max<qint64>(0, *status.nextGrowthAtMs - nowMs) : 0;
    switch (status.limitReason) {
    case LimitReason::AtCeiling:
        if (status.applied == Level::Normal) {
            const pressure::Limits cut = pressure::ceiling(status.configured, Level::Elevated);
            if (cut.entries == status.configured.entries)
                return Tr::tr("The limit is %1 entries, the full size. It stays the same even at CRITICAL.")
                    .arg(configured);
            return Tr::tr("The limit is %1 entries, the full size. ELEVATED would cut it to %2.")
                .arg(configured, entries(cut.entries));
        }
        if (status.applied == Level::Critical)
            return Tr::tr("The limit is %1 of %2 entries, the minimum, because CRITICAL applies. It grows "
                          "once the level falls.")
                .arg(present, configured);
        return Tr::tr("The limit is %1 of %2 entries because %3 applies. It grows once the level falls.")
            .arg(present, configured, levelWord(status.applied));
    case LimitReason::HeldAfterCut:
        return Tr::tr(
                   "The limit stays at %1 of %2 entries for another %3 after the last cut, then grows to %4.")
            .arg(present, configured, duration(wholeSecondsUp(wait)), ceiling);
    case LimitReason::HeldByFlap:
        return Tr::tr("The limit stays at %1 of %2 entries for another %3: pressure returned soon after it "
                      "fell, so growth waits longer.")
            .arg(present, configured, duration(wholeSecondsUp(wait)));
    case LimitReason::HeldByForecast: {
        const auto &toNext = status.forecast.toNext;
        return Tr::tr("The limit stays at %1 of %2 entries: %3 is expected in %4.")
            .arg(present, configured, levelWord(pressure::oneAbove(status.applied)),
                 toNext ? duration(roundly(toNext->count())) : Tr::tr("a moment"));
    }
    case LimitReason::Futile:
        return Tr::tr("The limit stays at %1 of %2 entries until NORMAL: the system did not get the evicted "
                      "memory back.")
            .arg(present, configured);
    case LimitReason::Snoozed: {
        const qint64 left = status.snoozedUntilMs ? std::max<qint64>(0, *status.snoozedUntilMs - nowMs) : 0;
        return Tr::tr("The limit is held at %1 of %2 entries for another %3, as requested. Only CRITICAL "
                      "cuts it earlier.")
            .arg(present, configured, duration(wholeSecondsUp(left)));
    }
    case LimitReason::Growing:
        // A small entry limit is restored before the byte limit.
        if (status.limit.entries == status.ceiling.entries)
            return Tr::tr("The limit grows from %1 to %2, by %3 of %4 every %5. Next step in %6.")
                .arg(size(status.limit.bytes), size(status.ceiling.bytes), step,
                     size(status.configured.bytes), interval, duration(wholeSecondsUp(wait)));
        return Tr::tr("The limit grows from %1 to %2 entries, by %3 of %4 every %5. Next step in %6.")
            .arg(present, ceiling, step, configured, interval, duration(wholeSecondsUp(wait)));
    case LimitReason::Blind:
        break;
    }
    return Tr::tr("The limit stays at %1 of %2 entries while memory cannot be read.")
        .arg(present, configured);
}

namespace {

QString memoryFill(const views::CacheSummary &summary, const views::MonitorStatus &status)
{
    // Uses the monitor's limit, like the sentence beside it; the cache's own follows a moment later.
    const bool known = hasSample(status);
    const quint64 configured = known ? status.configured.entries : summary.configured.entries;
    const quint64 present = known ? status.limit.entries : summary.stats.memoryLimits.entries;
    const QString held = entries(summary.stats.memoryEntries);
    if (configured == 0)
        return Tr::tr("Cache %1 entries").arg(held);
    if (!status.adapting || present >= configured)
        return Tr::tr("Cache %1 of %2 entries").arg(held, entries(configured));
    const double cut = 100.0 - 100.0 * static_cast<double>(present) / static_cast<double>(configured);
    return Tr::tr("Cache %1 of %2 entries, limit %3 (\u2212%4)")
        .arg(held, entries(configured), entries(present), threshold(cut));
}

} // namespace

QString cacheFill(const views::CacheSummary &summary, const views::MonitorStatus &status)
{
    // After a start and after a cut, most entries are only on disk.
    const QString inMemory = memoryFill(summary, status);
    return summary.stats.diskEntries > summary.stats.memoryEntries
               ? Tr::tr("%1, %2 on disk", "what the cache holds in memory, a number of entries")
                     .arg(inMemory, entries(summary.stats.diskEntries))
               : inMemory;
}

QString hitRatio(const views::CacheSummary &summary)
{
    return summary.stats.requests() == 0 ? Tr::tr("No requests yet")
                                         : Tr::tr("Hit ratio %1").arg(percent(summary.hitRatePercent()));
}

QString timeSaved(const views::AnswerUse &answers)
{
    const auto milliseconds = static_cast<qint64>(answers.savedMicroseconds / 1000);
    return milliseconds == 0
               ? QString()
               : Tr::tr("exiftool: %1 saved", "a time that hits saved").arg(total(milliseconds));
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

QString receipt(const views::LimitEvent &cut, const std::optional<views::ReceiptEvent> &settled)
{
    const int evicted = static_cast<int>(cut.outcome.evictedEntries);
    const auto change = [](quint64 before, quint64 after) {
        return sizeChange(static_cast<qint64>(after) - static_cast<qint64>(before));
    };
    // The value after 2 s shows how much memory stays freed.
    return settled ? Tr::tr("Last cut: %Ln entries evicted, RSS %1 after 2 s", nullptr, evicted)
                         .arg(change(settled->processRssBeforeBytes, settled->processRssAfter2SBytes))
                   : Tr::tr("Last cut: %Ln entries evicted, RSS %1 at once", nullptr, evicted)
                         .arg(change(cut.processRssBeforeBytes, cut.processRssAfterBytes));
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
    return Tr::
        tr("A full cache of %1 entries takes about %2, less than %3 of this machine's memory. Evicting it "
           "cannot reduce the machine's memory pressure. At %4 per entry, about %5 entries would take %6.")
            .arg(entries(summary.configured.entries), size(whole), percent(std::max(0.1, share)), size(each),
                 entries(static_cast<quint64>(toTwoDigits(wanted))), percent(recommendedPercent));
}

} // namespace manometer::gui::text
