// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache as front-ends see it: figures, a paged listing, one entry's detail, pins, deletion and undo.
// Lives in the thread that creates it; signals arrive there. Nothing blocks: operations that need the disk
// return a future, which fails with a Failure and may end cancelled if its view is destroyed.
#pragma once

#include "cache/EntryInfo.h"
#include "cache/Stats.h"
#include "views/CutCosts.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QObject>

#include <optional>

namespace manometer::views {

using cache::EntryId;
using cache::EntryQuery;

// What one program has asked for through the exiftool command.
struct ClientUse
{
    QByteArray program; // its name as the kernel has it; raw bytes
    quint64 requests = 0;
    quint64 hits = 0;
    quint64 savedMicroseconds = 0; // what reading took for the answers that were hits
    qint64 lastWallMs = 0;

    friend bool operator==(const ClientUse &, const ClientUse &) = default;
};

// The same for all programs, since the backend was started.
struct AnswerUse
{
    quint64 requests = 0;
    quint64 hits = 0;
    quint64 savedMicroseconds = 0;
    QList<ClientUse> clients{}; // by requests, most first; what does not fit is one of them, without a name

    friend bool operator==(const AnswerUse &, const AnswerUse &) = default;
};

struct CacheSummary
{
    cache::Stats stats{};
    cache::Limits configured{};
    quint64 memoryPressureEvents = 0; // how often a level above NORMAL was entered
    quint64 adaptiveAdjustments = 0;  // limit changes because pressure rose or fell
    cache::Health health{};
    AnswerUse answers{};
    CutCosts cutCosts{};

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
    qsizetype size = 0;     // the number of all its ids
    QList<EntryId> ids;     // the first of them, at most CacheView::idsPerPage
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
    std::optional<qint64> modifiedWallMs{}; // the file's mtime, if known
    qint64 storedWallMs = 0;
    qint64 lastUsedWallMs = 0;
    qint64 readCostMicroseconds = 0;
    bool inMemory = false;
    bool onDisk = false;
    bool isKept = false; // pinned: exempt from expiry and clean-up
    cache::Contents contents = cache::Contents::Understood;
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
    quint64 undoId = 0; // for restore() and discard(): the deletion's id; 0: it is final
};

// A deletion that has begun.
struct Removing
{
    quint64 id = 0;          // for stopRemoving(); unique in the backend, so that no client reaches another's
    QFuture<Removal> answer; // its progress is in ids
};

class CacheView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // At most one second old.
    virtual CacheSummary summary() const = 0;
    virtual QFuture<Listing> list(const EntryQuery &query) = 0;
    // The next ids of a listing, from `first` on (WholeListing.h fetches all). Fails if the listing is no
    // longer held: a backend holds the newest ones only.
    static constexpr qsizetype idsPerPage = 100'000;
    virtual QFuture<QList<EntryId>> moreIds(quint64 generation, qsizetype first) = 0;
    // Rows in the order of the ids asked for.
    virtual QFuture<QList<EntryRow>> rows(const QList<EntryId> &ids) = 0;
    virtual QFuture<std::optional<EntryDetail>> detail(EntryId id) = 0;
    // Pins or unpins. The answer is how many of them are on disk; only those can be pinned.
    virtual QFuture<qsizetype> keep(const QList<EntryId> &ids, bool isKept) = 0;
    // What remove() would delete. The future's progress is in ids; it can be cancelled.
    virtual QFuture<EntryWeight> weigh(const QList<EntryId> &ids) = 0;
    // HeldAside keeps the entries in a bounded undo buffer until they are restored or discarded, or freed for
    // later deletions or because memory is short.
    enum class Removed : quint8 { HeldAside, ForGood };
    virtual Removing remove(const QList<EntryId> &ids, Removed what) = 0;
    // Stops this deletion; its future answers with what was removed until then.
    virtual void stopRemoving(quint64 id) = 0;
    // How many entries were restored. An entry that was stored again in the meantime is not replaced.
    virtual QFuture<qsizetype> restore(quint64 undoId) = 0;
    virtual void discard(quint64 undoId) = 0;

signals:
    // At most once a second, when something changed.
    void summaryChanged(const manometer::views::CacheSummary &summary);
    // Entries were added, dropped or replaced; at most once a second.
    void contentsChanged();
    // This deletion became final: its entries were freed.
    void undoFreed(quint64 undoId);
};

} // namespace manometer::views

Q_DECLARE_METATYPE(manometer::views::CacheSummary)
