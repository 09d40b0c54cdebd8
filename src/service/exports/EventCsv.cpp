// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/exports/EventCsv.h"

#include "wire/EventFields.h"
#include "wire/EventLine.h"

#include <array>
#include <optional>

namespace manometer::service {

using namespace views;

namespace {

constexpr std::array columns{
    CsvColumn{"time_utc", "wall clock, UTC, a date that spreadsheets understand"},
    CsvColumn{"timestamp", "the same with its zone, ISO 8601"},
    CsvColumn{"unix_time_s", "the same in seconds since 1970"},
    CsvColumn{"kind", "what kind of event it is"},
    CsvColumn{"level", "that was entered, or that it is about"},
    CsvColumn{"level_before", "of a change of the level"},
    CsvColumn{"percent", "memory used at that moment"},
    CsvColumn{"limit_before_entries", "of a change of the cache's limit"},
    CsvColumn{"limit_after_entries", "of a change of the cache's limit"},
    CsvColumn{"evicted_entries", "by it"},
    CsvColumn{"evicted_bytes", "by it"},
    CsvColumn{"process_rss_change_bytes", "of this program, at once"},
    CsvColumn{"note", "the operator's words"},
    CsvColumn{"details_json", "everything that is known of the event"},
};

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
    if (const auto *limit = std::get_if<LimitEvent>(&event.what))
        return {.level = limit->level, .percent = limit->percent, .limit = limit};
    if (const auto *warning = std::get_if<WarningEvent>(&event.what))
        return {.level = warning->level, .percent = warning->percent};
    if (const auto *hold = std::get_if<HoldEvent>(&event.what))
        return {.level = hold->level};
    if (const auto *cleanUp = std::get_if<CleanUpEvent>(&event.what))
        return {.level = cleanUp->level};
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

} // namespace manometer::service
