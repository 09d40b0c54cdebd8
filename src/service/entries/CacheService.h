// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache engine as a CacheView: what may touch the disk runs on an I/O pool, figures are polled once a
// second. Made and used in one thread; the destructor waits for what the pool is doing.
#pragma once

#include "cache/Cache.h"
#include "service/CacheView.h"
#include "service/Event.h"
#include "service/SampleRecord.h"
#include "service/entries/Trash.h"

#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>
#include <span>

namespace manometer::service {

class CacheService final : public CacheView
{
    Q_OBJECT
public:
    CacheService(std::unique_ptr<cache::Cache> cache, const cache::Limits &configured,
                 QObject *parent = nullptr);
    ~CacheService() override;

    // What the operator configured: for the summary. Who moves the limit there is Relief.
    void setConfigured(const cache::Limits &configured);

    // For those who fill it (Scan) and cut it (Relief): any thread, for as long as this object lives.
    cache::Cache &engine() { return *m_cache; }
    CacheFigures figures() const;                            // any thread, never blocks on disk
    void noteContentsChanged() { m_contentsChanged = true; } // any thread

    // The pressure counters of the summary. At HIGH and above nothing is held aside: it is freed first.
    void countLevel(Level entered);
    void countAction(const manometer::service::Event &event);

    CacheSummary summary() const override { return m_summary; }
    QFuture<Listing> list(const EntryQuery &query) override;
    QFuture<QList<EntryRow>> rows(const QList<EntryId> &ids) override;
    QFuture<std::optional<EntryDetail>> detail(EntryId id) override;
    QFuture<qsizetype> keep(const QList<EntryId> &ids, bool isKept) override;
    QFuture<EntryWeight> weigh(const QList<EntryId> &ids) override;
    QFuture<Removal> remove(const QList<EntryId> &ids, Removed what) override;
    void stopRemoving() override { ++m_stops; }
    QFuture<qsizetype> restore(quint64 trash) override;
    void discard(quint64 trash) override { m_trash.discard(trash); }

signals:
    void happened(const manometer::service::Event &event);

private:
    void poll();
    std::size_t removeSome(std::span<const EntryId> ids, quint64 &trash);

    std::unique_ptr<cache::Cache> m_cache;
    QThreadPool m_pool;
    // Deletions and restorations, one at a time: they take long, and nobody who looks waits for them.
    QThreadPool m_changes;
    Trash m_trash;
    std::atomic<bool> m_isMemoryShort = false;
    std::atomic<quint64> m_stops = 0; // grows each time that deletions are to stop
    QTimer m_timer;
    CacheSummary m_summary;
    quint64 m_generation = 0;
    std::atomic<bool> m_contentsChanged = false;
};

} // namespace manometer::service
