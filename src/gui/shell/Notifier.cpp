// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/Notifier.h"

#include "gui/text/EventText.h"
#include "gui/text/Levels.h"
#include "gui/text/PlainText.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace manometer::gui {

using pressure::Level;

Notifier::Notifier(views::EventView *events, QWidget *window, Show show)
    : QObject(window)
    , m_menu(tr("Notifi&cations"), window)
    , m_leastLevel(Level::High)
{
    buildMenu();
    setShow(std::move(show));
    connect(events, &views::EventView::appended, this, &Notifier::handle);
}

void Notifier::setShow(Show show)
{
    m_show = std::move(show);
    m_menu.setEnabled(canShow());
    text::setToolTip(m_menu.menuAction(),
                     canShow() ? QString() : tr("This desktop does not support notifications"));
}

void Notifier::buildMenu()
{
    m_menu.setAccessibleName(tr("Notifications"));
    auto *choices = new QActionGroup(&m_menu);
    const auto choice = [this, choices](const QString &text, std::optional<Level> level) {
        QAction *action = m_menu.addAction(text);
        action->setCheckable(true);
        action->setData(level ? QVariant(static_cast<int>(*level)) : QVariant());
        action->setChecked(level == m_leastLevel);
        choices->addAction(action);
        connect(action, &QAction::triggered, this, [this, level] { m_leastLevel = level; });
    };
    choice(tr("&Off"), std::nullopt);
    for (const Level level : {Level::Elevated, Level::High})
        choice(tr("%1 and above").arg(text::levelWord(level)), level);
    choice(text::levelWord(Level::Critical), Level::Critical);
}

void Notifier::setLeastLevel(std::optional<Level> level)
{
    m_leastLevel = level;
    for (QAction *action : m_menu.actions())
        action->setChecked(level ? action->data() == QVariant(static_cast<int>(*level))
                                 : !action->data().isValid());
}

void Notifier::handle(const views::Event &event)
{
    if (const auto *level = std::get_if<views::LevelEvent>(&event.what)) {
        if (level->to > level->from)
            notify(level->to, event);
    } else if (const auto *warning = std::get_if<views::WarningEvent>(&event.what)) {
        notify(warning->level, event);
    }
}

void Notifier::notify(Level level, const views::Event &event)
{
    if (!m_show || !m_leastLevel || level < *m_leastLevel)
        return;
    if (m_sinceTold.isValid() && !m_sinceTold.hasExpired(leastIntervalMs) && level <= m_told)
        return;
    m_sinceTold.start();
    m_told = level;
    m_show(tr("Memory pressure: %1").arg(text::levelWord(level)), text::eventSentence(event));
}

} // namespace manometer::gui
