// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/Removals.h"

#include "api/endpoints/Parameters.h"
#include "json/Json.h"

#include <QTimer>

#include <charconv>

namespace manometer::api {

using views::CacheView;
using views::Removal;

quint64 Removals::begin(const QList<views::EntryId> &ids, bool isForGood, const std::string &actor)
{
    const views::Removing removing = m_context.views.cache->remove(
        ids, isForGood ? CacheView::Removed::ForGood : CacheView::Removed::HeldAside);
    Running running;
    running.watcher = std::make_unique<QFutureWatcher<Removal>>();
    QObject::connect(running.watcher.get(), &QFutureWatcherBase::finished, m_context.receiver,
                     [this, id = removing.id, actor] { end(id, actor); });
    running.watcher->setFuture(removing.answer);
    m_removals.insert_or_assign(removing.id, std::move(running));
    // The oldest are forgotten, but none that runs.
    for (auto each = m_removals.begin(); m_removals.size() > resultsKept && each != m_removals.end();)
        each = each->second.result ? m_removals.erase(each) : std::next(each);
    return removing.id;
}

void Removals::end(quint64 id, const std::string &actor)
{
    const auto found = m_removals.find(id);
    if (found == m_removals.end())
        return;
    Running &removal = found->second;
    const QFuture<Removal> future = removal.watcher->future();
    removal.result = !async::failureOf(future) && future.resultCount() > 0 ? future.result() : Removal();
    m_context.actions->add(actor, ActionLog::Action::RemovedEntries, {},
                           static_cast<quint64>(removal.result->removed));
    for (const Call &call : std::exchange(removal.waiting, {}))
        call.answer(textOf(id, removal));
}

std::map<quint64, Removals::Running>::iterator Removals::find(const Call &call)
{
    quint64 id = 0;
    std::from_chars(call.id.data(), call.id.data() + call.id.size(), id);
    const auto found = m_removals.find(id);
    if (found == m_removals.end())
        call.fail(404, "not_found", "There is no such deletion, or it ended long ago.");
    return found;
}

std::string Removals::textOf(quint64 id, const Running &removal)
{
    json::Writer json;
    json.beginObject();
    json.member("id");
    json.literal(std::to_string(id));
    json.member("running");
    json.literal(removal.result ? "false" : "true");
    if (removal.result) {
        json.member("result");
        json.document(api::textOf(wire::toText(*removal.result)));
    } else {
        json.member("done");
        json.literal(std::to_string(removal.watcher->progressValue()));
    }
    json.endObject();
    return json.take();
}

void Removals::answer(const Call &call)
{
    Parameters parameters(*call.request);
    const bool waits = parameters.boolean("wait").value_or(false);
    if (const auto refused = parameters.findProblem())
        return call.reply.send(*refused);
    const auto found = find(call);
    if (found == m_removals.end())
        return;
    if (!waits || found->second.result)
        return call.answer(textOf(found->first, found->second));
    found->second.waiting.push_back(call);
    QTimer::singleShot(longestWait, m_context.receiver, [this, call, id = found->first] {
        if (const auto still = m_removals.find(id); still != m_removals.end() && !still->second.result)
            call.answer(textOf(id, still->second)); // of two answers the first is sent
    });
}

void Removals::stop(const Call &call)
{
    const auto found = find(call);
    if (found == m_removals.end())
        return;
    m_context.views.cache->stopRemoving(found->first);
    call.answerNothing();
}

} // namespace manometer::api
