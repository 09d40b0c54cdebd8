// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/BasisMenu.h"

#include "gui/text/PlainText.h"

#include <QActionGroup>

#include <cmath>

namespace manometer::gui {

using pressure::BasisChoice;

BasisMenu::BasisMenu(views::SettingsView *settings, views::MonitorView *monitor, QWidget *parent)
    : QMenu(tr("&Basis"), parent)
    , m_settings(settings)
{
    setAccessibleName(tr("Basis"));
    setToolTipsVisible(true);
    auto *choice = new QActionGroup(this);
    const auto add = [this, choice](const QString &text, BasisChoice which) {
        QAction *action = addAction(text, this, [this, which] {
            emit chosen(which);
            refresh(); // a click checks the action even if the choice failed
        });
        action->setCheckable(true);
        action->setData(static_cast<int>(which));
        choice->addAction(action);
        return action;
    };
    text::setToolTip(add(tr("&Auto"), BasisChoice::Auto),
                     tr("The level follows the fuller of machine and control group"));
    text::setToolTip(add(tr("&Host"), BasisChoice::Host),
                     tr("The level follows the machine's memory and ignores the control group"));
    m_group = add(tr("&Control group"), BasisChoice::Cgroup);
    connect(settings, &views::SettingsView::changed, this, &BasisMenu::refresh);
    connect(monitor, &views::MonitorView::statusChanged, this, &BasisMenu::offerGroup);
    refresh();
    offerGroup(monitor->status());
}

void BasisMenu::refresh()
{
    for (QAction *action : actions()) {
        const bool isCurrent =
            static_cast<BasisChoice>(action->data().toInt()) == m_settings->settings().control.basis;
        action->setChecked(isCurrent);
        QString text = action->text().remove(u'&');
        if (isCurrent && text != m_current) {
            m_current = std::move(text);
            emit currentChanged(m_current);
        }
    }
}

void BasisMenu::offerGroup(const views::MonitorStatus &status)
{
    const bool isLimited = !std::isnan(status.latest.cgroupUsedPercent);
    m_group->setEnabled(isLimited);
    text::setToolTip(m_group, isLimited
                                  ? tr("The level follows the control group's memory and ignores the machine")
                                  : tr("No control group limit applies here"));
}

} // namespace manometer::gui
