// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/AppearanceMenu.h"

#include "gui/text/PlainText.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace manometer::gui {

using views::Appearance;

AppearanceMenu::AppearanceMenu(views::AppearanceView *appearance, QWidget *parent)
    : QMenu(tr("Appearance"), parent)
    , m_appearance(appearance)
{
    setObjectName(u"appearanceMenu"_s);
    setAccessibleName(tr("Appearance"));
    setToolTipsVisible(true);
    auto *choices = new QActionGroup(this);
    const auto add = [this, choices](const QString &text, Appearance which) {
        QAction *action = addAction(text, this, [this, which] { m_appearance->setAppearance(which); });
        action->setCheckable(true);
        action->setData(static_cast<int>(which));
        choices->addAction(action);
        return action;
    };
    text::setToolTip(add(tr("&System"), Appearance::System),
                     tr("Follow the desktop's colours; texts that are hard to read are corrected"));
    add(tr("&Light"), Appearance::Light);
    add(tr("&Dark"), Appearance::Dark);
    add(tr("&High contrast"), Appearance::HighContrast);
    connect(appearance, &views::AppearanceView::changed, this, &AppearanceMenu::refresh);
    refresh();
}

void AppearanceMenu::refresh()
{
    for (QAction *action : actions())
        action->setChecked(static_cast<Appearance>(action->data().toInt()) == m_appearance->appearance());
}

} // namespace manometer::gui
