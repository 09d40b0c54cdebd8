// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/OutlinedStyle.h"

#include "gui/look/ChartPalette.h"

#include <QPainter>
#include <QStyleOptionComplex>

#include <cstdint>

namespace manometer::gui {

namespace {

enum class Shape : std::uint8_t { Rectangle, Circle };

bool isDark(const QPalette &palette)
{
    return readableOn(palette.color(QPalette::Window)) == Qt::white;
}

// Halfway between the text and what it stands on: about 4 to 1.
QColor halfWay(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::WindowText);
    const QColor base = palette.color(QPalette::Base);
    return QColor((text.red() + base.red()) / 2, (text.green() + base.green()) / 2,
                  (text.blue() + base.blue()) / 2);
}

void draw(QPainter *painter, const QColor &color, const QRect &rect, Shape shape)
{
    painter->save();
    painter->setPen(color);
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

void outline(QPainter *painter, const QStyleOption &option, const QRect &rect)
{
    if (isHighContrast(option.palette))
        draw(painter, option.palette.color(QPalette::WindowText), rect, Shape::Rectangle);
}

// Without a tick there is nothing but the outline to see.
void outlineIndicator(QPainter *painter, const QStyleOption &option, Shape shape)
{
    if (isHighContrast(option.palette))
        draw(painter, option.palette.color(QPalette::WindowText), option.rect, shape);
    else if (isDark(option.palette) && option.state.testFlag(QStyle::State_Enabled))
        draw(painter, halfWay(option.palette), option.rect, shape);
}

} // namespace

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
    case PE_IndicatorCheckBox:
        outlineIndicator(painter, *option, Shape::Rectangle);
        break;
    case PE_FrameLineEdit:
    case PE_PanelButtonCommand:
        outline(painter, *option, option->rect);
        break;
    case PE_IndicatorRadioButton:
        outlineIndicator(painter, *option, Shape::Circle);
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
