// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/EventModel.h"

#include "async/Answer.h"
#include "gui/look/Icons.h"
#include "gui/text/EventText.h"
#include "gui/text/PlainText.h"
#include "gui/text/Times.h"
#include "views/ProcessLists.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

// One page: some milliseconds of work on either side.
constexpr qsizetype pageSize = 1000;

// A receipt follows its cut after two seconds. In that time there are not more events than this.
constexpr std::size_t receiptDistance = 100;

// Null if the event is no cut of the limit by pressure.
const views::LimitEvent *cutIn(const views::Event &event)
{
    const auto *limit = std::get_if<views::LimitEvent>(&event.what);
    return limit && limit->cause == cache::LimitCause::Pressure ? limit : nullptr;
}

QVariant iconOf(const views::Event &event)
{
    if (const auto *level = std::get_if<views::LevelEvent>(&event.what))
        return levelIcon(level->to);
    if (const auto *source = std::get_if<views::SourceEvent>(&event.what); source && source->error)
        return actionIcon(u"stale"_s);
    return {};
}

std::optional<pressure::Level> levelOf(const views::Event &event)
{
    if (const auto *level = std::get_if<views::LevelEvent>(&event.what))
        return level->to;
    if (const auto *limit = std::get_if<views::LimitEvent>(&event.what))
        return limit->cause == cache::LimitCause::Rehearsal ? std::nullopt : std::optional(limit->level);
    if (const auto *warning = std::get_if<views::WarningEvent>(&event.what))
        return warning->level;
    if (const auto *hold = std::get_if<views::HoldEvent>(&event.what))
        return hold->level;
    if (const auto *cleanUp = std::get_if<views::CleanUpEvent>(&event.what))
        return cleanUp->level;
    if (const auto *processes = std::get_if<views::ProcessesEvent>(&event.what))
        return processes->level;
    return std::nullopt;
}

std::optional<ChartEvent::Kind> chartKindOf(const views::Event &event)
{
    using Kind = ChartEvent::Kind;
    if (std::holds_alternative<views::LevelEvent>(event.what))
        return Kind::Level;
    // Growth happens in many small steps; the cache lane shows them.
    if (const auto *limit = std::get_if<views::LimitEvent>(&event.what))
        return limit->cause == cache::LimitCause::Pressure ? std::optional(Kind::Limit) : std::nullopt;
    if (std::holds_alternative<views::ThresholdsEvent>(event.what))
        return Kind::Thresholds;
    if (std::holds_alternative<views::RehearsalEvent>(event.what))
        return Kind::Rehearsal; // its beginning and its end
    if (std::holds_alternative<views::SourceEvent>(event.what))
        return Kind::Signal;
    if (const auto *note = std::get_if<views::NoteEvent>(&event.what))
        return note->incident ? Kind::Incident : Kind::Note;
    return std::nullopt;
}

} // namespace

EventModel::EventModel(views::EventView *events, qsizetype capacity, QObject *parent, DayClock::Now now)
    : TableModel(parent)
    , m_view(events)
    , m_capacity(capacity)
    , m_dayClock(std::move(now))
{
    connect(&m_dayClock, &DayClock::dayChanged, this, [this] {
        if (!m_events.empty())
            emit dataChanged(index(0, Time), index(rowCount() - 1, Time), {Qt::DisplayRole});
    });
    connect(events, &views::EventView::appended, this, [this](const views::Event &event) { take({event}); });
    load(1);
}

std::span<const TableColumn> EventModel::columns() const
{
    static constexpr std::array all{TableColumn{.title = QT_TR_NOOP("Time")},
                                    TableColumn{.title = QT_TR_NOOP("Kind")},
                                    TableColumn{.title = QT_TR_NOOP("Description")}};
    static_assert(all.size() == ColumnCount);
    return all;
}

QVariant EventModel::cell(const QModelIndex &index, int role) const
{
    const views::Event &event = m_events[static_cast<std::size_t>(index.row())];
    if (role == KindRole)
        return static_cast<int>(event.what.index());
    if (role == LevelRole)
        return levelOf(event) ? static_cast<int>(*levelOf(event)) : -1;
    if (role == MomentRole)
        return momentOf(event);
    if (role == ChartMomentRole)
        return monotonicMomentOf(event);
    if (role == WrittenRole)
        return event.wallMs;
    if (role == Qt::DecorationRole && index.column() == Kind)
        return iconOf(event);
    if (role == Qt::ToolTipRole)
        return text::toolTip(text::dateAndTime(event.wallMs) + u'\n' + sentenceOf(index.row()));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return text::timeOrDate(event.wallMs, m_dayClock.nowMs());
    case Kind:
        return text::eventKind(event);
    default:
        return sentenceOf(index.row());
    }
}

int EventModel::rowOf(quint64 position) const
{
    const auto place =
        std::lower_bound(m_events.begin(), m_events.end(), position,
                         [](const views::Event &held, quint64 wanted) { return held.position < wanted; });
    return place == m_events.end() || place->position != position
               ? -1
               : static_cast<int>(place - m_events.begin());
}

std::vector<ChartEvent> EventModel::chartEvents() const
{
    std::vector<ChartEvent> found;
    for (const views::Event &event : m_events)
        if (const auto kind = chartKindOf(event))
            found.push_back({.position = event.position,
                             .atMs = monotonicMomentOf(event),
                             .kind = *kind,
                             .level = levelOf(event).value_or(pressure::Level::Normal)});
    return found;
}

std::optional<EventModel::Cut> EventModel::lastCut() const
{
    for (std::size_t row = m_events.size(); row-- > 0;)
        if (const views::LimitEvent *cut = cutIn(m_events[row]))
            return Cut{.wallMs = m_events[row].wallMs,
                       .limit = *cut,
                       .receipt = receiptOf(row),
                       .cost = views::costOf(m_costs, m_events[row])};
    return std::nullopt;
}

void EventModel::followCosts(views::CacheView *cache)
{
    connect(cache, &views::CacheView::summaryChanged, this,
            [this](const views::CacheSummary &summary) { setCosts(summary.cutCosts); });
    setCosts(cache->summary().cutCosts);
}

void EventModel::setCosts(const views::CutCosts &costs)
{
    if (costs.run == m_costs.run && costs.newestFirst == m_costs.newestFirst)
        return;
    const views::CutCosts before = std::exchange(m_costs, costs);
    for (std::size_t row = 0; row < m_events.size(); ++row) {
        const views::Event &event = m_events[row];
        if (cutIn(event) && views::costOf(before, event) != views::costOf(m_costs, event)) {
            const QModelIndex changed = index(static_cast<int>(row), What);
            emit dataChanged(changed, changed, {Qt::DisplayRole, Qt::ToolTipRole});
        }
    }
}

// Of a cut: the first one after it, because action numbers restart with each run.
std::optional<views::ReceiptEvent> EventModel::receiptOf(std::size_t row) const
{
    const views::LimitEvent *cut = cutIn(m_events[row]);
    if (!cut)
        return std::nullopt;
    const std::size_t end = std::min(m_events.size(), row + receiptDistance);
    for (std::size_t later = row + 1; later < end; ++later)
        if (const auto *receipt = std::get_if<views::ReceiptEvent>(&m_events[later].what);
            receipt && receipt->action == cut->action)
            return *receipt;
    return std::nullopt;
}

QString EventModel::sentenceOf(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return text::eventSentence(m_events[at], receiptOf(at),
                               cutIn(m_events[at]) ? views::costOf(m_costs, m_events[at]) : std::nullopt);
}

// The sentence of a cut begins with what its receipt says.
void EventModel::refreshCuts(int firstReceipt, int lastReceipt)
{
    const bool hasReceipt = std::any_of(
        m_events.begin() + firstReceipt, m_events.begin() + lastReceipt + 1,
        [](const views::Event &event) { return std::holds_alternative<views::ReceiptEvent>(event.what); });
    if (!hasReceipt || firstReceipt == 0)
        return;
    const int first = std::max(0, firstReceipt - static_cast<int>(receiptDistance));
    emit dataChanged(index(first, What), index(firstReceipt - 1, What), {Qt::DisplayRole, Qt::ToolTipRole});
}

void EventModel::load(quint64 firstPosition)
{
    async::whenAnswered(m_view->events(firstPosition, pageSize), this,
                        [this](const QList<views::Event> &page) {
                            take(page);
                            if (page.size() == pageSize)
                                load(page.back().position + 1);
                        });
}

void EventModel::take(const QList<views::Event> &events)
{
    const bool hasLists = std::any_of(events.begin(), events.end(), [](const views::Event &event) {
        return std::holds_alternative<views::ProcessesEvent>(event.what);
    });
    // Events that arrived while the past was loading follow it; none is taken twice.
    for (auto first = events.begin(); first != events.end();) {
        const auto place =
            std::lower_bound(m_events.begin(), m_events.end(), first->position,
                             [](const views::Event &held, quint64 wanted) { return held.position < wanted; });
        if (place != m_events.end() && place->position == first->position) {
            ++first;
            continue;
        }
        const auto last = place == m_events.end()
                              ? events.end()
                              : std::find_if(first, events.end(), [place](const views::Event &event) {
                                    return event.position >= place->position;
                                });
        const int row = static_cast<int>(place - m_events.begin());
        const int lastRow = row + static_cast<int>(last - first) - 1;
        beginInsertRows({}, row, lastRow);
        m_events.insert(place, first, last);
        endInsertRows();
        refreshCuts(row, lastRow);
        first = last;
    }
    if (hasLists) { // before their rows change: what they say stays the same
        views::ProcessLists lists;
        for (auto event = m_events.rbegin(); event != m_events.rend(); ++event)
            lists.visit(*event);
    }
    if (const qsizetype surplus = static_cast<qsizetype>(m_events.size()) - m_capacity; surplus > 0) {
        beginRemoveRows({}, 0, static_cast<int>(surplus) - 1);
        m_events.erase(m_events.begin(), m_events.begin() + surplus);
        endRemoveRows();
    }
}

} // namespace manometer::gui
