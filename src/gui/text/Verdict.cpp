// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/Verdict.h"

#include "gui/text/Numbers.h"
#include "pressure/control/LimitPolicy.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace manometer::gui::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

Verdict judge(quint64 evictedBytes, const std::optional<views::ReceiptEvent> &receipt)
{
    const pressure::LimitConfig config;
    if (evictedBytes == 0)
        return Verdict::Nothing;
    if (evictedBytes < config.futileEvictedBytes)
        return Verdict::TooSmall;
    if (!receipt)
        return Verdict::Pending;
    const double required = config.futileReturnedRatio * static_cast<double>(evictedBytes);
    return static_cast<double>(returnedBytes(*receipt)) >= required ? Verdict::Helped : Verdict::NoEffect;
}

// A larger process could have returned a visible amount: then its share is no reason.
constexpr double smallSharePercent = 5;

// The share of the memory in use that this process held, if it explains why a cut had no effect.
std::optional<double> smallShare(Verdict verdict, const std::optional<views::ReceiptEvent> &receipt)
{
    if (verdict != Verdict::NoEffect || !receipt || receipt->usedBytesBefore == 0)
        return std::nullopt;
    const double share = 100.0 * static_cast<double>(receipt->processRssBeforeBytes) /
                         static_cast<double>(receipt->usedBytesBefore);
    return share < smallSharePercent ? std::optional(share) : std::nullopt;
}

QString wordsOf(Verdict verdict, const std::optional<views::ReceiptEvent> &receipt)
{
    switch (verdict) {
    case Verdict::Pending:
        return Tr::tr("Measuring the effect…");
    case Verdict::Nothing:
        return Tr::tr("Nothing to evict");
    case Verdict::TooSmall:
        return Tr::tr("Too small to matter");
    case Verdict::Helped:
        return Tr::tr("Helped: %1 returned", "memory, to the system")
            .arg(size(static_cast<quint64>(std::max<qint64>(0, returnedBytes(*receipt)))));
    case Verdict::NoEffect:
        break;
    }
    return Tr::tr("No visible effect");
}

QString withReason(Verdict verdict, const std::optional<views::ReceiptEvent> &receipt)
{
    const auto share = smallShare(verdict, receipt);
    return share
               ? Tr::tr("No visible effect: this cache is %1 of what is used", "memory").arg(percent(*share))
               : wordsOf(verdict, receipt);
}

QString readTime(const cache::PressureCost &cost)
{
    return total(std::chrono::duration_cast<std::chrono::milliseconds>(cost.fileReadTime).count());
}

int whole(quint64 count)
{
    return static_cast<int>(std::min<quint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

qint64 returnedBytes(const views::ReceiptEvent &receipt)
{
    return static_cast<qint64>(receipt.processRssBeforeBytes) -
           static_cast<qint64>(receipt.processRssAfter2SBytes);
}

Verdict verdict(const views::LimitEvent &cut, const std::optional<views::ReceiptEvent> &receipt)
{
    return judge(cut.outcome.evictedBytes, receipt);
}

Verdict verdict(const views::ReceiptEvent &receipt)
{
    return judge(receipt.evictedBytes, receipt);
}

QString shortVerdict(const views::LimitEvent &cut, const std::optional<views::ReceiptEvent> &receipt)
{
    return wordsOf(verdict(cut, receipt), receipt);
}

QString verdictWords(const views::LimitEvent &cut, const std::optional<views::ReceiptEvent> &receipt)
{
    return withReason(verdict(cut, receipt), receipt);
}

QString verdictWords(const views::ReceiptEvent &receipt)
{
    return withReason(verdict(receipt), receipt);
}

QString shortCost(const cache::CutCost &cut)
{
    const cache::PressureCost &cost = cut.cost;
    if (cost.requests() == 0)
        return costWords(cut);
    const int reads = whole(cost.requests());
    const QString all = cut.countedOneIn > 1
                            ? Tr::tr("Cost so far: ≈\u00a0%Ln reads again", "an estimate", reads)
                            : Tr::tr("Cost so far: %Ln reads again", "of a cut of the cache's limit", reads);
    return cost.fileReads == 0
               ? all
               : Tr::tr("%1, %2", "reads, how long those of files took").arg(all, readTime(cost));
}

QString costWords(const cache::CutCost &cut)
{
    const cache::PressureCost &cost = cut.cost;
    if (cost.requests() == 0)
        return Tr::tr("Cost so far: none", "of a cut of the cache's limit");
    const bool isEstimate = cut.countedOneIn > 1;
    QStringList parts;
    if (cost.diskReads > 0) {
        const int reads = whole(cost.diskReads);
        parts += isEstimate ? Tr::tr("≈\u00a0%Ln disk reads", "an estimate", reads)
                            : Tr::tr("%Ln disk reads", nullptr, reads);
    }
    if (cost.fileReads > 0) {
        const int reads = whole(cost.fileReads);
        parts += (isEstimate ? Tr::tr("≈\u00a0%Ln files read again in %1", "an estimate; a duration", reads)
                             : Tr::tr("%Ln files read again in %1", "a duration", reads))
                     .arg(readTime(cost));
    }
    return Tr::tr("Cost so far: %1", "of a cut of the cache's limit").arg(parts.join(Tr::tr(", ")));
}

QString cutDetail(const views::LimitEvent &cut, const std::optional<views::ReceiptEvent> &receipt)
{
    const QString evicted =
        Tr::tr("%Ln entries evicted (%1)", nullptr, static_cast<int>(cut.outcome.evictedEntries))
            .arg(size(cut.outcome.evictedBytes));
    const bool isMeasured =
        receipt && std::isfinite(receipt->percentBefore) && std::isfinite(receipt->percentAfter);
    const QString figures =
        isMeasured ? Tr::tr("%1; memory in use %2 → %3")
                         .arg(evicted, percent(receipt->percentBefore), percent(receipt->percentAfter))
                   : evicted;
    const auto share = smallShare(verdict(cut, receipt), receipt);
    return share ? Tr::tr("This cache is %1 of what is used. %2", "memory; figures of a cut")
                       .arg(percent(*share), figures)
                 : figures;
}

} // namespace manometer::gui::text
