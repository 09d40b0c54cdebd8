// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/Card.h"

#include "gui/look/ChartPalette.h"

#include <QApplication>
#include <QPainter>

namespace manometer::gui {

namespace {

constexpr double figureScale = 1.3;
constexpr double headlineScale = 1.6;
constexpr double roundness = 4;

QFont boldAt(double scale)
{
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(true);
    return font;
}

} // namespace

Card::Card(const QString &accessibleName, QWidget *parent)
    : QFrame(parent)
{
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
}

QFont Card::figureFont()
{
    return boldAt(figureScale);
}

QFont Card::headlineFont()
{
    return boldAt(headlineScale);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(QPen(ChartPalette::from(palette()).grid, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), roundness, roundness);
}

} // namespace manometer::gui
