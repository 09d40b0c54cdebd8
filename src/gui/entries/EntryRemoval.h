// SPDX-License-Identifier: GPL-3.0-or-later
//
// A deletion from the wish to the end of its undoing: counted, asked for, done with progress, and held aside
// for half a minute. One at a time. GUI thread; nothing blocks.
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

    // Where 'Undo' is offered; without one, nothing is held aside.
    void setNoticeBar(NoticeBar *bar) { m_bar = bar; }
    // Nothing, while another one is under way.
    void ask(const QList<views::EntryId> &ids);
    void stop();
    bool isBusy() const { return m_busy; }

signals:
    // It takes long enough to be told of; ended() ends it.
    void progressed(const QString &what, int done, int all);
    // What was done, in words; empty where nothing was.
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
    quint64 m_question = 0; // of the count under way
    QFuture<views::EntryWeight> m_weighing;
    quint64 m_offered = 0;   // the undoId that the bar can give back
    quint64 m_lastFreed = 0; // which may be told before its deletion's own answer
    qsizetype m_undone = 0;  // entries of the offered undoId
    QElapsedTimer m_sinceStart;
};

} // namespace manometer::gui
