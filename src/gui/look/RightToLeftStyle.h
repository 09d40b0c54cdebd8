// SPDX-License-Identifier: GPL-3.0-or-later
//
// The desktop's style, put right where Qt 6.4's styles are wrong in windows that run from right to left.
// There:
// - no line under the letter of a mnemonic: in scripts whose letters join, that letter is shaped apart from
// its
//   neighbours, and words fall to pieces or lose their end. Alt with the letter works all the same;
// - no icon on a push button that has a text: the text would stick to the far edge.
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
