// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache's entries: browse, filter, sort, look into one, pin, delete. Follows changes of the cache while
// it is visible, without losing selection or place. GUI thread; nothing blocks.
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

class CachePage final : public QWidget
{
    Q_OBJECT
public:
    CachePage(views::CacheView *cache, views::MonitorView *monitor, QWidget *parent = nullptr);
    ~CachePage() override;

    void focusFilter();
    void focusEntries();
    // What is listed: filter and order.
    const views::EntryQuery &query() const { return m_model.query(); }
    struct Actions
    {
        QAction *addFolder;
        QAction *pin;
        QAction *remove;
    };
    // Puts them on buttons and into the entries' menu; pin and remove are done here, and are enabled while
    // they can be.
    void setActions(const Actions &actions);
    // For reading an entry again.
    void setScan(views::ScanView *scan);
    void setNoticeBar(NoticeBar *bar) { m_removal.setNoticeBar(bar); }
    // Nothing can be pinned, deleted or read again.
    void setReadOnly(bool readOnly);
    // Asks, naming how many and how much, then deletes.
    void removeSelected();
    // Pins what is selected, or lets it go if the current one is pinned.
    void pinSelected();

    // Lists anew what changed while the page could not be seen.
    void catchUp();

    // Columns and filter. What is of another version is left alone.
    QByteArray saveView() const;
    void restoreView(const QByteArray &state);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildTable();
    QList<views::EntryId> selectedIds() const;
    quint64 selectedCount() const;
    void tell(const QString &notice);
    void showWork(const QString &what, int done, int all);
    void followState();
    void contentsChanged();
    void rememberPlace();
    void returnToPlace();
    void showCurrent();
    void goTo(const QByteArray &path);
    void refreshTexts();

    std::unique_ptr<Ui::CachePage> m_ui;
    views::CacheView *m_cache;
    views::MonitorView *m_monitor;
    EntryModel m_model;
    EntryDetails *m_details;
    EntryCommands *m_commands;
    EntryColumns *m_columns;
    EntryRemoval m_removal;
    std::optional<Actions> m_actions;
    QTimer m_typing;
    QTimer m_refresh;
    QTimer m_noticeEnds;
    bool m_readOnly = false;
    bool m_outdated = true;                 // the cache changed while nobody looked
    std::optional<views::EntryId> m_shown;  // in the details
    std::optional<views::EntryId> m_wanted; // to be the current one once it is listed
    QPersistentModelIndex m_topRow;         // keeps the place through a refresh
    QString m_notice;                       // what was done last
};

} // namespace manometer::gui
