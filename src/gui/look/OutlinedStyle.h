// SPDX-License-Identifier: GPL-3.0-or-later
//
// Adds an outline in the text colour to fields, boxes and buttons if the palette has high contrast, and a
// weaker one to check boxes and radio buttons if it is dark. Fusion's outlines are a darker shade of the
// window colour; on black they would be invisible. Disabled widgets get no outline. Light palettes are
// unchanged. Source: WCAG 2.1, 1.4.11. GUI thread.
#pragma once

#include <QProxyStyle>

namespace manometer::gui {

class OutlinedStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    using QProxyStyle::QProxyStyle;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
};

} // namespace manometer::gui
