// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/ShareDelegate.h"

#include "gui/look/ChartPalette.h"
#include "gui/text/Numbers.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

constexpr int shareBarHeight = 8; // as the gauges of the header
constexpr int shareBarGap = 6;
constexpr int leastShareBar = 24; // a shorter one says nothing

} // namespace

ShareDelegate::ShareDelegate(int role, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_role(role)
{}

void ShareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index); // the text is at the end of the cell
    const int text = option.fontMetrics.horizontalAdvance(text::percent(100) + u"0"_s);
    const QRect cell = option.rect.adjusted(shareBarGap, 0, -shareBarGap, 0);
    const int width = cell.width() - text - shareBarGap;
    if (width < leastShareBar)
        return;
    const double share = std::clamp(index.data(m_role).toDouble(), 0.0, 1.0);
    const QRect track(cell.left(), cell.center().y() - shareBarHeight / 2 + 1, width, shareBarHeight);
    QRect filled = track;
    filled.setWidth(share > 0 ? std::max(2, qRound(share * width)) : 0);
    const bool isSelected = option.state & QStyle::State_Selected;
    const ChartPalette colors = ChartPalette::from(option.palette);
    painter->save();
    painter->fillRect(QStyle::visualRect(option.direction, cell, track),
                      isSelected ? option.palette.color(QPalette::Mid) : colors.grid);
    painter->fillRect(QStyle::visualRect(option.direction, cell, filled),
                      isSelected ? option.palette.color(QPalette::HighlightedText) : colors.system);
    painter->restore();
}

QSize ShareDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + 8};
}

} // namespace manometer::gui
