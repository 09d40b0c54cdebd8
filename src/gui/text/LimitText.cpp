// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/LimitText.h"

#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/Verdict.h"

#include <QCoreApplication>

#include <chrono>

namespace manometer::gui::text {

namespace {

struct LimitTr
{
    Q_DECLARE_TR_FUNCTIONS(Events)
};

QString took(std::chrono::nanoseconds duration)
{
    const double milliseconds = std::chrono::duration<double, std::milli>(duration).count();
    return milliseconds < 1 ? LimitTr::tr("less than %1").arg(text::duration(1))
                            : text::duration(static_cast<qint64>(milliseconds));
}

// Begins with the verdict: it is what the operator wants to know.
QString judged(const QString &verdict, const QString &sentence)
{
    return LimitTr::tr("%1. %2", "whether a cut helped, and its figures").arg(verdict, sentence);
}

QString rssChange(quint64 before, quint64 after)
{
    return sizeChange(static_cast<qint64>(after) - static_cast<qint64>(before));
}

} // namespace

QString limitSentence(const views::LimitEvent &event, const std::optional<views::ReceiptEvent> &receipt,
                      const std::optional<cache::CutCost> &cost)
{
    const cache::LimitOutcome &outcome = event.outcome;
    const QString before = count(outcome.before.entries);
    const QString after = count(outcome.after.entries);
    const QString rss = sizeChange(static_cast<qint64>(event.processRssAfterBytes) -
                                   static_cast<qint64>(event.processRssBeforeBytes));
    const QString level = levelWord(event.level);
    const int evicted = static_cast<int>(outcome.evictedEntries);
    switch (event.cause) {
    case cache::LimitCause::Pressure: {
        const QString cut =
            LimitTr::tr("Limit cut at %1 from %2 to %3 entries: %Ln evicted (%4), RSS %5, in %6", nullptr,
                        evicted)
                .arg(level, before, after, size(outcome.evictedBytes), rss, took(outcome.duration));
        const QString whole = outcome.deferredBytes == 0
                                  ? cut
                                  : LimitTr::tr("%1; %2 of it will be freed when the last reader finishes")
                                        .arg(cut, size(outcome.deferredBytes));
        const QString figures = cost ? judged(costWords(*cost), whole) : whole;
        // A cut without a receipt is too recent, or the program ended before it settled.
        return verdict(event, receipt) == Verdict::Pending ? figures
                                                           : judged(verdictWords(event, receipt), figures);
    }
    case cache::LimitCause::Restore:
        return LimitTr::tr("Limit raised at %1 from %2 to %3 entries").arg(level, before, after);
    case cache::LimitCause::Rehearsal:
        if (outcome.after.entries > outcome.before.entries)
            return LimitTr::tr("Rehearsal at %1: limit raised from %2 to %3 entries")
                .arg(level, before, after);
        return LimitTr::tr(
                   "Rehearsal at %1: limit cut from %2 to %3 entries; %Ln evicted (%4), RSS %5, in %6",
                   nullptr, evicted)
            .arg(level, before, after, size(outcome.evictedBytes), rss, took(outcome.duration));
    case cache::LimitCause::Configuration:
        break;
    }
    return LimitTr::tr("Limit set from %1 to %2 entries: %Ln evicted, RSS %3", nullptr, evicted)
        .arg(before, after, rss);
}

QString receiptSentence(const views::ReceiptEvent &event)
{
    if (event.rehearsed) // nothing was short: there is nothing to judge
        return LimitTr::tr(
                   "Rehearsal, effect of action %1: %2 evicted; RSS %3 at once, %4 after 250\u00a0ms, %5 "
                   "after 2\u00a0s")
            .arg(QString::number(event.action), size(event.evictedBytes),
                 rssChange(event.processRssBeforeBytes, event.processRssAtOnceBytes),
                 rssChange(event.processRssBeforeBytes, event.processRssAfter250MsBytes),
                 rssChange(event.processRssBeforeBytes, event.processRssAfter2SBytes));
    const QString figures =
        LimitTr::tr(
            "Effect of action %1: %2 evicted; RSS %3 at once, %4 after 250\u00a0ms, %5 after 2\u00a0s; "
            "memory in use %6 → %7")
            .arg(QString::number(event.action), size(event.evictedBytes),
                 rssChange(event.processRssBeforeBytes, event.processRssAtOnceBytes),
                 rssChange(event.processRssBeforeBytes, event.processRssAfter250MsBytes),
                 rssChange(event.processRssBeforeBytes, event.processRssAfter2SBytes),
                 percent(event.percentBefore), percent(event.percentAfter));
    return judged(verdictWords(event), figures);
}

} // namespace manometer::gui::text
