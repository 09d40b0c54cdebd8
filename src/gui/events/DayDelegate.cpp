// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/DayDelegate.h"

#include "gui/events/EventModel.h"
#include "gui/text/Times.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace manometer::gui {

namespace {

QDate localDay(qint64 wallMs)
{
    return QDateTime::fromMSecsSinceEpoch(wallMs, text::localZone()).date();
}

QDate dayOfRow(const QModelIndex &index)
{
    return localDay(index.data(EventModel::WrittenRole).toLongLong());
}

} // namespace

DayDelegate::DayDelegate(QTableView *table, const DayClock *clock)
    : QStyledItemDelegate(table)
    , m_table(table)
    , m_clock(clock)
{
    const QAbstractItemModel *model = table->model();
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first) { fitRows(first); });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first) { fitRows(first); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] { fitRows(0); });
    connect(model, &QAbstractItemModel::layoutChanged, this, [this] { fitRows(0); });
    fitRows(0);
}

int DayDelegate::bandHeight() const
{
    return m_table->fontMetrics().height() + 6;
}

bool DayDelegate::beginsDay(const QModelIndex &index)
{
    return index.row() == 0 || dayOfRow(index) != dayOfRow(index.siblingAtRow(index.row() - 1));
}

QString DayDelegate::dayOf(const QModelIndex &index) const
{
    const QDate day = dayOfRow(index);
    const qint64 ago = day.daysTo(localDay(m_clock->nowMs()));
    if (ago == 0)
        return tr("Today");
    return ago == 1 ? tr("Yesterday") : QLocale().toString(day, QLocale::LongFormat);
}

// Only the first row of a day differs in height, and the row after a removed one may have become such.
void DayDelegate::fitRows(int first)
{
    QHeaderView *rows = m_table->verticalHeader();
    const int usual = rows->defaultSectionSize();
    const QAbstractItemModel *model = m_table->model();
    for (int row = std::max(0, first); row < model->rowCount(); ++row) {
        const int wanted = beginsDay(model->index(row, 0)) ? usual + bandHeight() : usual;
        if (rows->sectionSize(row) != wanted)
            rows->resizeSection(row, wanted);
    }
}

void DayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!beginsDay(index))
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem row = option;
    row.rect.setTop(option.rect.top() + bandHeight());
    QStyledItemDelegate::paint(painter, row, index);
    // Each cell draws its part of the band.
    const QRect cell(option.rect.left(), option.rect.top(), option.rect.width(), bandHeight());
    const QRect band(0, cell.top(), m_table->viewport()->width(), cell.height());
    painter->save();
    painter->setClipRect(cell);
    painter->fillRect(cell, option.palette.window());
    painter->setPen(option.palette.color(QPalette::WindowText));
    QFont bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    const int alignment = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter->drawText(band.adjusted(4, 0, -4, 0), alignment | Qt::AlignAbsolute, dayOf(index));
    painter->restore();
}

} // namespace manometer::gui
