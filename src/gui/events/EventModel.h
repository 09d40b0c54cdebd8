// SPDX-License-Identifier: GPL-3.0-or-later
//
// The event log as rows, oldest first, bounded. Past events are loaded once, page by page; new ones are
// appended. Times show their date if it is not today. GUI thread; nothing blocks.
#pragma once

#include "gui/chart/EventMarks.h"
#include "gui/events/DayClock.h"
#include "gui/table/TableModel.h"
#include "views/CacheView.h"
#include "views/CutCosts.h"
#include "views/EventView.h"

#include <deque>
#include <optional>

namespace manometer::gui {

class EventModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column { Time, Kind, What, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, // the index of the event's alternative
        LevelRole,               // of pressure::Level; -1 if the event has none
        MomentRole,              // wall clock time that the event is about, milliseconds
        ChartMomentRole,         // the same on the samples' clock
        WrittenRole,             // wall clock time of the event itself, which the rows ascend by
    };

    // More than an operator scrolls through; the log keeps twice as many, the files more.
    static constexpr qsizetype defaultCapacity = 10'000;

    explicit EventModel(views::EventView *events, qsizetype capacity = defaultCapacity,
                        QObject *parent = nullptr, DayClock::Now now = &QDateTime::currentMSecsSinceEpoch);

    quint64 positionAt(int row) const { return m_events[static_cast<std::size_t>(row)].position; }
    int rowOf(quint64 position) const; // -1 if it is not listed
    // Valid until the rows change.
    const views::Event &eventAt(int row) const { return m_events[static_cast<std::size_t>(row)]; }
    // The events that the chart shows.
    std::vector<ChartEvent> chartEvents() const;

    // The newest cut of the cache's limit by pressure, if any.
    struct Cut
    {
        qint64 wallMs = 0;
        views::LimitEvent limit;
        std::optional<views::ReceiptEvent> receipt; // once it has settled
        std::optional<cache::CutCost> cost;         // so far, if it is known
    };
    std::optional<Cut> lastCut() const;

    // From now on the sentences of the latest cuts say what they have cost so far. `cache` outlives the
    // connection to it.
    void followCosts(views::CacheView *cache);

    DayClock &dayClock() { return m_dayClock; }

    // Loads the events from this position on that are not held yet; page by page.
    void load(quint64 firstPosition);

protected:
    std::span<const TableColumn> columns() const override;
    qsizetype rows() const override { return std::ssize(m_events); }
    QVariant cell(const QModelIndex &index, int role) const override;

private:
    void take(const QList<views::Event> &events);
    void setCosts(const views::CutCosts &costs);
    std::optional<views::ReceiptEvent> receiptOf(std::size_t row) const;
    void refreshCuts(int firstReceipt, int lastReceipt);
    QString sentenceOf(int row) const;

    views::EventView *m_view;
    qsizetype m_capacity;
    DayClock m_dayClock;
    std::deque<views::Event> m_events; // ascending by position
    views::CutCosts m_costs;
};

} // namespace manometer::gui
