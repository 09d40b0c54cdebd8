// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/whatif/WhatIfModel.h"

#include "gui/text/EvidenceText.h"
#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"
#include "views/ReplayedFigures.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace manometer::gui {

using pressure::Level;
using text::ReplayFigure;
using views::WhatIfAnswer;
using views::WhatIfFigures;

namespace {

views::LevelFigures levelOf(const WhatIfFigures &outcome, Level level)
{
    for (const views::LevelFigures &each : outcome.levels)
        if (each.level == level)
            return each;
    return {.level = level, .timePercent = 0};
}

QString signedText(double change, const QString &size)
{
    return change > 0 ? u'+' + size : u'−' + size;
}

QString countChange(quint64 before, quint64 after)
{
    return before == after ? QString()
                           : signedText(after > before ? 1 : -1,
                                        text::count(after > before ? after - before : before - after));
}

QString pointChange(double before, double after)
{
    // Of what is shown, so that it agrees with that.
    const double change = (std::round(10 * after) - std::round(10 * before)) / 10;
    return change == 0 ? QString() : signedText(change, QLocale().toString(std::abs(change), 'f', 1));
}

} // namespace

void WhatIfModel::show(const WhatIfAnswer &answer)
{
    const WhatIfFigures &applied = answer.applied;
    const WhatIfFigures &draft = answer.draft;
    const views::ReplayedFigures before = views::replayedFigures(applied);
    const views::ReplayedFigures after = views::replayedFigures(draft);
    QList<Row> rows;
    const auto add = [&](ReplayFigure figure, const QString &change, const QString &explanation) {
        rows += {text::titleOf(figure), text::valueOf(figure, before), text::valueOf(figure, after), change,
                 explanation};
    };
    if (answer.samples > 0) {
        const auto entered = [&](ReplayFigure figure, Level level, quint64 was, quint64 is) {
            add(figure, countChange(was, is),
                tr("How often the level rose to %1, or past it.").arg(text::levelWord(level)));
        };
        entered(ReplayFigure::ElevatedEntered, Level::Elevated, before.elevatedEntries,
                after.elevatedEntries);
        entered(ReplayFigure::HighEntered, Level::High, before.highEntries, after.highEntries);
        entered(ReplayFigure::CriticalEntered, Level::Critical, before.criticalEntries,
                after.criticalEntries);
        const QString share = tr("The share of the recorded time at these levels.");
        add(ReplayFigure::ElevatedTime, pointChange(before.elevatedTimePercent, after.elevatedTimePercent),
            share);
        add(ReplayFigure::HighTime, pointChange(before.highTimePercent, after.highTimePercent), share);
        const auto longest = [](const WhatIfFigures &outcome) {
            return text::duration(levelOf(outcome, Level::High).longestMs);
        };
        rows += {tr("Longest of these"),
                 longest(applied),
                 longest(draft),
                 {},
                 tr("The longest time in one piece at %1 or above.").arg(text::levelWord(Level::High))};
        add(ReplayFigure::Flaps, countChange(before.flaps, after.flaps),
            tr("Levels that ended within half a minute: the thresholds are close to where memory use "
               "varies, or the hold time is short."));
        add(ReplayFigure::Cuts, countChange(applied.cuts, draft.cuts),
            tr("How often the cache's limit was cut. Of a full cache, these cuts evict %1 and %2 entries "
               "at most.",
               "in effect, and in the draft")
                .arg(text::count(applied.evictedAtMost.entries), text::count(draft.evictedAtMost.entries)));
    }
    if (answer.incidents > 0) {
        const auto warned = [&answer](const WhatIfFigures &outcome) {
            return tr("%1 of %2", "incidents")
                .arg(text::count(outcome.incidentsWarned), text::count(answer.incidents));
        };
        const auto warning = [](const WhatIfFigures &outcome) {
            return outcome.shortestLeadMs ? text::duration(*outcome.shortestLeadMs) : u"–"_s;
        };
        rows +=
            {text::titleOf(ReplayFigure::IncidentsWarned), warned(applied), warned(draft),
             countChange(applied.incidentsWarned, draft.incidentsWarned),
             tr("Incidents at which the level was %1 or above. An incident is a note (M) that is marked as "
                "one.")
                 .arg(text::levelWord(Level::High))};
        rows += {tr("Shortest warning"),
                 warning(applied),
                 warning(draft),
                 {},
                 tr("For how long the level had been %1 or above when such an incident came, at least.")
                     .arg(text::levelWord(Level::High))};
    }
    if (std::isfinite(applied.hitPercent) && std::isfinite(draft.hitPercent))
        add(ReplayFigure::Hits, pointChange(applied.hitPercent, draft.hitPercent),
            tr("The share of requests that find their entry in memory, estimated for the limits that the "
               "levels allow (standard error %1).")
                .arg(text::points(answer.hitErrorPoints)));
    if (std::isfinite(applied.readAgainSeconds) && std::isfinite(draft.readAgainSeconds))
        rows +=
            {tr("Files read again for"),
             text::total(std::llround(applied.readAgainSeconds * 1000)),
             text::total(std::llround(draft.readAgainSeconds * 1000)),
             {},
             tr("How long files are read that a full cache would still have, by what such requests took so "
                "far.")};
    replaceRows(m_rows, rows);
}

std::span<const TableColumn> WhatIfModel::columns() const
{
    static constexpr std::array all{
        TableColumn{.title = QT_TR_NOOP("Figure")},
        TableColumn{.title = QT_TR_NOOP("Happened"),
                    .alignment = Qt::AlignRight,
                    .toolTip = QT_TR_NOOP("What the thresholds did that were in effect at the time.")},
        TableColumn{.title = QT_TR_NOOP("Draft"),
                    .alignment = Qt::AlignRight,
                    .toolTip = QT_TR_NOOP("What the draft would have done.")},
        TableColumn{.title = QT_TR_NOOP("Change"), .alignment = Qt::AlignRight}};
    static_assert(all.size() == ColumnCount);
    return all;
}

QVariant WhatIfModel::cell(const QModelIndex &index, int role) const
{
    const Row &row = m_rows.at(index.row());
    if (role == Qt::ToolTipRole)
        return text::toolTip(row.explanation);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Figure:
        return row.name;
    case InEffect:
        return row.inEffect;
    case Draft:
        return row.draft;
    default:
        return row.change;
    }
}

} // namespace manometer::gui
