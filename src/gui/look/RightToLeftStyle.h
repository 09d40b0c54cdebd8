// SPDX-License-Identifier: GPL-3.0-or-later
//
// The desktop's style with two fixes for right-to-left windows in Qt 6.4:
// - Mnemonics are not underlined. In scripts with joined letters, an underlined letter is shaped separately,
//   which splits words. Alt with the letter still works.
// - Push buttons with a text have no icon, because Qt would place the text at the far edge.
// GUI thread.
#pragma once

#include <QProxyStyle>

namespace manometer::gui {

class RightToLeftStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    using QProxyStyle::QProxyStyle;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
};

} // namespace manometer::gui
