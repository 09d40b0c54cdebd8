// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/PresetMenu.h"

#include "gui/text/PlainText.h"
#include "gui/text/PresetText.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

// Escapes '&' in an own name, which would make a mnemonic in a menu.
QString menuText(const QString &name)
{
    return text::withoutMnemonic(text::presetName(name));
}

} // namespace

PresetMenu::PresetMenu(views::SettingsView *settings, QAction *editSettings, QWidget *parent)
    : QMenu(tr("Prese&ts"), parent)
    , m_settings(settings)
    , m_editSettings(editSettings)
    , m_remove(new QMenu(tr("&Remove preset"), this))
    , m_choice(new QActionGroup(this))
{
    setAccessibleName(tr("Presets"));
    setToolTipsVisible(true);
    m_remove->setAccessibleName(tr("Remove preset"));
    connect(settings, &views::SettingsView::changed, this, &PresetMenu::refresh);
    connect(settings, &views::SettingsView::presetsChanged, this, &PresetMenu::refresh);
    refresh();
}

void PresetMenu::refresh()
{
    // Deleted later: one of them may be handling the present click.
    const auto empty = [this](QMenu *menu) {
        for (QAction *action : menu->actions()) {
            menu->removeAction(action);
            if (action != m_editSettings && action != m_remove->menuAction())
                action->deleteLater();
        }
    };
    empty(this);
    empty(m_remove);
    const QString base = m_settings->basePreset();
    bool hasOwn = false;
    bool differs = true;
    for (const views::Preset &each : m_settings->presets()) {
        if (!each.builtIn && !hasOwn)
            addSeparator();
        QAction *action = addAction(menuText(each.name), this, [this, name = each.name] {
            emit chosen(name);
            refresh(); // a click checks the action even if the choice failed
        });
        text::setToolTip(action, text::capacity(each.settings));
        action->setCheckable(true);
        m_choice->addAction(action);
        const bool isCounting = each.name == base && each.settings == m_settings->settings();
        action->setChecked(isCounting);
        differs = differs && !isCounting;
        if (!each.builtIn) {
            QAction *remove = m_remove->addAction(menuText(each.name), this,
                                                  [this, name = each.name] { emit removeRequested(name); });
            text::setToolTip(remove, text::presetName(each.name)); // otherwise Qt derives one from the name
        }
        hasOwn = hasOwn || !each.builtIn;
    }
    addSeparator();
    addAction(m_editSettings);
    addSeparator();
    addAction(tr("Sa&ve as preset…"), this, &PresetMenu::saveRequested);
    m_remove->setEnabled(hasOwn);
    addMenu(m_remove);
    addAction(tr("&Import preset…"), this, &PresetMenu::importRequested);
    addAction(tr("&Export as preset…"), this, &PresetMenu::exportRequested);

    const QString now = text::presetName(base) + (differs ? u"*"_s : QString());
    if (now != m_current) {
        m_current = now;
        emit currentChanged(now);
    }
}

} // namespace manometer::gui
