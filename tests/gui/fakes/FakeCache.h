// SPDX-License-Identifier: GPL-3.0-or-later
//
// A cache of the entries that the test puts there. Its answers come at once, or are held until the test gives
// them, in any order.
#pragma once

#include "gui/fakes/Ready.h"
#include "service/CacheView.h"

#include <QSet>

#include <algorithm>
#include <memory>

namespace manometer::gui {

class FakeCache final : public service::CacheView
{
public:
    enum class Answers { AtOnce, Held };

    struct HeldListing
    {
        cache::EntryQuery query;
        service::Listing listing;
        std::shared_ptr<QPromise<service::Listing>> promise;
        void answer()
        {
            promise->addResult(listing);
            promise->finish();
        }
    };
    struct HeldDetail
    {
        service::EntryId id;
        std::optional<service::EntryDetail> detail;
        std::shared_ptr<QPromise<std::optional<service::EntryDetail>>> promise;
        void answer()
        {
            promise->addResult(detail);
            promise->finish();
        }
    };

    service::CacheSummary figures;
    QList<service::EntryRow> entries;
    QByteArray metadata; // of every entry, where it is set
    Answers listings = Answers::AtOnce;
    Answers details = Answers::AtOnce;
    QList<HeldListing> heldListings;
    QList<HeldDetail> heldDetails;
    QList<cache::EntryQuery> queries;
    qsizetype pagesAsked = 0;
    QList<service::EntryId> removed;
    qint64 asOfWallMs = 1'763'885'090'000;

    service::CacheSummary summary() const override { return figures; }

    QFuture<service::Listing> list(const service::EntryQuery &query) override
    {
        queries += query;
        const service::Listing listing = ordered(query);
        if (listings == Answers::AtOnce)
            return ready(listing);
        auto promise = std::make_shared<QPromise<service::Listing>>();
        promise->start();
        heldListings.append({query, listing, promise});
        return promise->future();
    }

    QFuture<QList<service::EntryRow>> rows(const QList<service::EntryId> &ids) override
    {
        ++pagesAsked;
        QList<service::EntryRow> found;
        for (const service::EntryId id : ids) {
            const service::EntryRow *entry = find(id);
            found += entry ? *entry : gone(id);
        }
        return ready(found);
    }

    QFuture<std::optional<service::EntryDetail>> detail(service::EntryId id) override
    {
        std::optional<service::EntryDetail> found;
        if (const service::EntryRow *entry = find(id))
            found =
                service::EntryDetail{.row = *entry, .bytes = metadata.isEmpty() ? json(*entry) : metadata};
        if (details == Answers::AtOnce)
            return ready(found);
        auto promise = std::make_shared<QPromise<std::optional<service::EntryDetail>>>();
        promise->start();
        heldDetails.append({id, found, promise});
        return promise->future();
    }

    QFuture<qsizetype> keep(const QList<service::EntryId> &ids, bool isKept) override
    {
        qsizetype changed = 0;
        for (service::EntryRow &entry : entries) {
            if (!ids.contains(entry.id))
                continue;
            entry.isKept = isKept;
            ++changed;
        }
        return ready(changed);
    }

    QFuture<service::EntryWeight> weigh(const QList<service::EntryId> &ids) override
    {
        service::EntryWeight weight{
            .entries = 0, .kept = 0, .valueBytes = 0, .storedBytes = 0, .canComeBack = canComeBack};
        const QSet<service::EntryId> asked(ids.begin(), ids.end());
        for (const service::EntryRow &entry : entries) {
            if (!asked.contains(entry.id))
                continue;
            ++weight.entries;
            weight.kept += entry.isKept ? 1 : 0;
            weight.valueBytes += entry.valueBytes;
            weight.storedBytes += entry.storedBytes;
        }
        return ready(weight);
    }

    QFuture<service::Removal> remove(const QList<service::EntryId> &ids, Removed what) override
    {
        removed += ids;
        trashed.clear();
        const QSet<service::EntryId> asked(ids.begin(), ids.end());
        service::Removal removal{
            .removed = 0, .stopped = false, .trash = what == Removed::HeldAside ? ++trash : 0};
        removal.removed = entries.removeIf([&](const service::EntryRow &entry) {
            if (what == Removed::HeldAside && asked.contains(entry.id))
                trashed += entry;
            return asked.contains(entry.id);
        });
        figures.stats.diskEntries = static_cast<quint64>(entries.size());
        figures.stats.memoryEntries =
            std::min<quint64>(figures.stats.memoryEntries, figures.stats.diskEntries);
        if (removals == Answers::AtOnce)
            return ready(removal);
        heldRemoval = std::make_shared<QPromise<service::Removal>>();
        heldRemoval->start();
        heldRemoval->setProgressRange(0, static_cast<int>(ids.size()));
        return heldRemoval->future();
    }

    void stopRemoving() override { ++stops; }

    QFuture<qsizetype> restore(quint64 which) override
    {
        const qsizetype count = which == trash ? trashed.size() : 0;
        if (which == trash)
            entries += trashed;
        trashed.clear();
        figures.stats.diskEntries = static_cast<quint64>(entries.size());
        return ready(count);
    }

    void discard(quint64 which) override { discarded += which; }

    bool canComeBack = true;
    Answers removals = Answers::AtOnce;
    std::shared_ptr<QPromise<service::Removal>> heldRemoval;
    quint64 trash = 0; // the last one
    QList<service::EntryRow> trashed;
    QList<quint64> discarded;
    int stops = 0;

    static QByteArray json(const service::EntryRow &entry)
    {
        return R"({"SourceFile":")" + entry.path + R"(","File":{"FileType":"FITS","Size":)" +
               QByteArray::number(entry.sourceBytes) +
               R"(},"FITS":{"Instrume":"ACS","Exptime":507.0,"Naxis":[2,4096,4096],"Simple":true}})";
    }

private:
    static service::EntryRow gone(service::EntryId id)
    {
        service::EntryRow row;
        row.id = id;
        return row;
    }
    const service::EntryRow *find(service::EntryId id) const
    {
        const auto found = std::find_if(entries.begin(), entries.end(),
                                        [id](const service::EntryRow &entry) { return entry.id == id; });
        return found == entries.end() ? nullptr : &*found;
    }

    service::Listing ordered(const cache::EntryQuery &query)
    {
        using Order = cache::EntryQuery::Order;
        QList<service::EntryRow> matching;
        for (const service::EntryRow &entry : entries)
            if (entry.path.toLower().contains(QByteArray::fromStdString(query.pathContains).toLower()) &&
                query.valueBytes.contains(entry.valueBytes) && query.hits.contains(entry.hits) &&
                query.isKept.value_or(entry.isKept) == entry.isKept)
                matching += entry;
        const auto less = [&query](const service::EntryRow &one, const service::EntryRow &other) {
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
        service::Listing listing{.generation = ++m_generation, .ids = {}, .asOfWallMs = asOfWallMs};
        for (const service::EntryRow &entry : matching)
            listing.ids += entry.id;
        return listing;
    }

    quint64 m_generation = 0;
};

} // namespace manometer::gui
