// SPDX-License-Identifier: GPL-3.0-or-later
//
// The style under it, with an outline in the text's colour around fields, boxes and buttons where the palette
// has high contrast. Fusion draws their outlines in a darker shade of the window's colour, which black does
// not have: a box without a tick could not be seen. What is disabled, in a fainter text, has none. Other
// palettes look as they did. Source for what must be seen: WCAG 2.1, 1.4.11. GUI thread.
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
