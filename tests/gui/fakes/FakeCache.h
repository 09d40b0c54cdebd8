// SPDX-License-Identifier: GPL-3.0-or-later
//
// A cache with the test's entries. It answers at once, or holds its answers until the test releases them, in
// any order.
#pragma once

#include "views/CacheView.h"
#include "views/Failure.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <memory>
#include <utility>

namespace manometer::gui {

class FakeCache final : public views::CacheView
{
public:
    enum class Answers { AtOnce, Held };

    struct HeldListing
    {
        cache::EntryQuery query;
        views::Listing listing;
        std::shared_ptr<QPromise<views::Listing>> promise;
        void answer()
        {
            promise->addResult(listing);
            promise->finish();
        }
    };
    struct HeldDetail
    {
        views::EntryId id;
        std::optional<views::EntryDetail> detail;
        std::shared_ptr<QPromise<std::optional<views::EntryDetail>>> promise;
        void answer()
        {
            promise->addResult(detail);
            promise->finish();
        }
    };

    views::CacheSummary figures;
    QList<views::EntryRow> entries;
    QByteArray metadata; // of every entry, if set
    Answers listings = Answers::AtOnce;
    Answers details = Answers::AtOnce;
    QList<HeldListing> heldListings;
    QList<HeldDetail> heldDetails;
    struct HeldRows
    {
        QList<views::EntryRow> rows;
        std::shared_ptr<QPromise<QList<views::EntryRow>>> promise;
        void answer()
        {
            promise->addResult(rows);
            promise->finish();
        }
        void fail(const QString &reason)
        {
            promise->setException(views::Failure(views::Failure::Kind::NoBackend, reason));
            promise->finish();
        }
    };
    Answers pages = Answers::AtOnce;
    QList<HeldRows> heldRows;
    QList<cache::EntryQuery> queries;
    qsizetype pagesAsked = 0;
    QList<views::EntryId> removed;
    qint64 asOfWallMs = 1'763'885'090'000;

    views::CacheSummary summary() const override { return figures; }

    QFuture<QList<views::EntryId>> moreIds(quint64, qsizetype) override
    {
        return views::failed<QList<views::EntryId>>(views::Failure::Kind::Refused,
                                                    QStringLiteral("every listing is one answer"));
    }

    QFuture<views::Listing> list(const views::EntryQuery &query) override
    {
        queries += query;
        const views::Listing listing = ordered(query);
        if (listings == Answers::AtOnce)
            return views::answered(listing);
        auto promise = std::make_shared<QPromise<views::Listing>>();
        promise->start();
        heldListings.append({query, listing, promise});
        return promise->future();
    }

    QFuture<QList<views::EntryRow>> rows(const QList<views::EntryId> &ids) override
    {
        ++pagesAsked;
        QList<views::EntryRow> found;
        for (const views::EntryId id : ids) {
            const views::EntryRow *entry = find(id);
            found += entry ? *entry : gone(id);
        }
        if (pages == Answers::AtOnce)
            return views::answered(found);
        auto promise = std::make_shared<QPromise<QList<views::EntryRow>>>();
        promise->start();
        heldRows.append({found, promise});
        return promise->future();
    }

    QFuture<std::optional<views::EntryDetail>> detail(views::EntryId id) override
    {
        std::optional<views::EntryDetail> found;
        if (const views::EntryRow *entry = find(id))
            found = views::EntryDetail{.row = *entry, .bytes = metadata.isEmpty() ? json(*entry) : metadata};
        if (details == Answers::AtOnce)
            return views::answered(found);
        auto promise = std::make_shared<QPromise<std::optional<views::EntryDetail>>>();
        promise->start();
        heldDetails.append({id, found, promise});
        return promise->future();
    }

    QFuture<qsizetype> keep(const QList<views::EntryId> &ids, bool isKept) override
    {
        qsizetype changed = 0;
        for (views::EntryRow &entry : entries) {
            if (!ids.contains(entry.id))
                continue;
            entry.isKept = isKept;
            ++changed;
        }
        return views::answered(changed);
    }

    QFuture<views::EntryWeight> weigh(const QList<views::EntryId> &ids) override
    {
        views::EntryWeight weight{
            .entries = 0, .kept = 0, .valueBytes = 0, .storedBytes = 0, .canComeBack = canComeBack};
        const QSet<views::EntryId> asked(ids.begin(), ids.end());
        for (const views::EntryRow &entry : entries) {
            if (!asked.contains(entry.id))
                continue;
            ++weight.entries;
            weight.kept += entry.isKept ? 1 : 0;
            weight.valueBytes += entry.valueBytes;
            weight.storedBytes += entry.storedBytes;
        }
        return views::answered(weight);
    }

    views::Removing remove(const QList<views::EntryId> &ids, Removed what) override
    {
        removed += ids;
        ++undoId;
        const QSet<views::EntryId> asked(ids.begin(), ids.end());
        views::Removal removal{
            .removed = 0, .stopped = false, .undoId = what == Removed::HeldAside ? undoId : 0};
        removal.removed = entries.removeIf([&](const views::EntryRow &entry) {
            if (what == Removed::HeldAside && asked.contains(entry.id))
                trashed[undoId] += entry;
            return asked.contains(entry.id);
        });
        figures.stats.diskEntries = static_cast<quint64>(entries.size());
        figures.stats.memoryEntries =
            std::min<quint64>(figures.stats.memoryEntries, figures.stats.diskEntries);
        if (removals == Answers::AtOnce)
            return {.id = undoId, .answer = views::answered(removal)};
        heldRemoval = std::make_shared<QPromise<views::Removal>>();
        heldRemoval->start();
        heldRemoval->setProgressRange(0, static_cast<int>(ids.size()));
        return {.id = undoId, .answer = heldRemoval->future()};
    }

    void stopRemoving(quint64) override { ++stops; }

    QFuture<qsizetype> restore(quint64 which) override
    {
        const QList<views::EntryRow> back = trashed.take(which);
        entries += back;
        figures.stats.diskEntries = static_cast<quint64>(entries.size());
        return views::answered(back.size());
    }

    void discard(quint64 which) override
    {
        discarded += which;
        trashed.remove(which);
    }

    bool canComeBack = true;
    Answers removals = Answers::AtOnce;
    std::shared_ptr<QPromise<views::Removal>> heldRemoval;
    quint64 undoId = 0;                             // the last one
    QHash<quint64, QList<views::EntryRow>> trashed; // by deletion
    QList<quint64> discarded;
    int stops = 0;

    static QByteArray json(const views::EntryRow &entry)
    {
        return R"({"SourceFile":")" + entry.path + R"(","File":{"FileType":"FITS","Size":)" +
               QByteArray::number(entry.sourceBytes) +
               R"(},"FITS":{"Instrume":"ACS","Exptime":507.0,"Naxis":[2,4096,4096],"Simple":true}})";
    }

private:
    static views::EntryRow gone(views::EntryId id)
    {
        views::EntryRow row;
        row.id = id;
        return row;
    }
    const views::EntryRow *find(views::EntryId id) const
    {
        const auto found = std::find_if(entries.begin(), entries.end(),
                                        [id](const views::EntryRow &entry) { return entry.id == id; });
        return found == entries.end() ? nullptr : &*found;
    }

    views::Listing ordered(const cache::EntryQuery &query)
    {
        using Order = cache::EntryQuery::Order;
        QList<views::EntryRow> matching;
        const QByteArray folder = QByteArray::fromStdString(query.underFolder);
        for (const views::EntryRow &entry : entries)
            if ((folder.isEmpty() || entry.path.startsWith(folder + '/')) &&
                entry.path.toLower().contains(QByteArray::fromStdString(query.pathContains).toLower()) &&
                query.valueBytes.contains(entry.valueBytes) && query.hits.contains(entry.hits) &&
                query.isKept.value_or(entry.isKept) == entry.isKept)
                matching += entry;
        const auto less = [&query](const views::EntryRow &one, const views::EntryRow &other) {
            switch (query.order) {
            case Order::ValueBytes:
                return one.valueBytes < other.valueBytes;
            case Order::Hits:
                return one.hits < other.hits;
            case Order::Stored:
                return one.storedWallMs < other.storedWallMs;
            case Order::LastUsed:
                return one.lastUsedWallMs < other.lastUsedWallMs;
            case Order::ReadCost:
                return one.readCostMicroseconds < other.readCostMicroseconds;
            case Order::Depth:
                return one.depth < other.depth;
            case Order::Modified:
                return one.modifiedWallMs < other.modifiedWallMs;
            case Order::Tier:
                return one.inMemory < other.inMemory;
            case Order::Kept:
                return one.isKept < other.isKept;
            case Order::Path:
                break;
            }
            return one.path < other.path;
        };
        std::stable_sort(matching.begin(), matching.end(), less);
        if (query.descending)
            std::reverse(matching.begin(), matching.end());
        views::Listing listing{
            .generation = ++m_generation, .size = matching.size(), .ids = {}, .asOfWallMs = asOfWallMs};
        for (const views::EntryRow &entry : matching)
            listing.ids += entry.id;
        return listing;
    }

    quint64 m_generation = 0;
};

} // namespace manometer::gui
