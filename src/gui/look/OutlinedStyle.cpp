// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/OutlinedStyle.h"

#include "gui/look/ChartPalette.h"

#include <QPainter>
#include <QStyleOptionComplex>

#include <cstdint>

namespace manometer::gui {

namespace {

enum class Shape : std::uint8_t { Rectangle, Circle };

void outline(QPainter *painter, const QStyleOption &option, const QRect &rect, Shape shape = Shape::Rectangle)
{
    if (!isHighContrast(option.palette))
        return;
    painter->save();
    painter->setPen(option.palette.color(QPalette::WindowText));
    painter->setBrush(Qt::NoBrush);
    painter->setRenderHint(QPainter::Antialiasing, shape == Shape::Circle);
    // A pen of one pixel draws beyond the right and the lower edge.
    const QRect inside = rect.adjusted(0, 0, -1, -1);
    if (shape == Shape::Circle)
        painter->drawEllipse(inside);
    else
        painter->drawRect(inside);
    painter->restore();
}

} // namespace

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_FrameLineEdit:
    case PE_PanelButtonCommand:
        outline(painter, *option, option->rect);
        break;
    case PE_IndicatorRadioButton:
        outline(painter, *option, option->rect, Shape::Circle);
        break;
    default:
        break;
    }
}

void OutlinedStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                       QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    switch (control) {
    case CC_SpinBox:
    case CC_ComboBox:
        outline(painter, *option, option->rect);
        break;
    case CC_ScrollBar:
        outline(painter, *option, proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget));
        break;
    case CC_ToolButton:
        if (!option->state.testFlag(State_AutoRaise))
            outline(painter, *option, option->rect);
        break;
    default:
        break;
    }
}

} // namespace manometer::gui
