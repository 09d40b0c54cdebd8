// SPDX-License-Identifier: GPL-3.0-or-later
//
// Separates the days of a table of events: the first row of each day is higher and has the day above it. GUI
// thread.
#pragma once

#include "gui/events/DayClock.h"

#include <QStyledItemDelegate>

QT_BEGIN_NAMESPACE
class QTableView;
QT_END_NAMESPACE

namespace manometer::gui {

class DayDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    // `clock` says which day is today; it outlives this object.
    DayDelegate(QTableView *table, const DayClock *clock);

    // True for the first row, and for one whose event is of another day than the event above it.
    static bool beginsDay(const QModelIndex &index);
    // 'Today', 'Yesterday', 'Tuesday, 24 November 2026'
    QString dayOf(const QModelIndex &index) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void fitRows(int first);
    int bandHeight() const;

    QTableView *m_table;
    const DayClock *m_clock;
};

} // namespace manometer::gui
