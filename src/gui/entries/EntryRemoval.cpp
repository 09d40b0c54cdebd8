// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/EntryRemoval.h"

#include "async/Answer.h"
#include "gui/entries/RemovalQuestion.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"

#include <QWidget>

using namespace std::chrono_literals;

namespace manometer::gui {

using views::EntryId;
using views::EntryWeight;
using views::Removal;

namespace {

constexpr auto undoTime = 30s;
// A shorter operation shows no progress bar, which would only flash.
constexpr qint64 silentMs = 300;

} // namespace

EntryRemoval::EntryRemoval(views::CacheView *cache, QWidget *page)
    : QObject(page)
    , m_cache(cache)
    , m_page(page)
{
    connect(cache, &views::CacheView::undoFreed, this, &EntryRemoval::undoFreed);
}

template<typename T>
void EntryRemoval::follow(const QFuture<T> &future, const QString &what)
{
    m_sinceStart.start();
    auto *watcher = new QFutureWatcher<T>(this);
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this, watcher, what](int done) {
        if (m_busy && !watcher->isFinished() && m_sinceStart.elapsed() > silentMs)
            emit progressed(what, done, watcher->progressMaximum());
    });
    watcher->setFuture(future);
}

void EntryRemoval::ask(const QList<EntryId> &ids)
{
    if (m_busy || ids.isEmpty())
        return;
    m_busy = true;
    m_weighing = m_cache->weigh(ids);
    follow(m_weighing, tr("Counting the entries to delete…"));
    const auto fail = [this, question = m_question + 1](const QString &reason) {
        if (question == m_question)
            finish(tr("The entries cannot be deleted: %1").arg(text::pathInText(reason.toUtf8())));
    };
    const auto decide = [this, ids, question = ++m_question](const EntryWeight &weight) {
        if (question != m_question)
            return;
        if (weight.entries == 0)
            return finish(tr("The selected entries no longer exist."));
        emit ended({}); // ends the counting
        auto *dialog = new RemovalQuestion(weight, m_page);
        connect(dialog, &QDialog::finished, this, [this, ids, weight](int answer) {
            if (answer == QDialog::Accepted)
                start(ids, weight);
            else
                finish({});
        });
        dialog->open();
    };
    async::whenAnswered(m_weighing, this, decide, fail);
}

void EntryRemoval::stop()
{
    ++m_question;
    if (!m_weighing.isFinished()) {
        m_weighing.cancel();
        return finish({});
    }
    m_cache->stopRemoving(m_removing);
}

void EntryRemoval::start(const QList<EntryId> &ids, const EntryWeight &weight)
{
    // Only the last deletion is offered.
    if (m_offered != 0 && m_bar)
        m_bar->end();
    using Removed = views::CacheView::Removed;
    const views::Removing removing =
        m_cache->remove(ids, weight.canComeBack && m_bar ? Removed::HeldAside : Removed::ForGood);
    m_removing = removing.id;
    follow(removing.answer, tr("Deleting…"));
    async::whenAnswered(
        removing.answer, this, [this, asked = ids.size()](const Removal &removal) { take(removal, asked); },
        [this](const QString &reason) {
            finish(tr("The entries cannot be deleted: %1").arg(text::pathInText(reason.toUtf8())));
        });
}

void EntryRemoval::take(const Removal &removal, qsizetype asked)
{
    const QString done = text::count(static_cast<quint64>(removal.removed));
    const QString of = text::count(static_cast<quint64>(asked));
    const QString what = removal.stopped ? tr("Stopped: %1 of %2 entries deleted.").arg(done, of)
                         : removal.removed == asked
                             ? tr("%Ln entries deleted.", nullptr, static_cast<int>(removal.removed))
                             : tr("%1 of %2 entries deleted; the others no longer existed.").arg(done, of);
    m_undone = removal.removed;
    if (removal.undoId != 0 && removal.removed > 0 && removal.undoId != m_lastFreed)
        offerUndo(removal.undoId, what);
    finish(what);
}

void EntryRemoval::offerUndo(quint64 undoId, const QString &what)
{
    const auto discard = [this, undoId] {
        if (m_offered == undoId)
            m_offered = 0;
        m_cache->discard(undoId);
    };
    m_bar->present({.text = what,
                    .undoText = tr("Undo"),
                    .undo = [this, undoId, removed = m_undone] { restore(undoId, removed); },
                    .keepText = tr("Dismiss"),
                    .keep = discard,
                    .lasts = undoTime,
                    .step = tr("delete entries", "a step that can be undone")});
    m_offered = undoId;
}

void EntryRemoval::restore(quint64 undoId, qsizetype removed)
{
    m_offered = 0;
    const auto report = [this, removed](qsizetype restored) {
        emit ended(restored == removed
                       ? tr("%Ln entries restored.", nullptr, static_cast<int>(restored))
                       : tr("%1 of %2 entries restored; the others were read again or did not fit.")
                             .arg(text::count(static_cast<quint64>(restored)),
                                  text::count(static_cast<quint64>(removed))));
    };
    async::whenAnswered(m_cache->restore(undoId), this, report, [this](const QString &reason) {
        emit ended(tr("The entries cannot be restored: %1").arg(text::pathInText(reason.toUtf8())));
    });
}

void EntryRemoval::undoFreed(quint64 undoId)
{
    m_lastFreed = undoId;
    if (undoId != m_offered || !m_bar)
        return;
    m_offered = 0;
    m_bar->withdraw();
    m_bar->present(
        {.text = tr(
             "The deletion can no longer be undone: memory ran short, and the deleted entries were freed."),
         .undoText = {},
         .undo = {},
         .keepText = tr("Dismiss"),
         .lasts = undoTime});
}

void EntryRemoval::finish(const QString &what)
{
    m_busy = false;
    emit ended(what);
}

} // namespace manometer::gui
