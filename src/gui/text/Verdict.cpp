// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/Verdict.h"

#include "gui/text/Numbers.h"
#include "pressure/control/LimitPolicy.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

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

QString verdictWords(const views::LimitEvent &cut, const std::optional<views::ReceiptEvent> &receipt)
{
    return wordsOf(verdict(cut, receipt), receipt);
}

QString verdictWords(const views::ReceiptEvent &receipt)
{
    return wordsOf(verdict(receipt), receipt);
}

QString cutDetail(const views::LimitEvent &cut, const std::optional<views::ReceiptEvent> &receipt)
{
    const QString evicted =
        Tr::tr("%Ln entries evicted (%1)", nullptr, static_cast<int>(cut.outcome.evictedEntries))
            .arg(size(cut.outcome.evictedBytes));
    if (!receipt || !std::isfinite(receipt->percentBefore) || !std::isfinite(receipt->percentAfter))
        return evicted;
    return Tr::tr("%1; memory in use %2 → %3")
        .arg(evicted, percent(receipt->percentBefore), percent(receipt->percentAfter));
}

} // namespace manometer::gui::text
