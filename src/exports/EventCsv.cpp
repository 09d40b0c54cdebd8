// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/EventCsv.h"

#include "exports/TimeColumns.h"
#include "wire/EventFields.h"
#include "wire/EventLine.h"

#include <optional>

namespace manometer::exports {

using namespace views;

namespace {

constexpr auto columns = withTimeColumns({
    CsvColumn{"kind", "kind of event"},
    CsvColumn{"level", "the level that was entered or that the event is about"},
    CsvColumn{"level_before", "the previous level, of a level change"},
    CsvColumn{"percent", "memory in use at that time"},
    CsvColumn{"limit_before_entries", "the cache's limit before a change"},
    CsvColumn{"limit_after_entries", "the cache's limit after a change"},
    CsvColumn{"evicted_entries", "entries evicted by the change"},
    CsvColumn{"evicted_bytes", "bytes evicted by the change"},
    CsvColumn{"process_rss_change_bytes", "immediate change of this program's resident set"},
    CsvColumn{"note", "text of the operator's note"},
    CsvColumn{"details_json", "all fields of the event"},
});

struct MainColumns
{
    std::optional<Level> level{};
    std::optional<Level> levelBefore{};
    double percent = absent;
    const LimitEvent *limit = nullptr;
    QByteArray note{};
};

MainColumns mainColumnsOf(const Event &event)
{
    if (const auto *level = std::get_if<LevelEvent>(&event.what))
        return {.level = level->to, .levelBefore = level->from, .percent = level->percent};
    if (const auto *limit = std::get_if<LimitEvent>(&event.what)) {
        // The level and the percent of a rehearsal are played; details_json has them.
        if (limit->cause == cache::LimitCause::Rehearsal)
            return {.limit = limit};
        return {.level = limit->level, .percent = limit->percent, .limit = limit};
    }
    if (const auto *warning = std::get_if<WarningEvent>(&event.what))
        return {.level = warning->level, .percent = warning->percent};
    if (const auto *hold = std::get_if<HoldEvent>(&event.what))
        return {.level = hold->level};
    if (const auto *cleanUp = std::get_if<CleanUpEvent>(&event.what))
        return {.level = cleanUp->level};
    if (const auto *processes = std::get_if<ProcessesEvent>(&event.what))
        return {.level = processes->level};
    if (const auto *note = std::get_if<NoteEvent>(&event.what))
        return {.note = note->text.toUtf8()};
    return {};
}

} // namespace

std::span<const CsvColumn> eventColumns()
{
    return columns;
}

void writeEvent(CsvWriter &csv, const Event &event)
{
    const MainColumns main = mainColumnsOf(event);
    const auto level = [&csv](const std::optional<Level> &which) {
        which ? csv.word(name(*which)) : csv.missing();
    };
    csv.time(event.wallMs);
    csv.word(wire::kindWords[event.what.index()]);
    level(main.level);
    level(main.levelBefore);
    csv.number(main.percent);
    if (const LimitEvent *limit = main.limit) {
        const cache::LimitOutcome &outcome = limit->outcome;
        csv.number(quint64(outcome.before.entries));
        csv.number(quint64(outcome.after.entries));
        csv.number(quint64(outcome.evictedEntries));
        csv.number(quint64(outcome.evictedBytes));
        csv.number(static_cast<qint64>(limit->processRssAfterBytes) -
                   static_cast<qint64>(limit->processRssBeforeBytes));
    } else {
        for (int column = 0; column < 5; ++column)
            csv.missing();
    }
    csv.text(main.note);
    csv.text(wire::detailsOf(event));
    csv.endRow();
}

} // namespace manometer::exports
