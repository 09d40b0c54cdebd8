// SPDX-License-Identifier: GPL-3.0-or-later
//
// The commands of the page: what is enabled and why not, pinning, deleting.
#include "async/Answer.h"
#include "gui/entries/CachePage.h"
#include "gui/entries/EntryCommands.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"
#include "ui_CachePage.h"

#include <QAction>

namespace manometer::gui {

using views::EntryId;

void CachePage::setActions(const Actions &actions)
{
    m_actions = actions;
    m_ui->addFolder->setDefaultAction(actions.addFolder);
    m_ui->remove->setDefaultAction(actions.remove);
    connect(actions.pin, &QAction::triggered, this, &CachePage::pinSelected);
    connect(actions.remove, &QAction::triggered, this, &CachePage::removeSelected);
    // The same menu opens from the button and, by menu key or mouse, at the table.
    const QList<QAction *> menu =
        QList<QAction *>{actions.pin} + m_commands->actions() + QList<QAction *>{actions.remove};
    m_ui->entry->addActions(menu);
    m_ui->entry->setPopupMode(QToolButton::InstantPopup);
    m_ui->table->addActions(menu);
    m_ui->table->setContextMenuPolicy(Qt::ActionsContextMenu);
    followState();
}

// Enables the commands, or explains in the tooltip why one is disabled.
void CachePage::followState()
{
    if (!m_actions)
        return;
    const bool isUnwritable = m_cache->summary().health.state == cache::Health::State::ReadOnly;
    // What is selected in a list that is not shown is not meant.
    const bool isListed = m_ui->pages->currentWidget() == m_ui->entriesPage;
    const bool selected = isListed && m_ui->table->selectionModel()->hasSelection();
    const QString why =
        isUnwritable
            ? tr("The cache files are not writable. Entries can be viewed, but not pinned or deleted.")
        : m_readOnly ? tr("Read-only. To change entries, turn off Cache > Read-only.")
                     : QString();
    for (QAction *action : {m_actions->pin, m_actions->remove}) {
        action->setEnabled(selected && !isUnwritable && !m_readOnly && !m_removal.isBusy());
        text::setToolTip(action, why); // an empty tooltip falls back to the action's text
    }
    const QModelIndex current = m_ui->table->currentIndex();
    const views::EntryRow *row = current.isValid() ? m_model.rowAt(current.row()) : nullptr;
    m_actions->pin->setChecked(row && row->isKept);
}

void CachePage::removeSelected()
{
    m_removal.ask(selectedIds());
    followState();
}

void CachePage::pinSelected()
{
    const QList<EntryId> ids = selectedIds();
    const QModelIndex current = m_ui->table->currentIndex();
    if (ids.isEmpty() || !current.isValid())
        return;
    const views::EntryRow *row = m_model.rowAt(current.row());
    const bool pin = !row || !row->isKept;
    const auto report = [this, pin, asked = ids.size()](qsizetype changed) {
        const int count = static_cast<int>(changed);
        showNotice(changed < asked
                       ? tr("%1 of %2 entries changed. The others no longer exist or are not on disk; "
                            "only entries on disk can be pinned.")
                             .arg(text::count(static_cast<quint64>(changed)),
                                  text::count(static_cast<quint64>(asked)))
                   : pin ? tr("%Ln entries pinned; they stay until unpinned.", nullptr, count)
                         : tr("%Ln entries unpinned.", nullptr, count));
        m_shown.reset(); // its details are outdated
        m_model.refresh();
    };
    async::whenAnswered(m_cache->keep(ids, pin), this, report, [this](const QString &reason) {
        showNotice(tr("The entries cannot be changed: %1").arg(text::pathInText(reason.toUtf8())));
    });
}

} // namespace manometer::gui
