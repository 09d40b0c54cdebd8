// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/Card.h"

#include "gui/look/ChartPalette.h"

#include <QApplication>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace manometer::gui {

namespace {

constexpr double figureScale = 1.3;
constexpr double headlineScale = 1.6;
constexpr double roundness = 4;
constexpr int textMargin = 12; // left and right

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

void Card::makeLow(QPushButton *button)
{
    button->setMaximumHeight(button->fontMetrics().height() + 6);
}

QFont Card::figureFont()
{
    return boldAt(figureScale);
}

QFont Card::headlineFont()
{
    return boldAt(headlineScale);
}

QVBoxLayout *Card::makeLines()
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(textMargin, grid, textMargin, grid);
    lines->setSpacing(grid / 2);
    return lines;
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
