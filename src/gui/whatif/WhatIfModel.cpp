// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/whatif/WhatIfModel.h"

#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"

#include <array>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace manometer::gui {

using pressure::Level;
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

// Of HIGH and CRITICAL.
double highTimePercent(const WhatIfFigures &outcome)
{
    return levelOf(outcome, Level::High).timePercent + levelOf(outcome, Level::Critical).timePercent;
}

quint64 flaps(const WhatIfFigures &outcome)
{
    return std::accumulate(
        pressure::levelsWithThreshold.begin(), pressure::levelsWithThreshold.end(), quint64(0),
        [&outcome](quint64 sum, Level level) { return sum + levelOf(outcome, level).flaps; });
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
    QList<Row> rows;
    const auto countRow = [&](const QString &name, quint64 before, quint64 after,
                              const QString &explanation) {
        rows += {name, text::count(before), text::count(after), countChange(before, after), explanation};
    };
    if (answer.samples > 0) {
        for (const Level level : pressure::levelsWithThreshold)
            countRow(tr("%1 entered", "a level; how often").arg(text::levelWord(level)),
                     levelOf(applied, level).entries, levelOf(draft, level).entries,
                     tr("How often the level rose to %1, or past it.").arg(text::levelWord(level)));
        const double time = highTimePercent(applied);
        const double draftTime = highTimePercent(draft);
        rows += {tr("Time in %1 or above").arg(text::levelWord(Level::High)), text::percent(time),
                 text::percent(draftTime), pointChange(time, draftTime),
                 tr("The share of the recorded time at these levels.")};
        const auto longest = [](const WhatIfFigures &outcome) {
            return text::duration(levelOf(outcome, Level::High).longestMs);
        };
        rows += {tr("Longest of these"),
                 longest(applied),
                 longest(draft),
                 {},
                 tr("The longest time in one piece at %1 or above.").arg(text::levelWord(Level::High))};
        countRow(tr("Stays under 30 s"), flaps(applied), flaps(draft),
                 tr("Levels that ended within half a minute: the thresholds are close to where memory use "
                    "varies, or the hold time is short."));
        countRow(
            tr("Cuts of the cache"), applied.cuts, draft.cuts,
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
            {tr("Incidents warned of"), warned(applied), warned(draft),
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
        rows +=
            {tr("Hits in memory"), text::percent(applied.hitPercent), text::percent(draft.hitPercent),
             pointChange(applied.hitPercent, draft.hitPercent),
             tr("The share of requests that find their entry in memory, estimated for the limits that the "
                "levels allow (standard error %1).")
                 .arg(text::points(answer.hitErrorPoints))};
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
