// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache as everything above service sees it: figures, a listing in pages, one entry's detail, pins,
// deletion and its undoing.
// Lives in the thread that made it; its signals arrive there. Nothing blocks: what needs the disk answers
// through a future. A future whose view was destroyed is cancelled.
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
    quint64 memoryPressureEvents = 0; // entries into a level above NORMAL
    quint64 adaptiveAdjustments = 0;  // moves of the limit by pressure or its end
    cache::Health health;

    // Share of requests that were hits, 0 before the first one (the original's hit_rate_percent).
    double hitRatePercent() const
    {
        return stats.requests() == 0
                   ? 0.0
                   : 100.0 * static_cast<double>(stats.hits()) / static_cast<double>(stats.requests());
    }
};

// A listing is a frozen order of ids; rows are fetched from it page by page and may be gone by then.
struct Listing
{
    quint64 generation = 0; // grows with each list(): an answer to an older one is to be ignored
    QList<EntryId> ids;
    qint64 asOfWallMs = 0;
};

struct EntryRow
{
    EntryId id{};
    bool exists = false; // false: dropped since the listing was made
    QByteArray path;     // as the kernel spells it
    QByteArray depth;
    quint64 sourceBytes = 0;
    quint64 valueBytes = 0;
    quint64 storedBytes = 0;
    quint64 hits = 0;
    qint64 modifiedWallMs = 0; // the file's mtime; 0 where it is not known
    qint64 storedWallMs = 0;
    qint64 lastUsedWallMs = 0;
    qint64 readCostMicroseconds = 0;
    bool inMemory = false;
    bool onDisk = false;
    bool isKept = false; // pinned: it does not expire and is not cleaned up
};

struct EntryDetail
{
    EntryRow row;
    QByteArray bytes; // the metadata as JSON text
};

// What a deletion would take.
struct EntryWeight
{
    qsizetype entries = 0; // that are still there
    qsizetype kept = 0;    // of these
    quint64 valueBytes = 0;
    quint64 storedBytes = 0;
    bool canComeBack = false; // little enough to be held aside, and memory is not short
};

struct Removal
{
    qsizetype removed = 0;
    bool stopped = false;
    quint64 undoId = 0; // for restore(); 0: it is gone for good
};

class CacheView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // Of at most a second ago.
    virtual CacheSummary summary() const = 0;
    virtual QFuture<Listing> list(const EntryQuery &query) = 0;
    // Rows in the order of the ids asked for.
    virtual QFuture<QList<EntryRow>> rows(const QList<EntryId> &ids) = 0;
    virtual QFuture<std::optional<EntryDetail>> detail(EntryId id) = 0;
    // How many of them are on disk, where alone they can be kept.
    virtual QFuture<qsizetype> keep(const QList<EntryId> &ids, bool isKept) = 0;
    // Counts before anything is done. Progress counts ids; it can be cancelled.
    virtual QFuture<EntryWeight> weigh(const QList<EntryId> &ids) = 0;
    // Progress counts ids. What is to come back is held aside, in bounded memory, until it is restored,
    // discarded, replaced by the next deletion, or freed because memory is short.
    enum class Removed : quint8 { HeldAside, ForGood };
    virtual QFuture<Removal> remove(const QList<EntryId> &ids, Removed what) = 0;
    // The deletions under way end where they are, and answer.
    virtual void stopRemoving() = 0;
    // How many came back. Never in the place of what was put since.
    virtual QFuture<qsizetype> restore(quint64 undoId) = 0;
    virtual void discard(quint64 undoId) = 0;

signals:
    // Once a second while anything changed.
    void summaryChanged(const manometer::views::CacheSummary &summary);
    // Entries were added, dropped or replaced; at most once a second.
    void contentsChanged();
    // What was held aside had to make room.
    void undoFreed(quint64 undoId);
};

} // namespace manometer::views

Q_DECLARE_METATYPE(manometer::views::CacheSummary)
