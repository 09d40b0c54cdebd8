// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements CacheView on the cache engine. Operations that may touch the disk run in I/O pools; figures are
// polled once a second. Created and used in one thread; only the destructor blocks: it waits for the pools.
#pragma once

#include "cache/Cache.h"
#include "service/entries/Listings.h"
#include "service/entries/UndoBuffer.h"
#include "views/CacheView.h"
#include "views/Event.h"
#include "views/SampleRecord.h"

#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <span>

namespace manometer::service {

class EventSink;

class LocalCache final : public views::CacheView
{
    Q_OBJECT
public:
    // `events` outlives this object.
    LocalCache(std::unique_ptr<cache::Cache> cache, const cache::Limits &configured, EventSink &events,
               QObject *parent = nullptr);
    ~LocalCache() override;

    // For the summary and for the cost of pressure. Relief changes the cache's limit, after this.
    void setConfigured(const cache::Limits &configured);

    // Where the summary's figures about the exiftool command come from. Until it is set they are zero.
    void setAnswerUse(std::function<views::AnswerUse()> answerUse) { m_answerUse = std::move(answerUse); }

    // For Scan, which fills it, and Relief, which limits it: any thread, while this object lives.
    cache::Cache &engine() { return *m_cache; }
    views::CacheFigures figures() const;                     // any thread, never blocks on disk
    void markContentsChanged() { m_contentsChanged = true; } // any thread

    // Count for the summary's pressure counters. countLevel() also frees the undo buffer at HIGH and above,
    // and disables it until the level falls.
    void countLevel(pressure::Level entered);
    void countAction(const manometer::views::Event &event);

    views::CacheSummary summary() const override { return m_summary; }
    QFuture<views::Listing> list(const views::EntryQuery &query) override;
    QFuture<QList<views::EntryId>> moreIds(quint64 generation, qsizetype first) override;
    QFuture<QList<views::EntryRow>> rows(const QList<views::EntryId> &ids) override;
    QFuture<std::optional<views::EntryDetail>> detail(views::EntryId id) override;
    QFuture<qsizetype> keep(const QList<views::EntryId> &ids, bool isKept) override;
    QFuture<views::EntryWeight> weigh(const QList<views::EntryId> &ids) override;
    views::Removing remove(const QList<views::EntryId> &ids, Removed what) override;
    void stopRemoving(quint64 id) override;
    QFuture<qsizetype> restore(quint64 undoId) override;
    void discard(quint64 undoId) override { m_undo.discard(undoId); }

private:
    void poll();
    std::size_t removeSome(std::span<const views::EntryId> ids, quint64 &undoId);

    std::unique_ptr<cache::Cache> m_cache;
    EventSink &m_events;
    QThreadPool m_pool;
    // Deletions, restorations and pins, one at a time: they take long and must not delay listings.
    QThreadPool m_changes;
    UndoBuffer m_undo{[this](quint64 undoId) { emit undoFreed(undoId); }};
    std::atomic<bool> m_isMemoryShort = false;
    // Of each deletion that was begun here: set to stop it.
    std::map<quint64, std::weak_ptr<std::atomic<bool>>> m_stops;
    quint64 m_lastRemoval = 0;
    QTimer m_timer;
    views::CacheSummary m_summary;
    std::function<views::AnswerUse()> m_answerUse = [] { return views::AnswerUse(); };
    Listings m_listings;
    quint64 m_generation = 0;
    std::atomic<bool> m_contentsChanged = false;
};

} // namespace manometer::service
