// SPDX-License-Identifier: GPL-3.0-or-later
//
// What MainWindow keeps from one session to the next.
#include "gui/MainWindow.h"
#include "gui/entries/CachePage.h"
#include "gui/events/EventPage.h"
#include "gui/notice/NoticeBar.h"
#include "gui/shell/Notifier.h"
#include "gui/shell/WindowActions.h"
#include "gui/thresholds/DraftKeeper.h"

#include <QDataStream>

namespace manometer::gui {

namespace {

// Version of the saved layout. Increase it when docks, their names or the pages' saved state change.
constexpr qint32 layoutVersion = 7;

} // namespace

QByteArray MainWindow::saveLayout() const
{
    QByteArray layout;
    QDataStream stream(&layout, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << layoutVersion << saveGeometry() << saveState(layoutVersion) << m_cachePage->saveView()
           << m_eventPage->saveView()
           << (m_views.isReadOnly ? m_isOwnReadOnly : m_actions->readOnly->isChecked())
           << static_cast<qint64>(m_chart->fitsSpan() ? 0 : m_chart->span().count())
           << static_cast<qint32>(m_notifier->leastLevel() ? static_cast<int>(*m_notifier->leastLevel()) : -1)
           << m_actions->keepInTray->isChecked() << m_actions->composition->isChecked();
    // Last, and only if there is one: the state of an earlier version ends before it.
    if (const QByteArray draft = m_draftKeeper->save(); !draft.isEmpty())
        stream << draft;
    return layout;
}

bool MainWindow::restoreLayout(const QByteArray &layout)
{
    QDataStream stream(layout);
    stream.setVersion(QDataStream::Qt_6_4);
    qint32 version = 0;
    QByteArray geometry;
    QByteArray state;
    QByteArray entries;
    QByteArray events;
    bool readOnly = false;
    qint64 span = 0;
    stream >> version;
    if (version != layoutVersion)
        return false;
    qint32 notifyFrom = -1;
    stream >> geometry >> state >> entries >> events >> readOnly >> span >> notifyFrom;
    if (stream.status() != QDataStream::Ok || !restoreState(state, layoutVersion))
        return false;
    limitSize(this);
    restoreGeometry(geometry);
    // The saved geometry may come from a larger screen.
    if (!isMaximized() && !isFullScreen())
        resize(size().boundedTo(largestSize(this)));
    m_couldStack = canStack(this);
    if (!m_couldStack)
        restack(this, m_docks);
    m_cachePage->restoreView(entries);
    m_eventPage->restoreView(events);
    m_isOwnReadOnly = readOnly;
    m_actions->readOnly->setChecked(readOnly || m_views.isReadOnly);
    m_chart->setSpan(std::chrono::seconds(span));
    using pressure::Level;
    m_notifier->setLeastLevel(notifyFrom >= static_cast<int>(Level::Elevated) &&
                                      notifyFrom <= static_cast<int>(Level::Critical)
                                  ? std::optional(static_cast<Level>(notifyFrom))
                                  : std::nullopt);
    // The last fields are missing in a layout that was saved before there were these choices.
    for (QAction *action : {m_actions->keepInTray, m_actions->composition}) {
        bool isChecked = false;
        if (!stream.atEnd())
            stream >> isChecked;
        action->setChecked(isChecked);
    }
    QByteArray draft;
    if (!stream.atEnd())
        stream >> draft;
    if (stream.status() == QDataStream::Ok && !draft.isEmpty())
        m_draftKeeper->restore(draft);
    return true;
}

void MainWindow::noteDroppedDraft()
{
    m_notice->present({.text = tr("The draft of the last session is dropped: other thresholds are in effect "
                                  "than when it was made."),
                       .undoText = {},
                       .undo = {},
                       .keepText = tr("OK")});
}

} // namespace manometer::gui
