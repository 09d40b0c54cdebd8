// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements CacheView over the server's API. Generations of listings, undo ids and ids of deletions are
// numbers of this backend's own (RemoteIds.h); ids of entries are the server's. After a connection to another
// run of the server its predecessor's ids may mean other entries: entries are not pinned or deleted before
// they are listed again. Lives in the backend's thread; nothing blocks. Futures are finished in the client's
// thread.
#pragma once

#include "remote/RemoteIds.h"
#include "remote/StreamUpdate.h"
#include "views/CacheView.h"
#include "views/Failure.h"

#include <map>
#include <memory>

namespace manometer::remote {

class RemovalTask;
class Session;

class RemoteCache final : public views::CacheView
{
    Q_OBJECT
public:
    // `session` outlives this object.
    explicit RemoteCache(Session &session, QObject *parent = nullptr);
    ~RemoteCache() override;

    void take(const views::CacheSummary &summary);
    void take(const ContentsChanged &) { emit contentsChanged(); }
    void take(const UndoFreed &freed);
    // isOther: of the server, see Attachment::attached().
    void beginConnection(bool isOther);

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
    void discard(quint64 undoId) override;

private:
    // Why these ids must not be changed.
    std::optional<views::Failure> changeObstacle() const;

    Session &m_session;
    views::CacheSummary m_summary;
    const std::shared_ptr<ListingIds> m_listings = std::make_shared<ListingIds>();
    const std::shared_ptr<UndoIds> m_undo = std::make_shared<UndoIds>();
    std::map<quint64, std::weak_ptr<RemovalTask>> m_removals;
    quint64 m_lastRemoval = 0;
    bool m_wasConnected = false;
    bool m_mustListAgain = false;
};

} // namespace manometer::remote
