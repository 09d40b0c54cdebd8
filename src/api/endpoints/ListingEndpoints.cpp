// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/ListingEndpoints.h"

#include "api/access/Guard.h"
#include "api/endpoints/Body.h"
#include "api/endpoints/EntryPages.h"
#include "api/endpoints/Removals.h"

#include <charconv>
#include <memory>

namespace manometer::api {

namespace {

using views::EntryId;
using Action = ActionLog::Action;

constexpr std::chrono::seconds listingDeadline{30};
constexpr std::size_t mostIds = 1'000'000; // fit into a body

// The ids of {"ids": […]}; empty: the call has been refused.
std::optional<QList<EntryId>> idsOf(const json::Value &body, const Call &call)
{
    const json::Value *given = body.find("ids");
    QList<EntryId> ids;
    bool isGood = given && given->kind() == json::Value::Kind::Array && given->items().size() <= mostIds;
    if (isGood) {
        ids.reserve(static_cast<qsizetype>(given->items().size()));
        for (const json::Value &each : given->items()) {
            const auto id = each.integer<std::uint64_t>();
            isGood = isGood && id.has_value();
            ids += EntryId(id.value_or(0));
        }
    }
    if (isGood)
        return ids;
    call.fail(400, "bad_request", "\"ids\" must be a list of numbers.");
    return std::nullopt;
}

template<typename Integer>
std::optional<Integer> number(std::string_view text)
{
    Integer value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(value)
                                                                           : std::nullopt;
}

void newListing(const Context &context, const Call &call)
{
    if (const auto query = bodyOf<cache::EntryQuery>(call))
        whenAnswered(context, call, context.views.cache->list(*query),
                     [call](const views::Listing &listing) { answerWith(call, listing); });
}

void moreOfListing(const Context &context, const Call &call)
{
    Parameters parameters(*call.request);
    const qsizetype first =
        parameters.integer<qsizetype>("first", 0, std::numeric_limits<qsizetype>::max()).value_or(0);
    const auto generation = number<quint64>(call.id);
    if (!generation)
        parameters.complain("A listing's generation is a number.");
    if (const auto refused = parameters.findProblem())
        return call.reply.send(*refused);
    async::whenAnswered(
        context.views.cache->moreIds(*generation, first), context.receiver,
        [call](const QList<EntryId> &ids) {
            json::Writer json;
            json.beginObject();
            json.member("ids");
            json.beginArray();
            for (const EntryId id : ids)
                json.literal(std::to_string(static_cast<std::uint64_t>(id)));
            json.endArray();
            json.endObject();
            call.answer(json.take());
        },
        [call](const QString &reason) { call.fail(410, "gone", reason.toStdString()); });
}

void rows(const Context &context, const Call &call)
{
    const auto body = objectOf(call, {"ids"});
    const auto ids = body ? idsOf(*body, call) : std::nullopt;
    if (ids)
        whenAnswered(context, call, context.views.cache->rows(*ids),
                     [call](const QList<views::EntryRow> &rows) {
                         json::Writer json;
                         json.beginObject();
                         json.member("rows");
                         json.beginArray();
                         for (const views::EntryRow &row : rows)
                             json.document(textOf(wire::toText(row)));
                         json.endArray();
                         json.endObject();
                         call.answer(json.take());
                     });
}

void detail(const Context &context, const Call &call)
{
    const auto id = number<std::uint64_t>(call.id);
    if (!id)
        return call.fail(404, "not_found", "An entry's id is a number.");
    whenAnswered(context, call, context.views.cache->detail(EntryId(*id)),
                 [call](const std::optional<views::EntryDetail> &detail) {
                     if (!detail)
                         return call.fail(404, "not_cached", "There is no such entry any more.");
                     json::Writer json;
                     json.beginObject();
                     json.member("row");
                     json.document(textOf(wire::toText(detail->row)));
                     json.member("value");
                     json.document(textOf(detail->bytes));
                     json.endObject();
                     call.answer(json.take());
                 });
}

void keep(const Context &context, const Call &call)
{
    const auto body = objectOf(call, {"ids", "keep"});
    const auto ids = body ? idsOf(*body, call) : std::nullopt;
    if (!ids)
        return;
    const json::Value *keep = body->find("keep");
    const auto isKept = keep ? keep->boolean() : std::nullopt;
    if (!isKept)
        return call.fail(400, "bad_request", "\"keep\" must be true or false.");
    whenAnswered(context, call, context.views.cache->keep(*ids, *isKept),
                 [context, call, isKept](qsizetype onDisk) {
                     context.actions->add(actorOf(*call.request),
                                          *isKept ? Action::PinnedEntries : Action::UnpinnedEntries, {},
                                          static_cast<quint64>(onDisk));
                     call.answer("{\"on_disk\":" + std::to_string(onDisk) + '}');
                 });
}

void weigh(const Context &context, const Call &call)
{
    const auto body = objectOf(call, {"ids"});
    if (const auto ids = body ? idsOf(*body, call) : std::nullopt)
        whenAnswered(context, call, context.views.cache->weigh(*ids),
                     [call](const views::EntryWeight &weight) { answerWith(call, weight); });
}

void beginRemoval(Removals &removals, const Call &call)
{
    const auto body = objectOf(call, {"ids", "hold_aside"});
    const auto ids = body ? idsOf(*body, call) : std::nullopt;
    if (!ids)
        return;
    const json::Value *aside = body->find("hold_aside");
    if (aside && !aside->boolean())
        return call.fail(400, "bad_request", "\"hold_aside\" must be true or false.");
    const bool isForGood = aside && aside->boolean() == false;
    const quint64 id = removals.begin(*ids, isForGood, actorOf(*call.request));
    call.reply.send({.status = 201,
                     .body = "{\"id\":" + std::to_string(id) + "}\n",
                     .headers = {{"Location", "/api/removals/" + std::to_string(id)}}});
}

void undo(const Context &context, const Call &call)
{
    const auto id = number<quint64>(call.id);
    if (!id)
        return call.fail(404, "not_found", "A deletion's undo_id is a number.");
    whenAnswered(context, call, context.views.cache->restore(*id), [context, call](qsizetype restored) {
        context.actions->add(actorOf(*call.request), Action::RestoredEntries, {},
                             static_cast<quint64>(restored));
        call.answer("{\"restored\":" + std::to_string(restored) + '}');
    });
}

void discard(const Context &context, const Call &call)
{
    const auto id = number<quint64>(call.id);
    if (!id)
        return call.fail(404, "not_found", "A deletion's undo_id is a number.");
    context.views.cache->discard(*id);
    context.actions->add(actorOf(*call.request), Action::DiscardedEntries);
    call.answerNothing();
}

} // namespace

Routes listingRoutes(const Context &context)
{
    using Place = Route::Place;
    const auto bind = [&context](void (*run)(const Context &, const Call &)) {
        return [context, run](const Call &call) { run(context, call); };
    };
    const auto pages = std::make_shared<EntryPages>(context);
    const auto removals = std::make_shared<Removals>(context);
    return {
        {"GET", "/api/entries", Authority::Read, Place::Views,
         [pages](const Call &call) { pages->answer(call); }, listingDeadline},
        {"POST", "/api/listings", Authority::Read, Place::Views, bind(&newListing), listingDeadline},
        {"GET", "/api/listings/{generation}", Authority::Read, Place::Views, bind(&moreOfListing),
         listingDeadline},
        {"POST", "/api/entries/rows", Authority::Read, Place::Views, bind(&rows), listingDeadline},
        {"GET", "/api/entries/{id}", Authority::Read, Place::Views, bind(&detail), listingDeadline},
        {"POST", "/api/entries/keep", Authority::Control, Place::Views, bind(&keep), listingDeadline},
        {"POST", "/api/entries/weigh", Authority::Read, Place::Views, bind(&weigh), listingDeadline},
        {"POST", "/api/removals", Authority::Control, Place::Views,
         [removals](const Call &call) { beginRemoval(*removals, call); }},
        {"GET", "/api/removals/{id}", Authority::Read, Place::Views,
         [removals](const Call &call) { removals->answer(call); }, listingDeadline},
        {"DELETE", "/api/removals/{id}", Authority::Control, Place::Views,
         [removals](const Call &call) { removals->stop(call); }},
        {"POST", "/api/undo/{undo_id}", Authority::Control, Place::Views, bind(&undo), listingDeadline},
        {"DELETE", "/api/undo/{undo_id}", Authority::Control, Place::Views, bind(&discard)},
    };
}

} // namespace manometer::api
