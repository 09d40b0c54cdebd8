// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache as front-ends see it: figures, a paged listing, one entry's detail, pins, deletion and undo.
// Lives in the thread that creates it; signals arrive there. Nothing blocks: operations that need the disk
// return a future. A future may end cancelled if its view is destroyed.
#pragma once

#include "cache/EntryInfo.h"
#include "cache/Stats.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QObject>

#include <optional>

namespace manometer::views {

using cache::EntryId;
using cache::EntryQuery;

struct CacheSummary
{
    cache::Stats stats;
    cache::Limits configured;
    quint64 memoryPressureEvents = 0; // how often a level above NORMAL was entered
    quint64 adaptiveAdjustments = 0;  // limit changes because pressure rose or fell
    cache::Health health;

    // Share of requests that were hits; 0 before the first request (the original's hit_rate_percent).
    double hitRatePercent() const
    {
        return stats.requests() == 0
                   ? 0.0
                   : 100.0 * static_cast<double>(stats.hits()) / static_cast<double>(stats.requests());
    }
};

// A snapshot of ids in order. Rows are fetched from it page by page; an entry may have been deleted by then.
struct Listing
{
    quint64 generation = 0; // increases with each list(); ignore an answer of an older generation
    QList<EntryId> ids;
    qint64 asOfWallMs = 0;
};

struct EntryRow
{
    EntryId id{};
    bool exists = false; // false: dropped since the listing was made
    QByteArray path;     // raw bytes, not necessarily UTF-8
    QByteArray depth;
    quint64 sourceBytes = 0;
    quint64 valueBytes = 0;
    quint64 storedBytes = 0;
    quint64 hits = 0;
    qint64 modifiedWallMs = 0; // the file's mtime; 0 if unknown
    qint64 storedWallMs = 0;
    qint64 lastUsedWallMs = 0;
    qint64 readCostMicroseconds = 0;
    bool inMemory = false;
    bool onDisk = false;
    bool isKept = false; // pinned: exempt from expiry and clean-up
};

struct EntryDetail
{
    EntryRow row;
    QByteArray bytes; // the metadata as JSON text
};

// What a deletion would remove.
struct EntryWeight
{
    qsizetype entries = 0; // that still exist
    qsizetype kept = 0;    // of these
    quint64 valueBytes = 0;
    quint64 storedBytes = 0;
    bool canComeBack = false; // it fits into the undo buffer, and memory is not short
};

struct Removal
{
    qsizetype removed = 0;
    bool stopped = false;
    quint64 undoId = 0; // for restore(); 0: the deletion is final
};

class CacheView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // At most one second old.
    virtual CacheSummary summary() const = 0;
    virtual QFuture<Listing> list(const EntryQuery &query) = 0;
    // Rows in the order of the ids asked for.
    virtual QFuture<QList<EntryRow>> rows(const QList<EntryId> &ids) = 0;
    virtual QFuture<std::optional<EntryDetail>> detail(EntryId id) = 0;
    // Pins or unpins. The answer is how many of them are on disk; only those can be pinned.
    virtual QFuture<qsizetype> keep(const QList<EntryId> &ids, bool isKept) = 0;
    // What remove() would delete. The future's progress is in ids; it can be cancelled.
    virtual QFuture<EntryWeight> weigh(const QList<EntryId> &ids) = 0;
    // The future's progress is in ids. HeldAside keeps the entries in a bounded undo buffer until they are
    // restored, discarded, replaced by the next deletion, or freed because memory is short.
    enum class Removed : quint8 { HeldAside, ForGood };
    virtual QFuture<Removal> remove(const QList<EntryId> &ids, Removed what) = 0;
    // Stops all running deletions; their futures answer with what was removed until then.
    virtual void stopRemoving() = 0;
    // How many entries were restored. An entry that was stored again in the meantime is not replaced.
    virtual QFuture<qsizetype> restore(quint64 undoId) = 0;
    virtual void discard(quint64 undoId) = 0;

signals:
    // At most once a second, when something changed.
    void summaryChanged(const manometer::views::CacheSummary &summary);
    // Entries were added, dropped or replaced; at most once a second.
    void contentsChanged();
    // The undo buffer was freed because memory is short.
    void undoFreed(quint64 undoId);
};

} // namespace manometer::views

Q_DECLARE_METATYPE(manometer::views::CacheSummary)
