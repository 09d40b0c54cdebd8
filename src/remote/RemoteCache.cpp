// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/RemoteCache.h"

#include "remote/JsonParts.h"
#include "remote/RemovalTask.h"
#include "remote/Session.h"

#include <utility>

namespace manometer::remote {

using namespace views;
using namespace std::literals;
using Call = Session::Call;
using Lane = HttpRequest::Lane;

namespace {

constexpr int notFound = 404;
constexpr int gone = 410;

// A page of 100 000 ids has up to 2 MB; a row up to 5 KB, for a path of 4096 bytes; a value up to what the
// reader accepts of a file.
constexpr qsizetype mostListingBytes = 8 << 20;
constexpr qsizetype mostRowsBytes = 64 << 20;
constexpr qsizetype mostDetailBytes = 64 << 20;
// A deletion's undoing and pins may take long on a slow disk.
constexpr std::chrono::minutes changeTimeout{5};

QByteArray numberOf(EntryId id)
{
    return QByteArray::number(static_cast<quint64>(id));
}

Answer<QList<EntryRow>> rowsOf(const HttpAnswer &answer, const QList<EntryId> &ids)
{
    if (auto failure = failureOf(answer))
        return Unexpected(*std::move(failure));
    QList<EntryRow> rows;
    QString problem;
    const auto read = forEachItem(answer.body, "rows", [&](const QByteArray &text) {
        const auto row = wire::fromText<EntryRow>(text);
        if (row)
            rows.append(*row);
        else
            problem = row.error();
    });
    if (!read || !problem.isEmpty())
        return Unexpected(unreadable(read ? problem : read.error()));
    bool isInOrder = rows.size() == ids.size();
    for (qsizetype i = 0; isInOrder && i < rows.size(); ++i)
        isInOrder = rows[i].id == ids[i];
    if (!isInOrder)
        return Unexpected(unreadable(QStringLiteral("other rows than those asked for")));
    return rows;
}

Answer<std::optional<EntryDetail>> detailOf(const HttpAnswer &answer)
{
    if (answer.outcome == HttpAnswer::Outcome::Answered && answer.status == notFound)
        return std::nullopt;
    if (auto failure = failureOf(answer))
        return Unexpected(*std::move(failure));
    const auto rowText = memberText(answer.body, "row");
    const auto value = memberText(answer.body, "value");
    if (!rowText || !value)
        return Unexpected(unreadable(rowText ? value.error() : rowText.error()));
    const auto row = wire::fromText<EntryRow>(*rowText);
    if (!row)
        return Unexpected(unreadable(row.error()));
    return EntryDetail{.row = *row, .bytes = *value};
}

} // namespace

RemoteCache::RemoteCache(Session &session, QObject *parent)
    : CacheView(parent)
    , m_session(session)
{}

RemoteCache::~RemoteCache() = default;

void RemoteCache::take(const CacheSummary &summary)
{
    m_summary = summary;
    emit summaryChanged(m_summary);
}

void RemoteCache::take(const UndoFreed &freed)
{
    if (const auto own = m_undo->takeFreed(freed.undoId))
        emit undoFreed(*own);
}

void RemoteCache::beginConnection(bool isOther)
{
    if (isOther) {
        m_listings->clear();
        m_mustListAgain = m_wasConnected;
        for (const auto &[own, servers] : m_undo->takeAll())
            emit undoFreed(own);
    }
    m_wasConnected = true;
    // Whatever changed without connection was not announced.
    emit contentsChanged();
}

QFuture<Listing> RemoteCache::list(const EntryQuery &query)
{
    return m_session.ask<Listing>(
        Call::Read,
        {.method = "POST",
         .target = "/api/listings",
         .body = wire::toText(query),
         .mostAnswerBytes = mostListingBytes},
        [listings = m_listings, own = m_listings->next()](const HttpAnswer &answer) {
            Answer<Listing> listing = valueOf<Listing>(answer);
            if (listing) {
                listings->add(own, listing->generation);
                listing->generation = own;
            }
            return listing;
        });
}

QFuture<QList<EntryId>> RemoteCache::moreIds(quint64 generation, qsizetype first)
{
    const auto servers = m_listings->serversOf(generation);
    if (!servers && !m_session.obstacle(Call::Read))
        return failed<QList<EntryId>>(Failure::Kind::Refused,
                                      QStringLiteral("this listing is no longer held"));
    return m_session.ask<QList<EntryId>>(
        Call::Read,
        {.target = "/api/listings/" + QByteArray::number(servers.value_or(0)) +
                   "?first=" + QByteArray::number(first),
         .mostAnswerBytes = mostListingBytes},
        [](const HttpAnswer &answer) { return memberOf<QList<EntryId>>(answer, "ids"); });
}

QFuture<QList<EntryRow>> RemoteCache::rows(const QList<EntryId> &ids)
{
    return m_session.ask<QList<EntryRow>>(Call::Read,
                                          {.method = "POST",
                                           .target = "/api/entries/rows",
                                           .body = bodyOf(std::pair("ids"sv, ids)),
                                           .mostAnswerBytes = mostRowsBytes},
                                          [ids](const HttpAnswer &answer) { return rowsOf(answer, ids); });
}

QFuture<std::optional<EntryDetail>> RemoteCache::detail(EntryId id)
{
    return m_session.ask<std::optional<EntryDetail>>(
        Call::Read, {.target = "/api/entries/" + numberOf(id), .mostAnswerBytes = mostDetailBytes},
        &detailOf);
}

std::optional<Failure> RemoteCache::changeObstacle() const
{
    if (auto failure = m_session.obstacle(Call::Change))
        return failure;
    if (m_mustListAgain && m_listings->isEmpty())
        return Failure(Failure::Kind::Refused,
                       QStringLiteral("The server was started again. List the entries again first."));
    return std::nullopt;
}

QFuture<qsizetype> RemoteCache::keep(const QList<EntryId> &ids, bool isKept)
{
    if (const auto failure = changeObstacle())
        return failed<qsizetype>(failure->kind(), failure->reason());
    return m_session.ask<qsizetype>(
        Call::Change,
        {.method = "POST",
         .target = "/api/entries/keep",
         .body = bodyOf(std::pair("ids"sv, ids), std::pair("keep"sv, isKept)),
         .lane = Lane::Cache,
         .timeout = changeTimeout},
        [](const HttpAnswer &answer) { return memberOf<qsizetype>(answer, "on_disk"); });
}

QFuture<EntryWeight> RemoteCache::weigh(const QList<EntryId> &ids)
{
    return m_session.ask<EntryWeight>(Call::Read,
                                      {.method = "POST",
                                       .target = "/api/entries/weigh",
                                       .body = bodyOf(std::pair("ids"sv, ids)),
                                       .timeout = changeTimeout},
                                      &valueOf<EntryWeight>);
}

Removing RemoteCache::remove(const QList<EntryId> &ids, Removed what)
{
    const quint64 id = ++m_lastRemoval;
    if (const auto failure = changeObstacle())
        return {.id = id, .answer = failed<Removal>(failure->kind(), failure->reason())};
    std::erase_if(m_removals, [](const auto &each) { return each.second.expired(); });
    const auto task = std::make_shared<RemovalTask>(
        m_session.client(), [undo = m_undo](quint64 servers) { return undo->add(servers); });
    m_removals[id] = task;
    return {.id = id, .answer = task->begin(ids, what == Removed::HeldAside)};
}

void RemoteCache::stopRemoving(quint64 id)
{
    const auto found = m_removals.find(id);
    if (const auto task = found == m_removals.end() ? nullptr : found->second.lock())
        task->stop();
}

QFuture<qsizetype> RemoteCache::restore(quint64 undoId)
{
    if (const auto failure = m_session.obstacle(Call::Change))
        return failed<qsizetype>(failure->kind(), failure->reason());
    const auto servers = m_undo->take(undoId);
    if (!servers)
        return answered(qsizetype(0));
    return m_session.ask<qsizetype>(
        Call::Change,
        {.method = "POST",
         .target = "/api/undo/" + QByteArray::number(*servers),
         .lane = Lane::Cache,
         .timeout = changeTimeout},
        [undo = m_undo, undoId, servers = *servers](const HttpAnswer &answer) -> Answer<qsizetype> {
            if (answer.outcome == HttpAnswer::Outcome::Answered && answer.status == gone)
                return 0;
            auto restored = memberOf<qsizetype>(answer, "restored");
            if (!restored)
                undo->putBack(undoId, servers);
            return restored;
        });
}

void RemoteCache::discard(quint64 undoId)
{
    if (m_session.obstacle(Call::Change))
        return;
    if (const auto servers = m_undo->take(undoId))
        m_session.client().send(
            {.method = "DELETE", .target = "/api/undo/" + QByteArray::number(*servers), .lane = Lane::Cache},
            [](const HttpAnswer &) {});
}

} // namespace manometer::remote
