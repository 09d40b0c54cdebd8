// SPDX-License-Identifier: GPL-3.0-or-later
//
// The page of cache entries: browse, filter, sort, inspect, pin, delete; in their place, if the operator asks
// for them, the sizes of folders or the programs that use the exiftool command. Follows changes of the cache
// while the entries are visible and keeps selection and scroll position. GUI thread; nothing blocks.
#pragma once

#include "gui/entries/EntryDetails.h"
#include "gui/entries/EntryModel.h"
#include "gui/entries/EntryRemoval.h"
#include "views/MonitorView.h"
#include "views/ScanView.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace manometer::gui {

namespace Ui {
class CachePage;
}

class EntryColumns;
class EntryCommands;
class FoldersPanel;
class ProgramsPanel;

class CachePage final : public QWidget
{
    Q_OBJECT
public:
    CachePage(views::CacheView *cache, views::MonitorView *monitor, QWidget *parent = nullptr);
    ~CachePage() override;

    void focusFilter();
    void focusEntries();
    void showPrograms();
    void showFolders();
    // Lists the entries that match this filter (EntryFilter.h) in place of the present one.
    void showFiltered(const QString &filter);
    // The filter and order of the list.
    const views::EntryQuery &query() const { return m_model.query(); }
    struct Actions
    {
        QAction *addFolder;
        QAction *pin;
        QAction *remove;
    };
    // Adds them to buttons and to the context menu. The page performs pin and remove and enables them when
    // possible.
    void setActions(const Actions &actions);
    // Needed for 'Read again now'.
    void setScan(views::ScanView *scan);
    void setNoticeBar(NoticeBar *bar) { m_removal.setNoticeBar(bar); }
    // Disables pinning, deleting and reading again.
    void setReadOnly(bool readOnly);
    // Of a recording, which has no entries: says so instead of how to add some.
    void setWithoutCache();
    // The listed entries may not be the present ones.
    void contentsChanged();
    // Asks for confirmation with count and size, then deletes.
    void removeSelected();
    // Pins the selection, or unpins it if the current entry is pinned.
    void pinSelected();

    // Refreshes the list if the cache changed while the page was hidden.
    void catchUp();

    // Columns and filter. restoreView() ignores the bytes of another version.
    QByteArray saveView() const;
    void restoreView(const QByteArray &state);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildTable();
    void buildPanels();
    void useTypedFilter();
    void showEntries();
    QList<views::EntryId> selectedIds() const;
    quint64 selectedCount() const;
    void showNotice(const QString &notice);
    void showWork(const QString &what, int done, int all);
    void followState();
    void rememberPlace();
    void returnToPlace();
    void showCurrent();
    void goTo(const QByteArray &path);
    QString problemText() const;
    void refreshTexts();

    std::unique_ptr<Ui::CachePage> m_ui;
    views::CacheView *m_cache;
    views::MonitorView *m_monitor;
    EntryModel m_model;
    EntryDetails *m_details;
    EntryCommands *m_commands;
    EntryColumns *m_columns;
    EntryRemoval m_removal;
    ProgramsPanel *m_programs = nullptr;
    FoldersPanel *m_folders = nullptr;
    std::optional<Actions> m_actions;
    QTimer m_typing;
    QTimer m_refresh;
    QTimer m_noticeEnds;
    bool m_isWithoutCache = false;
    bool m_readOnly = false;
    bool m_outdated = true;                 // the cache changed while the page was hidden
    std::optional<views::EntryId> m_shown;  // shown in the details
    std::optional<views::EntryId> m_wanted; // becomes current once it is listed
    QPersistentModelIndex m_topRow;         // keeps the scroll position through a refresh
    QString m_notice;                       // result of the last operation
};

} // namespace manometer::gui
