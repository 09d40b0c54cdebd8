// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache's entries: browse, filter, sort, look into one, delete. Follows changes of the cache while it is
// visible, without losing selection or place. GUI thread; nothing blocks.
#pragma once

#include "gui/entries/EntryDetails.h"
#include "gui/entries/EntryModel.h"
#include "service/MonitorView.h"

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

class CachePage final : public QWidget
{
    Q_OBJECT
public:
    CachePage(service::CacheView *cache, service::MonitorView *monitor, QWidget *parent = nullptr);
    ~CachePage() override;

    void focusFilter();
    void addButtons(QAction *addFolder, QAction *remove);
    bool hasSelection() const;
    // What is listed: filter and order.
    const service::EntryQuery &query() const { return m_model.query(); }
    // Asks, naming how many, then deletes.
    void removeSelected();

    // Lists anew what changed while the page could not be seen.
    void catchUp();

    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &state);

signals:
    void selectionChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildTable();
    QList<service::EntryId> selectedIds() const;
    void remove(const QList<service::EntryId> &ids);
    void contentsChanged();
    void rememberPlace();
    void returnToPlace();
    void showCurrent();
    void refreshTexts();

    std::unique_ptr<Ui::CachePage> m_ui;
    service::CacheView *m_cache;
    service::MonitorView *m_monitor;
    EntryModel m_model;
    EntryDetails *m_details;
    QTimer m_typing;
    QTimer m_refresh;
    QTimer m_noticeEnds;
    bool m_outdated = true;                  // the cache changed while nobody looked
    std::optional<service::EntryId> m_shown; // in the details
    QPersistentModelIndex m_topRow;          // keeps the place through a refresh
    QString m_notice;                        // what the last deletion did
};

} // namespace manometer::gui
