// SPDX-License-Identifier: GPL-3.0-or-later
//
// A deletion from the request to the end of its undo time: counts, asks for confirmation, deletes with
// progress, and keeps the entries for undo for 30 s. One at a time. GUI thread; nothing blocks.
#pragma once

#include "gui/notice/NoticeBar.h"
#include "views/CacheView.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace manometer::gui {

class EntryRemoval final : public QObject
{
    Q_OBJECT
public:
    EntryRemoval(views::CacheView *cache, QWidget *page);

    // Where 'Undo' is offered; without a bar, nothing is kept for undo.
    void setNoticeBar(NoticeBar *bar) { m_bar = bar; }
    // Does nothing while another deletion is running.
    void ask(const QList<views::EntryId> &ids);
    void stop();
    bool isBusy() const { return m_busy; }

signals:
    // Emitted if the operation takes long enough for a progress bar; ended() follows.
    void progressed(const QString &what, int done, int all);
    // The result in words; empty if nothing was done.
    void ended(const QString &what);

private:
    void start(const QList<views::EntryId> &ids, const views::EntryWeight &weight);
    void take(const views::Removal &removal, qsizetype asked);
    void offerUndo(quint64 undoId, const QString &what);
    void restore(quint64 undoId, qsizetype removed);
    void undoFreed(quint64 undoId);
    void finish(const QString &what);
    template<typename T>
    void follow(const QFuture<T> &future, const QString &what);

    views::CacheView *m_cache;
    QWidget *m_page;
    QPointer<NoticeBar> m_bar;
    bool m_busy = false;
    quint64 m_question = 0; // of the running count
    QFuture<views::EntryWeight> m_weighing;
    quint64 m_removing = 0;  // the running deletion
    quint64 m_offered = 0;   // the undoId that the bar offers
    quint64 m_lastFreed = 0; // may be reported before the answer of its deletion
    qsizetype m_undone = 0;  // number of entries of the offered undoId
    QElapsedTimer m_sinceStart;
};

} // namespace manometer::gui
