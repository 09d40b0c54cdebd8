// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/RightToLeftStyle.h"

#include <QGuiApplication>
#include <QStyleOptionButton>

namespace manometer::gui {

int RightToLeftStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returnData) const
{
    if (hint == SH_UnderlineShortcut && QGuiApplication::isRightToLeft())
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

void RightToLeftStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (element == CE_PushButtonLabel && button && button->direction == Qt::RightToLeft &&
        !button->text.isEmpty()) {
        QStyleOptionButton plain = *button;
        plain.icon = {};
        return QProxyStyle::drawControl(element, &plain, painter, widget);
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

} // namespace manometer::gui
